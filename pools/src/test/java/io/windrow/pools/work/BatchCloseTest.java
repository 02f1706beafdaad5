package io.windrow.pools.work;

import static io.windrow.pools.work.BatchRecorder.add;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Closing loses nothing and says what it could not see to. */
class BatchCloseTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final BatchRecorder recorder = new BatchRecorder();

    @Test
    void shouldFlushEverythingOnceAndThenRefuseItems() {
        BatchProcessor<Integer> processor = recorder.processor(3).build();
        recorder.throwing = 1;
        add(processor, 1, 8);
        assertThat(processor.close(LONG)).isZero();

        assertThat(recorder.handled).containsExactly(List.of(1, 2, 3), List.of(4, 5, 6), List.of(7, 8));
        assertThat(processor.batchCount(FlushCause.CLOSE)).isEqualTo(3);
        assertClosed(() -> processor.add(9));
        assertClosed(processor::flush);
        assertClosed(() -> processor.poll(0));
        assertClosed(processor::start);
        assertThat(processor.refusedCount()).as("a closed processor has refused nothing").isZero();
        assertThatCode(processor::close).as("closing twice").doesNotThrowAnyException();
        assertThat(processor.close(LONG)).isZero();
        assertThat(recorder.handled).hasSize(3);
    }

    @Test
    void shouldLeaveABatchThatFailsAndThoseBehindItAndGiveThemOut() {
        BatchProcessor<Integer> processor = recorder.processor(3).build();
        recorder.throwing = 2;
        add(processor, 1, 8);
        assertThatThrownBy(processor::close).isInstanceOf(IllegalStateException.class)
            .hasMessage("batch processor is closed with items left: name=fills, left=8").hasRootCauseMessage("the disk is full");

        assertThatCode(processor::close).as("closing twice").doesNotThrowAnyException();
        List<Integer> left = new ArrayList<>();
        assertThat(processor.takeBack(left::add)).isEqualTo(8);
        assertThat(left).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(processor.takeBack(left::add)).isZero();
        assertThat(processor.inUse()).isZero();
        assertThat(processor.takenBackCount()).isEqualTo(8);
        assertThat(processor.releasedCount()).isEqualTo(processor.acquiredCount()).isEqualTo(8);
    }

    @Test
    void shouldTryAsOftenAsItMayWhenItCloses() {
        BatchProcessor<Integer> processor = recorder.processor(3).giveUpAfter(3, recorder::failed).build();
        recorder.throwing = 3;
        add(processor, 1, 5);

        assertThat(processor.close(LONG)).isZero();
        assertThat(recorder.tryNumbers).containsExactly(1, 2, 3, 1);
        assertThat(recorder.failed).containsExactly(List.of(1, 2, 3));
        assertThat(recorder.handled).containsExactly(List.of(4, 5));
    }

    @Test
    void shouldNotTryForEverWhatNobodyTakes() {
        BatchProcessor<Integer> processor = recorder.processor(3).giveUpAfter(1, recorder::failed).build();
        recorder.throwing = Integer.MAX_VALUE;
        recorder.throwingWhenFailed = Integer.MAX_VALUE;
        add(processor, 1, 5);

        assertThat(processor.close(LONG)).isEqualTo(5);
    }

    @Test
    void shouldLeaveEverythingWhenThereIsNoTime() {
        BatchProcessor<Integer> processor = recorder.processor(3).build();
        add(processor, 1, 2);

        assertThat(processor.close(Duration.ZERO)).isEqualTo(2);
        assertThat(recorder.handled).isEmpty();
    }

    @Test
    void shouldGiveItemsOutOnlyWhenClosedAndEachOnceThoughTheTakerThrows() {
        BatchProcessor<Integer> processor = recorder.processor(3).build();
        add(processor, 1, 2);
        assertThatThrownBy(() -> processor.takeBack(item -> { })).isInstanceOf(IllegalStateException.class)
            .hasMessage("batch processor must be closed and its handler have returned: name=fills, closed=false, inHandler=0");
        processor.close(Duration.ZERO);

        assertThatThrownBy(() -> processor.takeBack(item -> {
            throw new IllegalArgumentException("not " + item);
        })).hasMessage("not 1");
        List<Integer> left = new ArrayList<>();
        assertThat(processor.takeBack(left::add)).isEqualTo(1);
        assertThat(left).containsExactly(2);
    }

    private static void assertClosed(ThrowingCallable use) {
        assertThatThrownBy(use).isInstanceOf(IllegalStateException.class).hasMessage("batch processor is closed: name=fills");
    }
}
