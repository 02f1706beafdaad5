package io.windrow.pools.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Settings that cannot be meant are refused, with the rule and the value. */
class WorkInputTest {

    private static final Duration NEGATIVE = Duration.ofNanos(-1);

    private final BatchProcessorBuilder<Integer> batches = BatchProcessor.of(batch -> { });
    private final BoundedWorkersBuilder workers = BoundedWorkers.builder();

    @Test
    void shouldRefuseSizesThatAreNotPositiveOrTooLarge() {
        assertRefused(() -> batches.batchSize(0), "batch size must be 1 to 1000000: batchSize=0");
        assertRefused(() -> batches.batchSize(-5), "batch size must be 1 to 1000000: batchSize=-5");
        assertRefused(() -> batches.batchSize(1_000_001), "batch size must be 1 to 1000000: batchSize=1000001");
        assertRefused(() -> batches.giveUpAfter(0, (batch, thrown) -> { }), "tries must be 1 to 2147483647: tries=0");
        assertRefused(() -> workers.threads(0), "threads must be 1 to 1000: threads=0");
        assertRefused(() -> workers.threads(1_001), "threads must be 1 to 1000: threads=1001");
        assertRefused(() -> workers.queueCapacity(-1), "queue capacity must be 1 to 1048576: queueCapacity=-1");
    }

    @Test
    void shouldRefuseTimesThatAreNegativeOrAreZeroWhereThatIsNoTime() {
        assertRefused(() -> batches.maxDelay(Duration.ZERO), "longest delay must be positive: maxDelay=PT0S");
        assertRefused(() -> batches.maxDelay(NEGATIVE), "longest delay must be positive: maxDelay=PT-0.000000001S");
        assertRefused(() -> workers.idleLimit(Duration.ZERO), "idle limit must be positive: idleLimit=PT0S");
        assertRefused(() -> workers.waitLimit(NEGATIVE), "wait limit must not be negative: waitLimit=PT-0.000000001S");
        BatchProcessor<Integer> processor = batches.build();
        BoundedWorkers open = workers.build();
        assertRefused(() -> processor.close(NEGATIVE), "limit must not be negative: limit=PT-0.000000001S");
        assertRefused(() -> open.close(NEGATIVE), "limit must not be negative: limit=PT-0.000000001S");
        processor.add(1);
        assertThat(processor.flush()).as("still open").isTrue();
        open.execute(() -> { });
        open.close();
    }

    @Test
    void shouldTakeTimesBeyondWhatALongHoldsAsForEver() {
        Duration forEver = Duration.ofSeconds(Long.MAX_VALUE);
        BatchProcessor<Integer> processor = batches.maxDelay(forEver).build();
        processor.add(1);

        assertThat(processor.poll(System.nanoTime())).isZero();
        assertThat(processor.close(forEver)).isZero();
        assertThat(processor.handledCount()).isEqualTo(1);
        assertThat(workers.waitLimit(forEver).idleLimit(forEver).build().close(forEver)).isEmpty();
    }

    @Test
    void shouldRefuseNullsByName() {
        assertNull(() -> BatchProcessor.of(null), "handler");
        assertNull(() -> batches.name(null), "name");
        assertNull(() -> batches.maxDelay(null), "maxDelay");
        assertNull(() -> batches.clock(null), "nanos");
        assertNull(() -> batches.threadFactory(null), "factory");
        assertNull(() -> batches.giveUpAfter(1, null), "failed");
        assertNull(() -> batches.build().add(null), "item");
        assertNull(() -> batches.build().close(null), "limit");
        assertNull(() -> batches.build().takeBack(null), "taker");
        assertNull(() -> workers.name(null), "name");
        assertNull(() -> workers.whenFull(null), "policy");
        assertNull(() -> workers.onFailure(null), "handler");
        assertNull(() -> workers.waitLimit(null), "waitLimit");
        assertNull(() -> workers.build().execute(null), "task");
        assertNull(() -> workers.build().submit(null), "task");
        assertRefused(() -> batches.name(" "), "name must not be blank: name= ");
        assertRefused(() -> workers.name(""), "name must not be blank: name=");
    }

    @Test
    void shouldStayUnstartedWhenTheThreadCannotBeMade() {
        BatchProcessor<Integer> none = batches.threadFactory(work -> null).batchSize(1).build();
        assertNull(none::start, "thread");
        none.add(1);
        assertThat(none.handledCount()).as("flushed by the thread that added").isEqualTo(1);
        BatchProcessor<Integer> throwing = batches.threadFactory(work -> {
            throw new IllegalArgumentException("no more threads");
        }).build();
        assertRefused(throwing::start, "no more threads");
        assertThat(throwing.close(Duration.ofSeconds(1))).isZero();
    }

    @Test
    void shouldBuildWithTheSettingsOfTheMomentItIsBuilt() {
        BatchProcessor<Integer> first = batches.name("first").batchSize(2).build();
        batches.name("second").batchSize(3);

        assertThat(first.name()).isEqualTo("first");
        assertThat(first.capacity()).isEqualTo(20);
        assertThat(batches.build().capacity()).isEqualTo(30);
    }

    private static void assertRefused(ThrowingCallable use, String message) {
        assertThatThrownBy(use).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    private static void assertNull(ThrowingCallable use, String what) {
        assertThatNullPointerException().isThrownBy(use).withMessage(what);
    }
}
