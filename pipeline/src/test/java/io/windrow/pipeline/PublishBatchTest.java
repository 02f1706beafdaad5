package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.lmax.disruptor.BlockingWaitStrategy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events that are published by several at a time. */
@Timeout(60)
class PublishBatchTest {

    private final Sights sights = new Sights();

    private Rig started(int batch, int ring) {
        Rig rig = new Rig(1, plan -> plan.ringSize(ring).publishBatch(batch).waitStrategy(BlockingWaitStrategy::new).after(sights));
        rig.pipeline.start();
        return rig;
    }

    private void awaitSeen(int count) {
        Rig.await(count + " events are seen", () -> sights.seen().size() >= count);
    }

    private static List<Long> numbers(int count) {
        return LongStream.rangeClosed(1, count).boxed().toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64})
    void shouldShowAFullBatchAtOnceAndTheRestWhenItIsFlushed(int batch) {
        try (Rig rig = started(batch, 64)) {
            int events = 2 * batch + batch / 2;
            rig.numberedTrades(events);
            awaitSeen(2 * batch);
            Rig.await("the last that was seen is done with", () -> rig.pipeline.backlog() <= batch / 2);
            assertThat(rig.pipeline.backlog()).as("written and not to be seen yet").isEqualTo(batch / 2);
            assertThat(sights.seen()).hasSize(2 * batch);

            rig.pipeline.flush();
            rig.drain();
            assertThat(sights.numbers()).isEqualTo(numbers(events));
            rig.pipeline.flush();
            assertThat(rig.pipeline.stop(Rig.LONG)).isEqualTo(StopReport.NOTHING);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8})
    void shouldPassManyTimesTheRingThroughIt(int batch) {
        try (Rig rig = started(batch, 8)) {
            rig.numberedTrades(5_000);
            rig.pipeline.flush();
            assertThat(rig.pipeline.stop(Rig.LONG)).isEqualTo(StopReport.NOTHING);
            assertThat(sights.numbers()).isEqualTo(numbers(5_000));
        }
    }

    @Test
    void shouldFlushWhatTheStoppingThreadItselfHasWritten() {
        try (Rig rig = started(7, 64)) {
            rig.numberedTrades(10);
            rig.drain();
            assertThat(sights.numbers()).isEqualTo(numbers(10));

            rig.numberedTrades(3);
            assertThat(rig.pipeline.stop(Rig.LONG)).isEqualTo(StopReport.NOTHING);
            assertThat(sights.seen()).hasSize(13);
        }
    }

    @Test
    void shouldCountAsLeftWhatWasNotFlushedAndBeginAnewAfterARestart() {
        try (Rig rig = started(7, 64)) {
            for (int life = 1; life <= 3; life++) {
                CompletableFuture.runAsync(() -> rig.numberedTrades(10)).join();
                awaitSeen(7 * life);
                StopReport report = rig.pipeline.stop(Duration.ofMillis(100));
                assertThat(report).isEqualTo(new StopReport(3, 0, report.stillRunning()));
                // Its threads have little of that time left to end.
                rig.join();
                assertThat(sights.seen()).hasSize(7 * life);
                rig.pipeline.start();
            }
            assertThat(rig.pipeline.backlog()).isZero();
        }
    }
}
