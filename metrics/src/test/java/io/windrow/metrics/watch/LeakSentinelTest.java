package io.windrow.metrics.watch;

import static io.windrow.metrics.watch.SampleFeed.HOUR;
import static io.windrow.metrics.watch.SampleFeed.MB;
import static io.windrow.metrics.watch.SampleFeed.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.windrow.metrics.Figure;
import io.windrow.metrics.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeakSentinelTest {

    private final SampleFeed feed = new SampleFeed();
    private final List<Alarm> alarms = new ArrayList<>();
    private final LeakSentinel sentinel = LeakSentinel.builder().onFinding(alarms::add).build();

    /** A quiet engine: every figure known, none moving but the uptime. */
    static void quiet(Sample sample, long second) {
        sample.set(Figure.UPTIME, second * SECOND);
        sample.set(Figure.HEAP_COMMITTED, 8 * MB);
        sample.set(Figure.HEAP_LIMIT, 8 * MB);
        sample.set(Figure.HEAP_USED, 4 * MB);
        sample.set(Figure.HEAP_AFTER_COLLECTION, 3 * MB);
        sample.set(Figure.RESIDENT_ANONYMOUS, 25 * MB);
        sample.set(Figure.OFF_HEAP, 4 * MB);
        sample.set(Figure.UNACCOUNTED, 10 * MB);
        sample.set(Figure.OPEN_FILES, 20);
        sample.set(Figure.THREADS, 14);
        sample.set(Figure.POOL_IN_USE, 3);
        sample.set(Figure.LEAKED_OBJECTS, 0);
    }

    @ParameterizedTest
    @CsvSource({"HEAP_AFTER_COLLECTION, 300", "RESIDENT_ANONYMOUS, 3000", "OFF_HEAP, 1", "UNACCOUNTED, 3000"})
    void shouldFindARampOfBytesByItsNameAndNothingElse(Figure figure, long bytesPerSecond) {
        feed.run(sentinel, 3 * 3600, (sample, second) -> {
            quiet(sample, second);
            sample.set(figure, sample.get(figure) + second * bytesPerSecond);
        });
        assertThat(alarms).isNotEmpty().allSatisfy(alarm -> assertThat(alarm.figure()).isEqualTo(figure));
        assertThat(alarms.get(0).name()).isEqualTo("leak of " + figure.key());
        LeakFinding finding = sentinel.findings().get(0);
        assertThat(finding.slopePerHour()).isCloseTo(bytesPerSecond * 3600.0, withinPercentage(1));
        assertThat(sentinel.cleanHours()).isLessThan(2);
    }

    @ParameterizedTest
    @CsvSource({"OPEN_FILES, 600", "THREADS, 600", "POOL_IN_USE, 300", "OPEN_FILES, 7200", "THREADS, 7200"})
    void shouldFindARampOfThingsByItsNameAndNothingElse(Figure figure, long secondsEach) {
        feed.run(sentinel, 30 * 3600, (sample, second) -> {
            quiet(sample, second);
            sample.set(figure, sample.get(figure) + second / secondsEach);
        });
        assertThat(alarms).isNotEmpty().allSatisfy(alarm -> assertThat(alarm.figure()).isEqualTo(figure));
    }

    @Test
    void shouldFindALeakOfOnePageEachFiveMinutesThroughNoiseOfOtherFigures() {
        Random random = new Random(7);
        feed.run(sentinel, 3 * 3600, (sample, second) -> {
            quiet(sample, second);
            sample.set(Figure.RESIDENT_ANONYMOUS, 25 * MB + random.nextInt(300_000));
            sample.set(Figure.OFF_HEAP, 4 * MB + second / 300 * 4096);
        });
        assertThat(alarms).isNotEmpty().allSatisfy(alarm -> assertThat(alarm.figure()).isEqualTo(Figure.OFF_HEAP));
        assertThat(alarms.get(0).text()).startsWith("offHeapBytes keeps growing: from 4 MB to 4");
    }

    @Test
    void shouldFindAHeapLeakByWhatFullCollectionsLeave() {
        feed.run(sentinel, 3 * 3600, (sample, second) -> {
            quiet(sample, second);
            long sinceFull = second % 200;
            sample.set(Figure.OLD_COLLECTIONS, second / 200);
            sample.set(Figure.HEAP_AFTER_COLLECTION, 2 * MB + second * 200 + sinceFull * 5_000);
        });
        assertThat(alarms).isNotEmpty().allSatisfy(alarm -> assertThat(alarm.figure()).isEqualTo(Figure.HEAP_AFTER_COLLECTION));
    }

    @Test
    void shouldNotCallPromotedGarbageALeakBeforeAFullCollectionShowsIt() {
        feed.run(sentinel, 30 * 3600, (sample, second) -> {
            quiet(sample, second);
            sample.set(Figure.HEAP_LIMIT, 16 * MB);
            sample.set(Figure.OLD_COLLECTIONS, second / 20_000);
            sample.set(Figure.HEAP_AFTER_COLLECTION, 2 * MB + second % 20_000 * 250);
        });
        assertThat(alarms).isEmpty();
        assertThat(sentinel.cleanHours()).isEqualTo(29);
    }

    @Test
    void shouldNotCallAStepNowAndThenOverADriftWithinTheSlackALeak() {
        feed.run(sentinel, 6 * 3600, (sample, second) -> {
            quiet(sample, second);
            long steps = (second > 7_200 ? 1 : 0) + (second > 10_800 ? 1 : 0);
            sample.set(Figure.RESIDENT_ANONYMOUS, 25 * MB + second * 100 + steps * 20 * MB);
        });
        assertThat(alarms).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"200, false", "50, true"})
    void shouldCallARiseALeakOnlyWhereItEndsAboveAllThatWasBefore(long before, boolean isAboveAll) {
        feed.run(sentinel, 6 * 3600, (sample, second) -> {
            quiet(sample, second);
            sample.set(Figure.POOL_IN_USE, second < 1800 ? 5 : second < 3 * 3600 ? before : 10 + (second - 3 * 3600) / 120);
        });
        assertThat(!alarms.isEmpty()).isEqualTo(isAboveAll);
    }

    @Test
    void shouldFindAHeapThatIsNearlyFullAndGrowsWithoutFullCollections() {
        feed.run(sentinel, 3 * 3600, (sample, second) -> {
            quiet(sample, second);
            sample.set(Figure.OLD_COLLECTIONS, 0);
            sample.set(Figure.HEAP_AFTER_COLLECTION, 5_700_000 + second * 200);
        });
        assertThat(alarms).isNotEmpty().allSatisfy(alarm -> assertThat(alarm.figure()).isEqualTo(Figure.HEAP_AFTER_COLLECTION));
    }

    @Test
    void shouldFindEachObjectThatLeaksFromAPoolAtOnce() {
        feed.run(sentinel, 100, (sample, second) -> {
            quiet(sample, second);
            sample.set(Figure.LEAKED_OBJECTS, second < 50 ? 5 : 7);
        });
        assertThat(sentinel.leakedObjects()).isEqualTo(2);
        assertThat(alarms).singleElement().satisfies(alarm -> {
            assertThat(alarm.figure()).isEqualTo(Figure.LEAKED_OBJECTS);
            assertThat(alarm.text()).isEqualTo("2 objects were out of their pools for longer than the limit, 7 since the start");
        });
    }

    @Test
    void shouldPutGrowthDownToFirstTouchOnlyUpToTheUntouchedHeap() {
        feed.run(sentinel, 4 * 3600, (sample, second) -> {
            quiet(sample, second);
            sample.set(Figure.HEAP_COMMITTED, 12 * MB);
            sample.set(Figure.RESIDENT_ANONYMOUS, 25 * MB + Math.min(8 * MB, second * 800));
        });
        assertThat(alarms).as("8 MB of heap were not touched").isEmpty();
        feed.run(sentinel, 4 * 3600, (sample, second) -> {
            quiet(sample, second);
            sample.set(Figure.HEAP_COMMITTED, 12 * MB);
            sample.set(Figure.RESIDENT_ANONYMOUS, 25 * MB + second * 800);
        });
        assertThat(alarms).as("11 MB are more").isNotEmpty();
    }

    @Test
    void shouldTakeGrowthAtItsWordWhereTheHeapWasTouchedAtTheStart() {
        LeakSentinel strict = LeakSentinel.builder().pretouched(true).onFinding(alarms::add).build();
        feed.run(strict, 3 * 3600, (sample, second) -> {
            quiet(sample, second);
            sample.set(Figure.HEAP_COMMITTED, 12 * MB);
            sample.set(Figure.RESIDENT_ANONYMOUS, 25 * MB + second * 800);
        });
        assertThat(alarms).isNotEmpty();
    }

    @Test
    void shouldCountCleanHoursFromTheEndOfTheWarmUp() {
        feed.run(sentinel, 599, LeakSentinelTest::quiet);
        assertThat(sentinel.isWarmingUp()).isTrue();
        feed.run(sentinel, 1 + 3600, LeakSentinelTest::quiet);
        assertThat(sentinel.isWarmingUp()).isFalse();
        assertThat(sentinel.cleanHours()).isZero();
        feed.run(sentinel, 1, LeakSentinelTest::quiet);
        assertThat(sentinel.cleanHours()).isOne();
        feed.run(sentinel, 23 * 3600, LeakSentinelTest::quiet);
        assertThat(sentinel.cleanHours()).isEqualTo(24);
        assertThat(sentinel.isTargetReached()).isTrue();
        assertThat(sentinel.status()).isEqualTo("24 of 24 clean hours, 0 findings, 0 leaked objects, 0 incomplete hours");
        assertThat(sentinel.cleanHoursAndPart()).isEqualTo(24.0);
    }

    @Test
    void shouldGoBackToZeroAfterAFinding() {
        feed.run(sentinel, 600 + 5 * 3600 + 1, LeakSentinelTest::quiet);
        assertThat(sentinel.cleanHours()).isEqualTo(5);
        feed.run(sentinel, 1, (sample, second) -> {
            quiet(sample, second);
            sample.set(Figure.LEAKED_OBJECTS, 1);
        });
        assertThat(sentinel.cleanHours()).isZero();
        assertThat(sentinel.findingCount()).isOne();
        feed.run(sentinel, 3601, LeakSentinelTest::quiet);
        assertThat(sentinel.cleanHours()).as("a whole hour since").isOne();
    }

    @Test
    void shouldNotCountAnHourWithAGapAndBeginAnotherAtOnce() {
        feed.run(sentinel, 600 + 1800, LeakSentinelTest::quiet).skip(3).run(sentinel, 3600, LeakSentinelTest::quiet);
        assertThat(sentinel.cleanHours()).isZero();
        assertThat(sentinel.incompleteHours()).isOne();
        feed.run(sentinel, 1, LeakSentinelTest::quiet);
        assertThat(sentinel.cleanHours()).isOne();
    }

    @Test
    void shouldCountAnHourWithAGapOfThreeIntervals() {
        feed.run(sentinel, 600 + 1800, LeakSentinelTest::quiet).skip(2).run(sentinel, 1800, LeakSentinelTest::quiet);
        assertThat(sentinel.cleanHours()).isOne();
        assertThat(sentinel.incompleteHours()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"101, 1", "90, 0"})
    void shouldCountAnHourOnlyIfAtMostOneOfAHundredSamplesIsMissing(long every, long hours) {
        for (int i = 0; i < 4300; i++) {
            if (i % every == 5) {
                feed.skip(1);
            } else {
                feed.run(sentinel, 1, LeakSentinelTest::quiet);
            }
        }
        assertThat(sentinel.cleanHours()).isEqualTo(hours);
        assertThat(sentinel.incompleteHours()).isEqualTo(1 - hours);
    }

    @Test
    void shouldBeginAnewWhenTheProcessWasStartedAgain() {
        feed.run(sentinel, 600 + 2 * 3600 + 1, LeakSentinelTest::quiet);
        assertThat(sentinel.cleanHours()).isEqualTo(2);
        feed.run(sentinel, 1, (sample, second) -> {
            quiet(sample, second);
            sample.set(Figure.UPTIME, SECOND);
        });
        assertThat(sentinel.cleanHours()).isZero();
        assertThat(sentinel.isWarmingUp()).isTrue();
    }

    @Test
    void shouldSurviveAClockThatIsSetBack() {
        feed.run(sentinel, 2 * 3600, LeakSentinelTest::quiet).skip(-3600);
        long uptime = 2 * HOUR;
        feed.run(sentinel, 3601, (sample, second) -> {
            quiet(sample, second);
            sample.set(Figure.UPTIME, uptime + second * SECOND);
        });
        assertThat(sentinel.incompleteHours()).isOne();
        assertThat(sentinel.cleanHours()).isEqualTo(2);
        assertThat(alarms).isEmpty();
    }

    @Test
    void shouldNameWhatNoSampleKnew() {
        LeakSentinel other = LeakSentinel.builder().warmUp(Duration.ZERO).targetHours(2).build();
        feed.run(other, 10, (sample, second) -> sample.set(Figure.OPEN_FILES, 5));
        assertThat(other.status()).isEqualTo("0 of 2 clean hours, 0 findings, 0 leaked objects, 0 incomplete hours; not known: "
            + "heapAfterCollectionBytes, residentAnonymousBytes, offHeapBytes, unaccountedBytes, threads, poolInUse");
        assertThat(other.toJson()).isEqualTo("{\"warmingUp\":false,\"cleanHours\":0,\"targetHours\":2,\"targetReached\":false,"
            + "\"leakedObjects\":0,\"incompleteHours\":0,\"findingCount\":0,\"unknown\":[\"heapAfterCollectionBytes\","
            + "\"residentAnonymousBytes\",\"offHeapBytes\",\"unaccountedBytes\",\"threads\",\"poolInUse\"],\"findings\":[]}");
    }
}
