package io.windrow.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.Allocations;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PauseRecorderTest {

    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;

    private final FakeStatistics statistics = new FakeStatistics();

    @Test
    void shouldRecordNothingWhenNothingHappened() {
        statistics.stop(7 * MILLI);
        statistics.collect(6 * MILLI);
        PauseRecorder recorder = new PauseRecorder(statistics);
        recorder.poll();
        assertStops(recorder, 0, 0, 0, 0);
        assertThat(recorder.percentileNanos(50)).isZero();
        assertThat(recorder.collectionCount()).isZero();
        assertThat(recorder.collectionPercentileNanos(50)).isZero();
    }

    @Test
    void shouldRecordASingleStopExactly() {
        PauseRecorder recorder = new PauseRecorder(statistics);
        statistics.stop(1_234_567);
        recorder.poll();
        recorder.poll();
        statistics.stop(765);
        recorder.poll();
        assertStops(recorder, 2, 1_235_332, 1_234_567, 0);
        assertThat(recorder.maxBoundNanos()).isEqualTo(1_234_567);
        assertThat(recorder.percentileNanos(50)).isBetween(765L, 766L);
        assertThat(recorder.percentileNanos(100)).isEqualTo(1_234_567);
    }

    @Test
    void shouldBookSeveralStopsAsTheirMeanAndSaySo() {
        PauseRecorder recorder = new PauseRecorder(statistics);
        statistics.stop(MILLI);
        statistics.stop(2 * MILLI);
        statistics.stop(9 * MILLI);
        recorder.poll();
        assertStops(recorder, 3, 12 * MILLI, 4 * MILLI, 1);
        assertThat(recorder.maxBoundNanos()).as("what the longest cannot have exceeded").isEqualTo(12 * MILLI);
        assertThat(recorder.percentileNanos(1)).isBetween(4 * MILLI - MILLI / 100, 4 * MILLI);
    }

    @Test
    void shouldWaitForTheTimeOfAStopThatIsUnderWay() {
        PauseRecorder recorder = new PauseRecorder(statistics);
        statistics.beginStop();
        recorder.poll();
        assertStops(recorder, 0, 0, 0, 0);
        statistics.endStop(3 * MILLI);
        recorder.poll();
        assertStops(recorder, 1, 3 * MILLI, 3 * MILLI, 0);
    }

    @Test
    void shouldKeepCountAndTotalWhenTheSecondOfTwoIsUnderWay() {
        PauseRecorder recorder = new PauseRecorder(statistics);
        statistics.stop(4 * MILLI);
        statistics.beginStop();
        recorder.poll();
        statistics.endStop(2 * MILLI);
        recorder.poll();
        assertThat(recorder.count()).isEqualTo(2);
        assertThat(recorder.totalNanos()).isEqualTo(6 * MILLI);
        assertThat(recorder.mergedPolls()).isOne();
        assertThat(recorder.maxBoundNanos()).isBetween(4 * MILLI, 5 * MILLI);
    }

    @Test
    void shouldTellCollectionsFromOtherStops() {
        PauseRecorder recorder = new PauseRecorder(statistics);
        statistics.stop(10 * MILLI);
        statistics.collect(8 * MILLI);
        recorder.poll();
        statistics.stop(20 * MILLI);
        recorder.poll();
        assertStops(recorder, 2, 30 * MILLI, 20 * MILLI, 0);
        assertThat(recorder.collectionCount()).isOne();
        assertThat(recorder.collectionTotalNanos()).isEqualTo(8 * MILLI);
        assertThat(recorder.collectionMaxNanos()).isEqualTo(8 * MILLI);
        assertThat(recorder.collectionMaxBoundNanos()).isEqualTo(8 * MILLI);
        assertThat(recorder.collectionPercentileNanos(95)).isEqualTo(8 * MILLI);
        assertThat(recorder.mergedCollectionPolls()).isZero();
    }

    @Test
    void shouldCountAYoungCollectionThatTurnsFullAsMerged() {
        PauseRecorder recorder = new PauseRecorder(statistics);
        statistics.collect(2 * MILLI);
        statistics.collect(6 * MILLI);
        recorder.poll();
        assertThat(recorder.collectionCount()).isEqualTo(2);
        assertThat(recorder.collectionMaxNanos()).isEqualTo(4 * MILLI);
        assertThat(recorder.collectionMaxBoundNanos()).isEqualTo(8 * MILLI);
        assertThat(recorder.mergedCollectionPolls()).isOne();
    }

    @Test
    void shouldForgetTheWarmUp() {
        PauseRecorder recorder = new PauseRecorder(statistics);
        statistics.stop(50 * MILLI);
        statistics.stop(50 * MILLI);
        statistics.collect(40 * MILLI);
        recorder.poll();
        statistics.stop(60 * MILLI);
        recorder.reset();
        assertStops(recorder, 0, 0, 0, 0);
        assertThat(recorder.collectionCount()).isZero();
        statistics.stop(MILLI);
        recorder.poll();
        assertStops(recorder, 1, MILLI, MILLI, 0);
        assertThat(recorder.percentileNanos(100)).isEqualTo(MILLI);
    }

    @Test
    void shouldBookAStopThatStraddlesTheResetAfterIt() {
        PauseRecorder recorder = new PauseRecorder(statistics);
        statistics.beginStop();
        recorder.reset();
        statistics.endStop(3 * MILLI);
        recorder.poll();
        assertStops(recorder, 1, 3 * MILLI, 3 * MILLI, 0);
    }

    @Test
    void shouldSayThatStopsAreUnknown() {
        FakeStatistics without = FakeStatistics.withoutSafepoints();
        PauseRecorder recorder = new PauseRecorder(without);
        without.collect(MILLI);
        recorder.poll();
        assertStops(recorder, -1, -1, -1, 0);
        assertThat(recorder.maxBoundNanos()).isEqualTo(-1);
        assertThat(recorder.percentileNanos(50)).isEqualTo(-1);
        assertThat(recorder.collectionCount()).isOne();
    }

    @Test
    void shouldCountACollectionThatIsShorterThanTheSourceCanTell() {
        statistics.resolutionNanos = MILLI;
        PauseRecorder recorder = new PauseRecorder(statistics);
        statistics.collect(0);
        recorder.poll();
        statistics.collect(3 * MILLI);
        recorder.poll();
        assertThat(recorder.collectionCount()).isEqualTo(2);
        assertThat(recorder.collectionMaxNanos()).isEqualTo(3 * MILLI);
        assertThat(recorder.mergedCollectionPolls()).isZero();
    }

    @Test
    void shouldKeepTheTrueLengthOfAStopAboveTheHistogram() {
        PauseRecorder recorder = new PauseRecorder(statistics);
        statistics.stop(1000 * SECOND);
        recorder.poll();
        assertStops(recorder, 1, 1000 * SECOND, 1000 * SECOND, 0);
        assertThat(recorder.percentileNanos(50)).isBetween(60 * SECOND, 70 * SECOND);
    }

    @Test
    void shouldNeverLoseAStopHoweverItIsPolled() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        PauseRecorder recorder = new PauseRecorder(statistics);
        long longest = 0;
        long lastCount = 0;
        long lastTotal = 0;
        for (int i = 0; i < 10_000; i++) {
            long nanos = FakeStatistics.SYNC_NANOS + 1 + random.nextInt(5_000_000);
            statistics.beginStop();
            pollSometimes(recorder, random);
            statistics.endStop(nanos);
            pollSometimes(recorder, random);
            longest = Math.max(longest, nanos);
            assertThat(recorder.count()).as("seed %s", seed).isGreaterThanOrEqualTo(lastCount);
            assertThat(recorder.totalNanos()).as("seed %s", seed).isGreaterThanOrEqualTo(lastTotal);
            lastCount = recorder.count();
            lastTotal = recorder.totalNanos();
        }
        recorder.poll();
        assertThat(recorder.count()).as("seed %s", seed).isEqualTo(10_000);
        assertThat(recorder.totalNanos()).as("seed %s", seed).isEqualTo(statistics.safepointNanos);
        assertThat(recorder.maxBoundNanos()).as("seed %s", seed).isGreaterThanOrEqualTo(longest - FakeStatistics.SYNC_NANOS);
        assertThat(recorder.mergedPolls()).as("seed %s", seed).isPositive();
    }

    @Test
    void shouldAllocateNothing() {
        PauseRecorder recorder = new PauseRecorder(statistics);
        Allocations.assertNone(() -> {
            statistics.stop(MILLI);
            statistics.collect(MILLI);
            recorder.poll();
        });
        Allocations.assertNone(() -> recorder.percentileNanos(95));
    }

    @Test
    void shouldStateItsFootprint() {
        assertThat(new PauseRecorder(statistics).footprintBytes()).isBetween(200_000, 240_000);
    }

    private static void pollSometimes(PauseRecorder recorder, Random random) {
        if (random.nextInt(3) == 0) {
            recorder.poll();
        }
    }

    private static void assertStops(PauseRecorder recorder, long count, long totalNanos, long maxNanos, long merged) {
        assertThat(recorder.count()).as("count").isEqualTo(count);
        assertThat(recorder.totalNanos()).as("total").isEqualTo(totalNanos);
        assertThat(recorder.maxNanos()).as("max").isEqualTo(maxNanos);
        assertThat(recorder.mergedPolls()).as("merged polls").isEqualTo(merged);
    }
}
