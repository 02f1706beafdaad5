package io.windrow.pools.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.testing.Allocations;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** One thread and a clock that stands: when batches are flushed, and with what in them. */
class BatchProcessorTest {

    private static final long DELAY_NANOS = 500;

    private final BatchRecorder recorder = new BatchRecorder();
    private final BatchProcessor<Integer> processor = recorder.processor(3).maxDelay(Duration.ofNanos(DELAY_NANOS)).build();

    @Test
    void shouldFlushAWholeBatchWhenItsLastItemIsAdded() {
        add(processor, 1, 2);
        assertThat(recorder.handled).isEmpty();
        add(processor, 3, 7);

        assertThat(recorder.handled).containsExactly(List.of(1, 2, 3), List.of(4, 5, 6));
        assertThat(recorder.causes).containsOnly(FlushCause.SIZE);
        assertThat(processor.inUse()).isEqualTo(1);
    }

    @Test
    void shouldFlushByTimeWhenTheOldestItemHasWaitedForTheLongestDelay() {
        processor.add(1);
        long added = recorder.nowNanos;
        recorder.nowNanos += DELAY_NANOS - 1;
        processor.add(2);

        assertThat(processor.poll(added + DELAY_NANOS - 1)).isZero();
        assertThat(processor.poll(added + DELAY_NANOS)).isEqualTo(2);
        assertThat(processor.poll(added + 10 * DELAY_NANOS)).as("nothing is held").isZero();
        assertThat(recorder.handled).containsExactly(List.of(1, 2));
        assertThat(recorder.causes).containsExactly(FlushCause.TIME);
    }

    @Test
    void shouldTellTheAgeOfWhatABatchLeavesBehind() {
        processor.add(1);
        recorder.nowNanos += 100;
        add(processor, 2, 4);

        assertThat(processor.poll(1_000 + DELAY_NANOS)).as("1 has left, 4 is 100 younger").isZero();
        assertThat(processor.poll(1_100 + DELAY_NANOS)).isEqualTo(1);
    }

    @Test
    void shouldWorkWithAClockThatIsBelowZeroOrWraps() {
        recorder.nowNanos = Long.MAX_VALUE - 10;
        processor.add(1);

        assertThat(processor.poll(Long.MAX_VALUE)).isZero();
        assertThat(processor.poll(Long.MIN_VALUE + DELAY_NANOS)).isEqualTo(1);
    }

    @Test
    void shouldFlushWhatIsHeldWhenAsked() {
        add(processor, 1, 2);

        assertThat(processor.flush()).isTrue();
        assertThat(processor.flush()).as("nothing held is all seen to").isTrue();
        assertThat(recorder.handled).containsExactly(List.of(1, 2));
        assertThat(recorder.causes).containsExactly(FlushCause.ASKED);
    }

