package io.windrow.examples.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.Seeds;
import io.windrow.metrics.Figure;
import io.windrow.metrics.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthCheckTest {

    private static final int SAMPLES = 60;

    private interface Change {
        void accept(Sample sample, int index);
    }

    @Test
    void shouldFindNothingWrongWithAHealthyProcess() {
        Seeds.forEach(20, random -> {
            List<Check> checks = checks((sample, i) -> sample.set(Figure.RESIDENT_ANONYMOUS, 25_000_000 + random.nextInt(40_000)));
            assertThat(checks).filteredOn(check -> check.status() == Status.FAIL).isEmpty();
            assertThat(Verdict.of(checks)).isEqualTo(Verdict.PASS);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "residentBytes, 60000001, memory, FAIL", "residentBytes, 60000000, memory, WARN", "residentBytes, 40000000, memory, OK",
        "openFiles, 801, open files, FAIL", "openFiles, 501, open files, WARN", "threads, 401, threads, FAIL",
        "swapBytes, 2000000, swap, WARN", "stopP95Seconds, 50000001, stop P95, FAIL", "stopP95Seconds, 50000000, stop P95, OK",
        "latencyP95Seconds, 5500001, latency P95, FAIL", "latencyP95Seconds, 5100000, latency P95, WARN",
        "heartbeatAgeSeconds, 300000000001, heartbeat, FAIL", "heapAfterCollectionBytes, 61000000, heap, FAIL",
        "heapAfterCollectionBytes, 52000000, heap, WARN", "containerAnonymousBytes, 91000000, container, FAIL",
        "containerAnonymousBytes, 81000000, container, WARN",
        "openFiles, 700, descriptors, WARN", "leakedObjects, 1, leaked objects, WARN"})
    void shouldHoldEachFigureAgainstItsLimit(String key, long value, String name, Status status) {
        List<Check> checks = checks((sample, i) -> sample.set(Figure.of(key), value));
        assertThat(checks).filteredOn(check -> check.name().equals(name)).extracting(Check::status).containsExactly(status);
    }

    @Test
    void shouldFindWhatIsLostWhileItWatches() {
        List<Check> checks = checks((sample, i) -> sample.set(Figure.LEAKED_OBJECTS, i < 40 ? 3 : 4));
        assertThat(checks).contains(new Check("leaked objects", Status.FAIL, "4", "0", "1 while it was watched"));
        assertThat(checks).extracting(Check::name).doesNotContain("off heap");
    }

    @ParameterizedTest
    @CsvSource({"residentAnonymousBytes, 50000, memory growth", "openFiles, 1, open files growth", "threads, 1, threads growth"})
    void shouldFindGrowthByNameAndNothingElse(String key, long step, String name) {
        List<Check> checks = checks((sample, i) -> sample.set(Figure.of(key), 100 + i * step));
        assertThat(checks).filteredOn(check -> check.status() == Status.FAIL).extracting(Check::name).containsExactly(name);
    }

    @Test
    void shouldPutGrowthOfResidentMemoryDownToTheHeapsFirstTouchWhereItMayBeThat() {
        Change grows = (sample, i) -> {
            sample.set(Figure.RESIDENT_ANONYMOUS, 20_000_000 + i * 50_000L);
            sample.set(Figure.HEAP_COMMITTED, 30_000_000);
            sample.set(Figure.HEAP_USED, 2_000_000);
        };
        assertThat(checks(grows)).filteredOn(check -> check.name().equals("memory growth")).extracting(Check::status)
            .containsExactly(Status.WARN);
        assertThat(checks((sample, i) -> {
            grows.accept(sample, i);
            sample.set(Figure.HEAP_USED, 29_000_000);
        }))
            .filteredOn(check -> check.name().equals("memory growth")).extracting(Check::status).containsExactly(Status.FAIL);
    }

    @Test
    void shouldNotCallOneBadSecondABadLatency() {
        assertThat(checks((sample, i) -> sample.set(Figure.LATENCY_P95, i == 30 ? 90_000_000 : 1_000_000)))
            .filteredOn(check -> check.name().equals("latency P95")).extracting(Check::value).containsExactly("1.0 ms");
    }

    @Test
    void shouldTakeAUsersLimitForTheirs() {
        HealthRules rules = new HealthRules();
        rules.limit(Figure.RESIDENT, 512_000_000);
        rules.limit(Figure.CLASSES, 10);
        List<Check> checks = new HealthCheck(rules).of(series((sample, i) -> {
            sample.set(Figure.RESIDENT, 500_000_000);
            sample.set(Figure.CLASSES, 11);
        }));
        assertThat(checks).filteredOn(check -> check.status() == Status.FAIL).extracting(Check::name).containsExactly("classes");
    }

    @Test
    void shouldNotPassWhereMemoryIsNotKnown() {
        SampleSeries series = new SampleSeries();
        series.onSample(new Sample());
        List<Check> checks = new HealthCheck(new HealthRules()).of(series);
        assertThat(Verdict.of(checks)).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void shouldEstimateAllocationByWhatCollectionsClear() {
        AllocationRate rate = AllocationRate.of(series((sample, i) -> {
            sample.set(Figure.HEAP_USED, 1_000_000 + i % 10 * 590_000L);
            sample.set(Figure.HEAP_AFTER_COLLECTION, 1_000_000);
            sample.set(Figure.COLLECTIONS, i / 10);
        }));
        assertThat(rate.isEstimate()).isTrue();
        assertThat(rate.bytesPerSecond()).isEqualTo(9 * 590_000L * 5 / 59.0);
        assertThat(AllocationRate.of(series((sample, i) -> sample.set(Figure.HEAP_USED, i * 9_000L))))
            .isEqualTo(new AllocationRate(9_000, true));
        assertThat(AllocationRate.of(series((sample, i) -> sample.set(Figure.ALLOCATED, i * 7_000L))))
            .isEqualTo(new AllocationRate(7_000, false));
        AllocationRate still = AllocationRate.of(series((sample, i) -> sample.set(Figure.HEAP_USED, 5)));
        assertThat(still.bytesPerSecond()).isNegative();
    }

    private static List<Check> checks(Change change) {
        return new HealthCheck(new HealthRules()).of(series(change));
    }

    /** One sample a second of a healthy process, each of them changed. */
    private static SampleSeries series(Change change) {
        SampleSeries series = new SampleSeries();
        Sample sample = new Sample();
        for (int i = 0; i < SAMPLES; i++) {
            sample.clear(1_000_000_000_000L + i * Spans.SECOND);
            sample.set(Figure.RESIDENT, 35_000_000);
            sample.set(Figure.RESIDENT_ANONYMOUS, 25_000_000);
            sample.set(Figure.OPEN_FILES, 40);
            sample.set(Figure.OPEN_FILES_LIMIT, 1_024);
            sample.set(Figure.THREADS, 20);
            sample.set(Figure.HEAP_LIMIT, 64_000_000);
            sample.set(Figure.CONTAINER_LIMIT, 100_000_000);
            change.accept(sample, i);
            series.onSample(sample);
        }
        return series;
    }
}
