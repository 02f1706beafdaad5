package io.windrow.metrics.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.metrics.Figure;
import io.windrow.metrics.Sample;
import io.windrow.metrics.watch.CollectorAdvice.Recommendation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectorAdvisorTest {

    private static final long MIB = 1 << 20;
    private static final CollectorSettings SERIAL = new CollectorSettings("Serial", 17, 2, "-Xmx30m");

    @TempDir
    private Path folder;

    /** A JVM in order: 10 MiB live of 30 MiB, all committed, a collection every 10 s of 10 ms, little allocated. */
    private static void good(Sample sample, long second) {
        sample.set(Figure.HEAP_LIMIT, 30 * MIB);
        sample.set(Figure.HEAP_COMMITTED, 30 * MIB);
        sample.set(Figure.HEAP_AFTER_COLLECTION, 10 * MIB);
        sample.set(Figure.ALLOCATED, second * 100_000);
        sample.set(Figure.COLLECTIONS, second / 10);
        sample.set(Figure.YOUNG_COLLECTIONS, second / 10);
        sample.set(Figure.OLD_COLLECTIONS, second / 3000);
        sample.set(Figure.COLLECTION_TIME, second * 1_000_000);
        sample.set(Figure.STOPPED_TIME, second * 1_100_000);
        sample.set(Figure.STOP_P95, 10_000_000);
        sample.set(Figure.RESIDENT_ANONYMOUS, 50 * MIB);
    }

    private static CollectorAdvice advice(CollectorSettings settings, SampleFeed.Shape change) {
        CollectorAdvisor advisor = new CollectorAdvisor(settings);
        new SampleFeed().run(advisor, 3601, (sample, second) -> {
            good(sample, second);
            change.set(sample, second);
        });
        return advisor.advise();
    }

    private static List<String> options(CollectorAdvice advice) {
        return advice.recommendations().stream().map(Recommendation::option).toList();
    }

    private static Recommendation of(CollectorAdvice advice, String option) {
        return advice.recommendations().stream().filter(each -> each.option().equals(option)).findFirst().orElseThrow();
    }

    @Test
    void shouldBeSilentOnAJvmInOrderAndWriteDownWhatItHas() {
        CollectorAdvice advice = advice(SERIAL, (sample, second) -> { });
        assertThat(advice.isConclusive()).isTrue();
        assertThat(advice.recommendations()).isEmpty();
        assertThat(advice.optionsFile().lines().filter(line -> !line.startsWith("#")))
            .containsExactly("-XX:+UseSerialGC", "-Xmx30m", "-Xms30m");
        assertThat(advice.optionsFile()).contains("# Epsilon, which never collects, would fill this heap in 0.1 h: only for a run");
        assertThat(advice.reason()).isEqualTo("3601 samples over 3600 s with 361 collections");
    }

    @Test
    void shouldSayThatNotEnoughWasSeen() {
        CollectorAdvice advice = advice(SERIAL, (sample, second) -> {
            sample.set(Figure.COLLECTIONS, second / 800);
            sample.set(Figure.YOUNG_COLLECTIONS, second / 800);
            sample.set(Figure.OLD_COLLECTIONS, 0);
        });
        assertThat(advice.isConclusive()).isFalse();
        assertThat(advice.recommendations()).isEmpty();
        assertThat(advice.optionsFile()).isEmpty();
        assertThat(advice.reason()).isEqualTo("not enough was seen: at least 5 collections and the heap after them are wanted,"
            + " 4 were seen in 3600 s at 100 kB/s allocated; watch longer or force collections");
        assertThat(new CollectorAdvisor(SERIAL).advise().isConclusive()).as("no sample").isFalse();
    }

    @ParameterizedTest
    @CsvSource({"10, 200, -Xmx30m", "10, 20, -Xmx30m", "1, 64, -Xmx8m", "100, 256, ''", "10, 24, ''", "10, 45, ''", "10, 46, -Xmx30m"})
    void shouldSizeTheHeapByWhatLivesInIt(long live, long limit, String option) {
        CollectorAdvice advice = advice(SERIAL, (sample, second) -> {
            sample.set(Figure.HEAP_AFTER_COLLECTION, live * MIB);
            sample.set(Figure.HEAP_LIMIT, limit * MIB);
            sample.set(Figure.HEAP_COMMITTED, limit * MIB);
        });
        assertThat(options(advice).stream().filter(each -> each.startsWith("-Xmx"))).containsExactlyElementsOf(
            option.isEmpty() ? List.of() : List.of(option));
    }

    @Test
    void shouldLeaveRoomForTenSecondsOfAllocation() {
        CollectorAdvice advice = advice(SERIAL, (sample, second) -> sample.set(Figure.ALLOCATED, second * 5 * MIB));
        assertThat(options(advice)).contains("-Xmx60m");
        assertThat(of(advice, "-Xmx60m").evidence())
            .containsExactly("full collections left 10.5 MB", "allocated 5.2 MB/s", "heapMaximumBytes 31.5 MB");
    }

    @Test
    void shouldTakeWhatFullCollectionsLeaveForAlive() {
        CollectorAdvice advice = advice(SERIAL, (sample, second) ->
            sample.set(Figure.HEAP_AFTER_COLLECTION, second % 3000 == 0 ? 10 * MIB : 25 * MIB));
        assertThat(advice.recommendations()).as("25 MiB are garbage too").isEmpty();
        CollectorAdvice doubtful = advice(SERIAL, (sample, second) -> sample.set(Figure.OLD_COLLECTIONS, 7));
        assertThat(doubtful.reason()).endsWith("; no full collection was among them, so what lives in the heap may be less");
    }

    @Test
    void shouldEstimateAllocationByTheFillingOfTheHeap() {
        CollectorAdvice advice = advice(SERIAL, (sample, second) -> {
            sample.set(Figure.ALLOCATED, Sample.ABSENT);
            sample.set(Figure.HEAP_USED, 10 * MIB + second % 10 * 5 * MIB);
        });
        assertThat(of(advice, "-Xmx55m").evidence()).contains("allocated at least 4.7 MB/s");
    }

    @Test
    void shouldFixTheHeapFromTheStart() {
        CollectorAdvice advice = advice(SERIAL, (sample, second) -> sample.set(Figure.HEAP_COMMITTED, 16 * MIB));
        assertThat(options(advice)).containsExactly("-Xms30m");
    }

    @Test
    void shouldChooseSerialWhereLittleIsAllocatedInASmallHeap() {
        assertThat(options(advice(new CollectorSettings("G1", 17, 4, ""), (sample, second) -> { }))).containsExactly("-XX:+UseSerialGC");
        assertThat(options(advice(new CollectorSettings("G1", 17, 4, ""), (sample, second) -> sample.set(Figure.ALLOCATED, second * MIB))))
            .as("1 MB/s and more").isEmpty();
        assertThat(options(advice(new CollectorSettings("G1", 17, 4, ""), (sample, second) -> sample.set(Figure.STOP_P95, Sample.ABSENT))))
            .as("pauses are not known").isEmpty();
    }

    @Test
    void shouldSayWhenEpsilonIsFull() {
        CollectorAdvice advice = advice(new CollectorSettings("Epsilon", 17, 2, ""), (sample, second) -> { });
        assertThat(advice.recommendations()).anySatisfy(each ->
            assertThat(each.reason()).isEqualTo("Epsilon never collects: the heap is full after 0.1 h"));
    }

    @Test
    void shouldChooseG1WithAGoalWhereStopsAreLong() {
        CollectorAdvice advice = advice(SERIAL, (sample, second) -> sample.set(Figure.STOP_P95, 50_000_001));
        assertThat(options(advice)).containsExactly("-XX:+UseG1GC", "-XX:MaxGCPauseMillis=25");
        assertThat(of(advice, "-XX:+UseG1GC").evidence()).containsExactly("stopP95Seconds 50 ms", "2 cores");
        assertThat(options(advice(SERIAL, (sample, second) -> sample.set(Figure.STOP_P95, 50_000_000)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"16, -XX:+UseG1GC", "17, -XX:+UseZGC", "21, -XX:+ZGenerational", "25, -XX:+UseZGC"})
    void shouldChooseZgcForALargeHeapOnSeveralCores(int feature, String option) {
        CollectorAdvice advice = advice(new CollectorSettings("Parallel", feature, 4, ""), (sample, second) -> {
            sample.set(Figure.STOP_P95, 80_000_000);
            sample.set(Figure.HEAP_LIMIT, 1024 * MIB);
            sample.set(Figure.HEAP_COMMITTED, 1024 * MIB);
            sample.set(Figure.HEAP_AFTER_COLLECTION, 340 * MIB);
        });
        assertThat(options(advice)).contains(option);
        assertThat(options(advice).contains("-XX:+ZGenerational")).isEqualTo(feature == 21);
    }

    @Test
    void shouldNotBlameTheCollectorForOtherStopsOrOneCore() {
        CollectorAdvice other = advice(SERIAL, (sample, second) -> {
            sample.set(Figure.STOP_P95, 80_000_000);
            sample.set(Figure.STOPPED_TIME, second * 3_000_000);
        });
        assertThat(options(other)).containsExactly("");
        assertThat(other.recommendations().get(0).reason())
            .startsWith("most of the stopped time is not collections: look with -Xlog:safepoint");
        CollectorAdvice one = advice(new CollectorSettings("Serial", 17, 1, ""), (sample, second) ->
            sample.set(Figure.STOP_P95, 80_000_000));
        assertThat(one.recommendations().get(0).reason()).startsWith("stops are longer than 50 ms and one core leaves none");
    }

    @Test
    void shouldGiveMoreToTheOldGenerationWhereFullCollectionsAreFrequent() {
        CollectorAdvice advice = advice(SERIAL, (sample, second) -> sample.set(Figure.OLD_COLLECTIONS, second / 500));
        assertThat(options(advice)).containsExactly("-Xmx60m", "-Xms60m", "-XX:NewRatio=3");
        assertThat(of(advice, "-XX:NewRatio=3").evidence()).containsExactly("7.0 full collections an hour");
        assertThat(options(advice(SERIAL, (sample, second) -> sample.set(Figure.OLD_COLLECTIONS, second / 600)))).as("6 an hour").isEmpty();
    }

    @Test
    void shouldTouchTheHeapAtTheStartWhereResidentMemoryGrowsAndNothingElse() {
        SampleFeed.Shape touch = (sample, second) -> sample.set(Figure.RESIDENT_ANONYMOUS, 50 * MIB + second * 1000);
        assertThat(options(advice(SERIAL, touch))).containsExactly("-XX:+AlwaysPreTouch");
        assertThat(options(advice(new CollectorSettings("Serial", 17, 2, "-XX:+AlwaysPreTouch"), touch))).as("it is set").isEmpty();
        assertThat(options(advice(SERIAL, (sample, second) -> {
            touch.set(sample, second);
            sample.set(Figure.OFF_HEAP, second * 1000);
        }))).as("the ledger explains it").isEmpty();
        CollectorAdvice large = advice(new CollectorSettings("G1", 17, 2, ""), (sample, second) -> {
            touch.set(sample, second);
            sample.set(Figure.HEAP_LIMIT, 512 * MIB);
            sample.set(Figure.HEAP_COMMITTED, 512 * MIB);
            sample.set(Figure.HEAP_AFTER_COLLECTION, 170 * MIB);
        });
        assertThat(options(large)).containsExactly("");
    }

    @Test
    void shouldWarnOfAContainerThatIsTooSmall() {
        SampleFeed.Shape small = (sample, second) -> {
            sample.set(Figure.CONTAINER_LIMIT, 64 * MIB);
            sample.set(Figure.OFF_HEAP_LIMIT, 20 * MIB);
        };
        CollectorAdvice advice = advice(SERIAL, small);
        assertThat(options(advice)).containsExactly("");
        assertThat(advice.recommendations().get(0).evidence())
            .containsExactly("heap 31.5 MB", "offHeapBudgetBytes 21 MB", "containerLimitBytes 67.1 MB");
        assertThat(options(advice(SERIAL, (sample, second) -> sample.set(Figure.CONTAINER_LIMIT, 64 * MIB)))).isEmpty();
    }

    @Test
    void shouldWriteAFileThatTheLauncherTakes() throws IOException, InterruptedException {
        CollectorAdvice advice = advice(new CollectorSettings("Parallel", 17, 2, ""), (sample, second) -> {
            sample.set(Figure.STOP_P95, 80_000_000);
            sample.set(Figure.RESIDENT_ANONYMOUS, 50 * MIB + second * 1000);
        });
        Path file = Files.writeString(folder.resolve("java.options"), advice.optionsFile());
        Path launcher = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(launcher.toString(), "@" + file, "-XX:+PrintFlagsFinal", "-version").start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(out).isZero();
        assertThat(out).containsPattern("UseG1GC +:?= true").containsPattern("AlwaysPreTouch +:?= true")
            .containsPattern("MaxHeapSize +:?= " + 30 * MIB);
    }

    @Test
    void shouldTellItsAdviceAsJson() {
        assertThat(advice(SERIAL, (sample, second) -> sample.set(Figure.HEAP_COMMITTED, 16 * MIB)).toJson())
            .startsWith("{\"conclusive\":true,\"reason\":\"3601 samples over 3600 s with 361 collections\","
                + "\"recommendations\":[{\"option\":\"-Xms30m\",\"reason\":\"a heap that is whole from the start");
    }

    @Test
    void shouldRefuseSettingsOutOfRange() {
        assertThatThrownBy(() -> new CollectorSettings("G1", -1, 1, "")).hasMessage("feature must be at least 0: feature=-1");
        assertThatThrownBy(() -> new CollectorSettings("G1", 17, 0, "")).hasMessage("cores must be at least 1: cores=0");
    }
}
