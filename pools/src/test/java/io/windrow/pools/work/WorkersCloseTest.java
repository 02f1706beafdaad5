package io.windrow.pools.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Closing runs what was accepted, or says what it did not. */
class WorkersCloseTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final AtomicInteger ran = new AtomicInteger();
    private final BoundedWorkers workers = BoundedWorkers.builder().name("disk").threads(1).queueCapacity(100).build();

    @Test
    void shouldRunAllThatWasAcceptedAndThenRefuse() {
        for (int i = 0; i < 50; i++) {
            workers.execute(ran::incrementAndGet);
        }
        assertThat(workers.close(LONG)).isEmpty();

        assertThat(ran).hasValue(50);
        assertThatThrownBy(() -> workers.execute(ran::incrementAndGet)).isInstanceOf(IllegalStateException.class)
            .hasMessage("workers are closed: name=disk");
        assertThatThrownBy(() -> workers.submit(ran::incrementAndGet)).isInstanceOf(IllegalStateException.class);
        assertThat(workers.refusedCount()).as("closed workers have refused nothing").isZero();
        assertThatCode(workers::close).as("closing twice").doesNotThrowAnyException();
        assertThat(ran).hasValue(50);
    }

    @Test
    void shouldInterruptWhatRunsTooLongAndGiveBackWhatWasNeverBegun() {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        workers.execute(() -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                thrown.set(e);
            }
        });
        Threads.await(begun);
        Runnable never = ran::incrementAndGet;
        workers.execute(never);
        Future<Integer> future = workers.submit(ran::incrementAndGet);

        assertThat(workers.close(Duration.ofMillis(5))).hasSize(2).first().isSameAs(never);
        Threads.until("the task is interrupted", () -> thrown.get() != null);
        assertThat(future.isCancelled()).as("nobody waits for it for ever").isTrue();
        assertThat(ran).hasValue(0);
        assertThat(workers.close(LONG)).as("closing twice").isEmpty();
    }

    @Test
    void shouldGiveUpWaitingWhenTheCloserIsInterrupted() {
        CountDownLatch end = new CountDownLatch(1);
        workers.execute(() -> Threads.await(end));
        workers.execute(ran::incrementAndGet);
        Thread.currentThread().interrupt();

        assertThat(workers.close(LONG)).hasSize(1);
        assertThat(Thread.interrupted()).isTrue();
        end.countDown();
    }

    @Test
    void shouldNotWaitAgainForATaskThatIgnoresTheInterrupt() {
        AtomicBoolean end = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        workers.execute(() -> {
            begun.countDown();
            while (!end.get()) {
                Thread.onSpinWait();
            }
        });
        // A thread that is about to begin a task is not counted as in use for a moment.
        Threads.await(begun);
        assertThat(workers.close(Duration.ZERO)).isEmpty();
        long closing = System.nanoTime();
        workers.close(LONG);

        assertThat(Duration.ofNanos(System.nanoTime() - closing)).isLessThan(LONG.dividedBy(2));
        assertThat(workers.inUse()).as("it runs on").isEqualTo(1);
        end.set(true);
    }

    @Test
    void shouldRefuseToCloseOnAWorkersThread() {
        workers.execute(workers::close);
        Threads.until("thrown", () -> workers.failedCount() == 1);

        assertThat(workers.firstFailure()).isInstanceOf(IllegalStateException.class)
            .hasMessage("worker must not close its own workers: name=disk");
        workers.execute(ran::incrementAndGet);
        workers.close();
        assertThat(ran).hasValue(1);
    }
}