    @Test
    void shouldGiveAViewThatIsEmptyAfterwards() {
        AtomicReference<Batch<Integer>> kept = new AtomicReference<>();
        BatchProcessor<Integer> other = BatchProcessor.<Integer>of(batch -> {
            assertThat(batch.firstAddedNanos()).isEqualTo(1_000);
            assertThat(BatchRecorder.items(batch)).containsExactly(1, 2);
            assertThatThrownBy(() -> batch.get(2)).hasMessage("index must be below the batch's size: index=2, size=2");
            assertThatThrownBy(() -> batch.get(-1)).hasMessage("index must be below the batch's size: index=-1, size=2");
            kept.set(batch);
        }).batchSize(2).clock(recorder).build();
        add(other, 1, 2);

        assertThat(other.lastFailure()).isNull();
        assertThat(kept.get().size()).isZero();
        assertThatThrownBy(() -> kept.get().get(0)).isInstanceOf(IndexOutOfBoundsException.class)
            .hasMessage("index must be below the batch's size: index=0, size=0");
        assertThatThrownBy(kept.get()::firstAddedNanos).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void shouldLetGoOfItemsThatHaveLeft() {
        BatchProcessor<Object> other = BatchProcessor.of(batch -> { }).batchSize(2).build();
        WeakReference<Object> item = addedAndFlushed(other);

        for (int i = 0; i < 100 && item.get() != null; i++) {
            System.gc();
        }
        assertThat(item.get()).isNull();
    }

    /** Holds the item until it was added, and no longer: a method of its own leaves nothing of it in this frame. */
    private static WeakReference<Object> addedAndFlushed(BatchProcessor<Object> processor) {
        Object item = new Object();
        processor.add(item);
        assertThat(processor.flush()).isTrue();
        return new WeakReference<>(item);
    }

    @Test
    void shouldTakeItemsTheHandlerAddsAndRefuseItToFlushOrCloseItself() {
        AtomicReference<BatchProcessor<Integer>> self = new AtomicReference<>();
        BatchProcessor<Integer> other = BatchProcessor.<Integer>of(batch -> {
            self.get().add(batch.get(0) + 100);
            assertThatThrownBy(self.get()::flush).isInstanceOf(IllegalStateException.class)
                .hasMessage("handler must not flush its own batch processor: name=loop");
            assertThatThrownBy(self.get()::close).isInstanceOf(IllegalStateException.class)
                .hasMessage("handler must not close its own batch processor: name=loop");
            assertThat(self.get().poll(Long.MAX_VALUE)).isZero();
        }).name("loop").batchSize(4).build();
        self.set(other);
        add(other, 1, 4);

        assertThat(other.lastFailure()).isNull();
        assertThat(other.inUse()).isEqualTo(1);
        assertThat(other.handledCount()).isEqualTo(4);
    }

    @Test
    void shouldRefuseAHandlerThatWouldWaitForItself() {
        AtomicReference<BatchProcessor<Integer>> self = new AtomicReference<>();
        BatchProcessor<Integer> other = BatchProcessor.<Integer>of(batch -> add(self.get(), 1, 9)).name("loop").batchSize(1).build();
        self.set(other);
        other.add(0);
        assertThat(other.inUse()).as("nine more beside the one in hand").isEqualTo(9);
        other.add(10);

        assertThat(other.lastFailure()).isInstanceOf(RejectedExecutionException.class)
            .hasMessage("batch processor is full and its handler cannot wait for itself: name=loop, held=10");
        assertThat(other.refusedCount()).isEqualTo(1);
        assertThat(other.inUse()).isEqualTo(10);
    }

    @Test
    void shouldCount() {
        add(processor, 1, 4);
        assertThat(processor.capacity()).isEqualTo(30);
        assertThat(processor.idle()).isEqualTo(29);
        assertThat(processor.acquiredCount()).isEqualTo(4);
        assertThat(processor.releasedCount()).isEqualTo(3);
        assertThat(processor.handledCount()).isEqualTo(3);
        assertThat(processor.highWaterMark()).isEqualTo(3);
        assertThat(processor.batchCount(FlushCause.SIZE)).isEqualTo(1);
        assertThat(processor.batchCount(FlushCause.TIME)).isZero();
        assertThat(processor.waiting()).isZero();
        assertThat(processor.name()).isEqualTo("fills");
    }

    @Test
    void shouldAllocateNothingToAddAndToFlush() {
        long[] sum = new long[1];
        BatchProcessor<Integer> other = BatchProcessor.<Integer>of(batch -> {
            for (int i = 0; i < batch.size(); i++) {
                sum[0] += batch.get(i);
            }
        }).batchSize(4).build();
        Integer item = 7;
        long delayNanos = Duration.ofSeconds(2).toNanos();

        Allocations.assertNone(() -> {
            other.add(item);
            other.add(item);
            other.flush();
            other.add(item);
            other.poll(System.nanoTime() + delayNanos);
            add(other, item);
        });
        assertThat(sum[0]).isEqualTo(7 * other.handledCount()).isPositive();
        assertThat(other.batchCount(FlushCause.SIZE)).isPositive();
        assertThat(other.batchCount(FlushCause.TIME)).isPositive();
    }

    private static void add(BatchProcessor<Integer> processor, Integer item) {
        for (int i = 0; i < 5; i++) {
            processor.add(item);
        }
    }

    private static void add(BatchProcessor<Integer> processor, int first, int last) {
        BatchRecorder.add(processor, first, last);
    }
}
