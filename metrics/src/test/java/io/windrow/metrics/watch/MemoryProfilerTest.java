package io.windrow.metrics.watch;

import static io.windrow.metrics.watch.SampleFeed.MB;
import static io.windrow.metrics.watch.SampleFeed.NOON;
import static io.windrow.metrics.watch.SampleFeed.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.windrow.buffers.testing.Allocations;
import io.windrow.buffers.testing.Seeds;
import io.windrow.metrics.Figure;
import io.windrow.metrics.Sample;
import io.windrow.metrics.sites.AllocationSite;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryProfilerTest {

    private final SampleFeed feed = new SampleFeed();
    private final MemoryProfiler profiler = MemoryProfiler.builder().capacity(6).build();

    @Test
    void shouldRecordOnlyBetweenStartAndStop() {
        feed.run(profiler, 5, (sample, second) -> sample.set(Figure.THREADS, 10));
        assertThat(profiler.summary()).isEmpty();
        profiler.start();
        feed.run(profiler, 5, (sample, second) -> sample.set(Figure.THREADS, 11));
        profiler.stop();
        feed.run(profiler, 5, (sample, second) -> sample.set(Figure.THREADS, 12));
        assertThat(profiler.summary()).containsExactly(new FigureSummary(Figure.THREADS, 5, 11, 11, 11, 11, 11, 0));
        assertThat(profiler.isRunning()).isFalse();
        assertThatThrownBy(() -> {
            profiler.start();
            profiler.start();
        }).isInstanceOf(IllegalStateException.class).hasMessage("the profiler must not be running");
        assertThat(profiler.summary()).as("a start begins anew").isEmpty();
    }

    @Test
    void shouldSummarizeAsTheTextbookDoes() {
        Seeds.forEach(5, random -> {
            MemoryProfiler fresh = MemoryProfiler.builder().build();
            fresh.start();
            List<Long> values = new ArrayList<>();
            new SampleFeed().run(fresh, 500, (sample, second) -> {
                values.add(40 * MB + random.nextInt(1000));
                sample.set(Figure.RESIDENT, values.get(values.size() - 1));
            });
            double mean = values.stream().mapToLong(Long::longValue).average().orElseThrow();
            double variance = values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum() / values.size();
            FigureSummary summary = fresh.summary().get(0);
            assertThat(summary.mean()).isCloseTo(mean, within(1e-6));
            assertThat(summary.variance()).isCloseTo(variance, within(1e-3));
            assertThat(summary.baseline()).isEqualTo(values.get(0));
            assertThat(summary.last()).isEqualTo(values.get(499));
            assertThat(summary.peak()).isEqualTo(values.stream().max(Long::compare).orElseThrow());
            assertThat(summary.lowest()).isEqualTo(values.stream().min(Long::compare).orElseThrow());
        });
    }

    @Test
    void shouldForgetTheOldestWithoutALabelFirst() {
        profiler.start();
        profiler.keep("kept", SampleFeed.of(0, Figure.THREADS, 0));
        snapshots(1, 7);
        assertThat(profiler.snapshots()).extracting(snapshot -> snapshot.label() + snapshot.get(Figure.THREADS))
            .containsExactly("kept0", "3", "4", "5", "6", "7");
        for (int i = 0; i < 6; i++) {
            profiler.snapshot("label " + i);
        }
        assertThat(profiler.snapshots()).extracting(Snapshot::label)
            .containsExactly("label 0", "label 1", "label 2", "label 3", "label 4", "label 5");
        assertThat(profiler.find("kept")).isNull();
        assertThat(profiler.forgottenSnapshots()).isEqualTo(8);
    }

    @Test
    void shouldCompareTwoSnapshots() {
        Snapshot before = new Snapshot("before", SampleFeed.of(0, Figure.OPEN_FILES, 20));
        Sample later = SampleFeed.of(60, Figure.OPEN_FILES, 25);
        later.set(Figure.SWAP, 7);
        SnapshotDifference difference = SnapshotDifference.between(before, new Snapshot("after", later));
        assertThat(difference.rows()).containsExactly(new SnapshotDifference.Row(Figure.OPEN_FILES, 20, 25));
        assertThat(difference.rows().get(0).change()).isEqualTo(5);
        assertThat(difference.rows().get(0).changePercent()).isEqualTo(25.0);
        assertThat(difference.change(Figure.SWAP)).as("known to one only").isZero();
        assertThat(new SnapshotDifference.Row(Figure.SWAP, 0, 1).changePercent()).isNaN();
        assertThat(difference.toJson())
            .isEqualTo("[{\"figure\":\"openFiles\",\"before\":20,\"after\":25,\"change\":5,\"changePercent\":25}]");
    }

    @Test
    void shouldNotTakeASnapshotOfNothing() {
        profiler.start();
        assertThatThrownBy(() -> profiler.snapshot("early")).isInstanceOf(IllegalStateException.class)
            .hasMessage("a snapshot needs a sample: none has come yet");
        assertThatThrownBy(() -> profiler.snapshot(" ")).isInstanceOf(IllegalArgumentException.class).hasMessage("label must not be blank");
    }

    @ParameterizedTest
    @CsvSource({"HEAP_AFTER_COLLECTION, 1000000", "RESIDENT_ANONYMOUS, 2000000", "OFF_HEAP, 4096", "OPEN_FILES, 1", "THREADS, 1",
        "CLASSES, 100", "POOL_IN_USE, 1"})
    void shouldFindAFigureThatGrowsOverFiveSnapshotsByItsNameAndNothingElse(Figure figure, long step) {
        profiler.start();
        feed.run(profiler, 241, (sample, second) -> {
            LeakSentinelTest.quiet(sample, 0);
            sample.set(Figure.CLASSES, 900);
            sample.set(figure, sample.get(figure) + second / 60 * step);
        });
        assertThat(profiler.findLeaks()).singleElement().satisfies(leak -> {
            assertThat(leak.figure()).isEqualTo(figure);
            assertThat(leak.growth()).isEqualTo(4 * step);
            assertThat(leak.slopePerHour()).isCloseTo(60.0 * step, within(1e-3));
            assertThat(leak.spanNanos()).isEqualTo(240 * SECOND);
            assertThat(leak.text()).startsWith(figure.key() + " grew by ");
        });
        assertThat(profiler.advice()).anySatisfy(sentence -> assertThat(sentence).contains(profiler.findLeaks().get(0).text()));
    }

    @Test
    void shouldFindOneObjectThatLeaked() {
        assertThat(grown(Figure.LEAKED_OBJECTS, 0, 0, 1, 1, 1)).extracting(LeakFinding::growth).containsExactly(1L);
    }

    @Test
    void shouldBeSilentOnAStepAndOnAFigureThatFell() {
        assertThat(grown(Figure.OPEN_FILES, 20, 20, 90, 90, 90)).isEmpty();
        assertThat(grown(Figure.OPEN_FILES, 20, 30, 40, 39, 50)).isEmpty();
        assertThat(grown(Figure.OPEN_FILES, 20, 20, 20, 21, 22)).as("within the slack").isEmpty();
        assertThat(grown(Figure.OPEN_FILES, 20, 30, 40, 50)).as("too few").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10000, LOW", "30000, MEDIUM", "100000, HIGH", "200000, CRITICAL"})
    void shouldRateGrowthByItsShare(long step, Severity severity) {
        assertThat(grown(Figure.OFF_HEAP, 1_000_000, 1_000_000 + step, 1_000_000 + 2 * step, 1_000_000 + 3 * step, 1_000_000 + 4 * step))
            .extracting(LeakFinding::severity).containsExactly(severity);
    }

    @ParameterizedTest
    @CsvSource({"4004, CRITICAL", "10000, HIGH", "1000000, LOW"})
    void shouldRateGrowthByTheTimeThatIsLeftToTheLimit(long limit, Severity severity) {
        profiler.start();
        feed.run(profiler, 241, (sample, second) -> {
            sample.set(Figure.OPEN_FILES_LIMIT, limit);
            sample.set(Figure.OPEN_FILES, 4000 + second / 60 * 5 - 20);
        });
        assertThat(profiler.findLeaks()).extracting(LeakFinding::severity).containsExactly(severity);
    }

    @Test
    void shouldDoubtAHeapThatGrowsWithoutAFullCollection() {
        profiler.start();
        feed.run(profiler, 241, (sample, second) -> {
            sample.set(Figure.OLD_COLLECTIONS, 4);
            sample.set(Figure.HEAP_AFTER_COLLECTION, 10 * MB + second / 60 * 5 * MB);
        });
        assertThat(profiler.findLeaks()).singleElement().satisfies(leak -> {
            assertThat(leak.severity()).isEqualTo(Severity.LOW);
            assertThat(leak.text()).endsWith("; no full collection was seen meanwhile, so it may be garbage that was promoted");
        });
    }

    @Test
    void shouldMeasureWhatAForcedCollectionFreed() {
        feed.set(Figure.HEAP_USED, 7 * MB);
        feed.set(Figure.RESIDENT, 41 * MB);
        feed.set(Figure.OLD_COLLECTIONS, 2);
        MemoryProfiler reading = MemoryProfiler.builder().source(feed, Duration.ofHours(1)).build();
        CollectionOutcome outcome = reading.forceCollection(() -> {
            feed.set(Figure.HEAP_USED, 2 * MB);
            feed.set(Figure.RESIDENT, 40 * MB);
            feed.set(Figure.OLD_COLLECTIONS, 3);
        });
        assertThat(outcome.collected()).isTrue();
        assertThat(outcome.text()).startsWith("freed 5 MB of heap and 1 MB of resident memory in ");
        assertThat(reading.snapshots()).extracting(Snapshot::label).containsExactly("before collection", "after collection");
    }

    @Test
    void shouldSayThatACollectionDidNothing() {
        feed.set(Figure.COLLECTIONS, 2);
        MemoryProfiler reading = MemoryProfiler.builder().source(feed, Duration.ofHours(1)).build();
        CollectionOutcome outcome = reading.forceCollection(() -> { });
        assertThat(outcome.collected()).isFalse();
        assertThat(outcome.text())
            .isEqualTo("the JVM counted no collection: it may run with -XX:+DisableExplicitGC, which makes System.gc() do nothing");
    }

    @Test
    void shouldTellWhyACollectionCannotBeForced() {
        assertThatThrownBy(() -> profiler.forceCollection(() -> { })).isInstanceOf(IllegalStateException.class)
            .hasMessage("a forced collection needs a source");
        MemoryProfiler reading = MemoryProfiler.builder().source(feed, Duration.ofHours(1)).build();
        assertThatThrownBy(() -> reading.forceCollection(() -> {
            throw new IOException("no such process");
        })).isInstanceOf(IllegalStateException.class).hasMessage("the JVM cannot be made to collect: no such process");
    }

    @Test
    void shouldReadItsSourceUntilThatIsLost() throws InterruptedException {
        feed.set(Figure.THREADS, 9);
        MemoryProfiler reading = MemoryProfiler.builder().source(feed, Duration.ofMillis(2)).build();
        reading.start();
        await(() -> !reading.summary().isEmpty() && reading.summary().get(0).count() > 3);
        feed.lost = "pid 7 has ended";
        await(() -> !reading.isRunning());
        assertThat(reading.failure()).isEqualTo("pid 7 has ended");
        reading.stop();
    }

    @Test
    void shouldReportEverythingAsJson() {
        profiler.start();
        feed.run(profiler, 61, (sample, second) -> {
            sample.set(Figure.CPU, second * 500_000_000);
            sample.set(Figure.SWAP, 5);
        });
        String report = profiler.report(List.of(new AllocationSite("a.B.c:\"7\"", "byte[]", 100, 0.5, 3)));
        assertThat(report)
            .startsWith("{\"source\":\"\",\"missing\":\"\",\"failure\":\"\",\"forgottenSnapshots\":0,\"summary\":[{\"figure\":"
            + "\"swapBytes\",\"count\":61,\"baseline\":5,\"lowest\":5,\"peak\":5,\"last\":5,\"mean\":5,\"deviation\":0},");
        assertThat(report)
            .contains("\"sites\":[{\"place\":\"a.B.c:\\\"7\\\"\",\"class\":\"byte[]\",\"bytes\":100,\"share\":0.5,\"samples\":3}]");
        assertThat(report).contains("{\"figure\":\"cpuSeconds\",\"before\":0,\"after\":30,\"change\":30,\"changePercent\":null}");
        assertThat(report).endsWith("{\"label\":\"\",\"time\":\"2026-11-20T12:01:00Z\",\"timeNanos\":" + (NOON + 60 * SECOND)
            + ",\"figures\":{\"swapBytes\":5,\"cpuSeconds\":30}}]}");
        assertThat(report).contains("\"advice\":[\"Give the machine more memory or the process less: 5 B are swapped out,");
    }

    @Test
    void shouldAllocateNothingForASampleThatIsNoSnapshot() {
        MemoryProfiler fresh = MemoryProfiler.builder().snapshotEvery(Duration.ofDays(1000)).build();
        fresh.start();
        SampleFeed.Shape shape = LeakSentinelTest::quiet;
        Allocations.assertNone(() -> feed.run(fresh, 1, shape));
    }

    @Test
    void shouldRefuseSettingsOutOfRange() {
        assertThatThrownBy(() -> MemoryProfiler.builder().capacity(1)).hasMessage("capacity must be at least 2: capacity=1");
        assertThatThrownBy(() -> MemoryProfiler.builder().consecutive(2)).hasMessage("consecutive must be at least 3: consecutive=2");
        assertThatThrownBy(() -> MemoryProfiler.builder().snapshotEvery(Duration.ZERO))
            .hasMessage("snapshotEvery must be positive: snapshotEvery=PT0S");
        assertThatThrownBy(() -> MemoryProfiler.builder().snapshotEvery(Duration.ofDays(200_000)))
            .hasMessage("snapshotEvery must be shorter than 292 years: snapshotEvery=PT4800000H");
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + 20 * SECOND;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.sleep(1);
        }
    }

    private void snapshots(int from, int count) {
        for (int i = from; i < from + count; i++) {
            int threads = i;
            feed.run(profiler, 60, (sample, second) -> sample.set(Figure.THREADS, threads));
        }
    }

    private List<LeakFinding> grown(Figure figure, long... values) {
        MemoryProfiler fresh = MemoryProfiler.builder().build();
        fresh.start();
        new SampleFeed().run(fresh, 60L * values.length, (sample, second) -> sample.set(figure, values[(int) second / 60]));
        return fresh.findLeaks();
    }
}
