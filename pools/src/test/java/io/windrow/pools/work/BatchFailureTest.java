package io.windrow.pools.work;

import static io.windrow.pools.work.BatchRecorder.add;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** A handler that throws loses nothing. */
class BatchFailureTest {

    private static final long DELAY_NANOS = 500;

    private final BatchRecorder recorder = new BatchRecorder();

    @Test
    void shouldKeepABatchThatFailedAndTryTheSameItemsAgainInOrder() {
        BatchProcessor<Integer> processor = open();
        add(processor, 1, 2);
        recorder.throwing = 1;
        assertThat(processor.flush()).isFalse();
        add(processor, 3, 8);

        assertThat(recorder.handled).as("a batch that failed rests").isEmpty();
        assertThat(processor.poll(recorder.nowNanos + DELAY_NANOS)).isEqualTo(8);
        assertThat(recorder.handled).containsExactly(List.of(1, 2), List.of(3, 4, 5), List.of(6, 7, 8));
        assertThat(recorder.tryNumbers).containsExactly(1, 2, 1, 1);
        assertThat(recorder.causes).containsExactly(FlushCause.ASKED, FlushCause.TIME, FlushCause.SIZE, FlushCause.SIZE);
        assertThat(processor.failureCount()).isEqualTo(1);
        assertThat(processor.lastFailure()).hasMessage("the disk is full");
    }

    @Test
    void shouldRestForTheLongestDelayAfterEachFailure() {
        BatchProcessor<Integer> processor = open();
        recorder.throwing = 2;
        add(processor, 1, 3);
        recorder.nowNanos += DELAY_NANOS;
        assertThat(processor.poll(recorder.nowNanos)).isZero();
        assertThat(processor.poll(recorder.nowNanos + DELAY_NANOS - 1)).isZero();
        assertThat(recorder.causes).hasSize(2);
        assertThat(processor.poll(recorder.nowNanos + DELAY_NANOS)).isEqualTo(3);
    }

    @Test
    void shouldNotThrowFromAddWhatTheHandlerThrew() {
        BatchProcessor<Integer> processor = open();
        recorder.throwing = 1;
        add(processor, 1, 3);

        assertThat(processor.inUse()).isEqualTo(3);
        assertThat(processor.lastFailure()).hasMessage("the disk is full");
    }

    @Test
    void shouldForceAFlushBeforeTheEleventhBatchAndRefuseWhenThatFailsToo() {
        BatchProcessor<Integer> processor = open();
        recorder.throwing = 2;
        add(processor, 1, 30);
        assertThat(processor.inUse()).isEqualTo(30);

        assertThatThrownBy(() -> processor.add(31)).isInstanceOf(RejectedExecutionException.class)
            .hasMessage("batch processor is full and its handler failed: name=fills, held=30")
            .hasRootCauseMessage("the disk is full");
        assertThat(processor.refusedCount()).isEqualTo(1);
        assertThat(processor.inUse()).isEqualTo(30);
        processor.add(32);

        assertThat(recorder.handled.get(0)).containsExactly(1, 2, 3);
        assertThat(processor.batchCount(FlushCause.FORCED)).isEqualTo(2);
        assertThat(processor.highWaterMark()).isEqualTo(30);
        assertThat(processor.flush()).isTrue();
        assertThat(processor.handledCount()).as("all but the one refused").isEqualTo(31);
        assertThat(processor.acquiredCount()).isEqualTo(31);
    }

    @Test
    void shouldGiveABatchUpAfterItsTriesCountItAsFailedAndGoOn() {
        BatchProcessor<Integer> processor = recorder.processor(3).giveUpAfter(2, recorder::failed).build();
        recorder.throwing = 2;
        add(processor, 1, 5);
        assertThat(recorder.failed).isEmpty();

        assertThat(processor.flush()).isTrue();
        assertThat(recorder.failed).containsExactly(List.of(1, 2, 3));
        assertThat(recorder.handled).containsExactly(List.of(4, 5));
        assertThat(recorder.tryNumbers).as("the next batch begins with its first try").containsExactly(1, 2, 1);
        assertThat(processor.failedCount()).isEqualTo(3);
        assertThat(processor.handledCount()).isEqualTo(2);
        assertThat(processor.releasedCount()).isEqualTo(5);
        assertThat(processor.failureCount()).isEqualTo(2);
    }

    @Test
    void shouldKeepABatchThatNobodyTook() {
        BatchProcessor<Integer> processor = recorder.processor(3).giveUpAfter(1, recorder::failed).build();
        recorder.throwing = 2;
        recorder.throwingWhenFailed = 1;
        add(processor, 1, 3);

        assertThat(processor.inUse()).isEqualTo(3);
        assertThat(processor.lastFailure()).hasMessage("the other disk is full too");
        assertThat(processor.failureCount()).isEqualTo(2);
        assertThat(processor.flush()).isTrue();
        assertThat(recorder.failed).containsExactly(List.of(1, 2, 3));
    }

    @Test
    void shouldKeepABatchWhoseHandlerThrewAnError() {
        BatchProcessor<Integer> processor = BatchProcessor.<Integer>of(batch -> {
            throw new StackOverflowError("too deep");
        }).batchSize(2).build();
        add(processor, 1, 2);

        assertThat(processor.inUse()).isEqualTo(2);
        assertThat(processor.lastFailure()).isInstanceOf(StackOverflowError.class);
    }

    @Test
    void shouldKeepTheInterruptOfAHandlerThatWasInterrupted() {
        BatchProcessor<Integer> processor = BatchProcessor.<Integer>of(batch -> {
            throw new InterruptedException("stop");
        }).batchSize(2).build();
        add(processor, 1, 2);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(processor.inUse()).isEqualTo(2);
    }

    private BatchProcessor<Integer> open() {
        return recorder.processor(3).maxDelay(Duration.ofNanos(DELAY_NANOS)).build();
    }
}
