package io.windrow.metrics.watch;

import static io.windrow.metrics.watch.SampleFeed.MB;
import static io.windrow.metrics.watch.SampleFeed.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.testing.Seeds;
import io.windrow.metrics.Figure;
import io.windrow.metrics.watch.BaselineComparison.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryBaselineTest {

    static final BaselineConditions CONDITIONS = new BaselineConditions("OpenJDK 17.0.2", "Linux 6.1 amd64", "-Xmx8m", "2026-11-20");

    @TempDir
    private Path folder;

    static MemoryBaseline of(int samples, Figure figure, long value) {
        return of(samples, figure, value, CONDITIONS);
    }

    private static MemoryBaseline of(int samples, Figure figure, long value, BaselineConditions conditions) {
        BaselineCapture capture = MemoryBaseline.capture();
        new SampleFeed().run(capture, samples, (sample, second) -> sample.set(figure, value));
        return capture.finish(conditions);
    }

    @Test
    void shouldCaptureMeanHighestFloorAndSpread() {
        BaselineCapture capture = MemoryBaseline.capture();
        new SampleFeed().run(capture, 4, (sample, second) -> sample.set(Figure.RESIDENT, 100 + second * 10));
        MemoryBaseline baseline = capture.finish(CONDITIONS);
        assertThat(baseline.get(Figure.RESIDENT)).isEqualTo(new BaselineFigure(Figure.RESIDENT, 115, 130, 100, 11));
        assertThat(baseline.samples()).isEqualTo(4);
        assertThat(baseline.spanNanos()).isEqualTo(3 * SECOND);
        assertThat(baseline.get(Figure.SWAP)).isNull();
    }

    @Test
    void shouldCaptureTotalsAsTheirGrowthPerHour() {
        BaselineCapture capture = MemoryBaseline.capture();
        new SampleFeed().run(capture, 61, (sample, second) -> sample.set(Figure.ALLOCATED, 5_000 + second * 100));
        assertThat(capture.finish(CONDITIONS).get(Figure.ALLOCATED))
            .isEqualTo(new BaselineFigure(Figure.ALLOCATED, 360_000, 360_000, 360_000, 0));
    }

    @Test
    void shouldRefuseABaselineOfNothing() {
        assertThatThrownBy(() -> MemoryBaseline.capture().finish(CONDITIONS)).isInstanceOf(IllegalStateException.class)
            .hasMessage("a baseline needs at least one sample: samples=0");
    }

    @ParameterizedTest
    @CsvSource({"RESIDENT, 40000000, 46000000, PASS", "RESIDENT, 40000000, 46000001, FAIL", "RESIDENT, 40000000, 20000000, PASS",
        "RESIDENT, 100, 1000100, PASS", "RESIDENT, 100, 1000101, FAIL", "OPEN_FILES, 3, 4, PASS", "OPEN_FILES, 3, 7, PASS",
        "OPEN_FILES, 3, 8, FAIL", "STOP_P95, 100000, 1100000, PASS", "STOP_P95, 100000, 1100001, FAIL"})
    void shouldJudgeByShareAndSlack(Figure figure, long before, long now, Verdict verdict) {
        BaselineComparison comparison = of(60, figure, before).compare(of(60, figure, now), new BaselineLimits());
        assertThat(comparison.verdict()).isEqualTo(verdict);
        assertThat(comparison.rows()).singleElement().satisfies(row -> assertThat(row.worse()).isEqualTo(verdict == Verdict.FAIL));
    }

    @Test
    void shouldNameWhatIsWorse() {
        BaselineComparison comparison = of(60, Figure.RESIDENT, 40 * MB).compare(of(60, Figure.RESIDENT, 50 * MB), new BaselineLimits());
        assertThat(comparison.reason()).isEqualTo("residentBytes grew from 40 MB to 50 MB, above 46 MB");
        assertThat(comparison.toJson())
            .isEqualTo("{\"verdict\":\"FAIL\",\"reason\":\"residentBytes grew from 40 MB to 50 MB, above 46 MB\","
            + "\"rows\":[{\"figure\":\"residentBytes\",\"before\":40000000,\"now\":50000000,\"changePercent\":25,\"judged\":true,"
            + "\"limit\":46000000,\"worse\":true}]}");
    }

    @Test
    void shouldJudgeByThresholdsOfItsOwn() {
        MemoryBaseline before = of(60, Figure.RESIDENT, 40 * MB);
        MemoryBaseline now = of(60, Figure.RESIDENT, 45 * MB);
        assertThat(before.compare(now, new BaselineLimits().threshold(0.1)).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(before.compare(now, new BaselineLimits().threshold(Figure.RESIDENT, 0.1)).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(before.compare(now, new BaselineLimits().threshold(0.1).slack(Figure.RESIDENT, 5 * MB)).verdict())
            .isEqualTo(Verdict.PASS);
        assertThatThrownBy(() -> new BaselineLimits().threshold(-0.1)).hasMessage("threshold must be 0 or more: threshold=-0.1");
    }

    @Test
    void shouldJudgeAFigureOnlyIfMoreOfItIsWorseOrItWasAskedFor() {
        MemoryBaseline before = of(60, Figure.EVENTS, 0);
        BaselineCapture capture = MemoryBaseline.capture();
        new SampleFeed().run(capture, 60, (sample, second) -> sample.set(Figure.EVENTS, second * 1000));
        MemoryBaseline now = capture.finish(CONDITIONS);
        assertThat(before.compare(now, new BaselineLimits()).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(before.compare(now, new BaselineLimits().threshold(Figure.EVENTS, 0.1)).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void shouldSayThatThereAreTooFewSamples() {
        BaselineComparison comparison = of(29, Figure.RESIDENT, MB).compare(of(60, Figure.RESIDENT, 90 * MB), new BaselineLimits());
        assertThat(comparison.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(comparison.reason())
            .isEqualTo("too few samples: at least 30 are wanted, the baseline has 29, now there are 60");
        assertThat(comparison.rows()).as("shown all the same").hasSize(1);
    }

    @Test
    void shouldSayThatConditionsDiffer() {
        BaselineConditions other = new BaselineConditions("OpenJDK 25", CONDITIONS.os(), "-Xmx9m", "later");
        BaselineComparison comparison = of(60, Figure.RESIDENT, MB).compare(of(60, Figure.RESIDENT, MB, other), new BaselineLimits());
        assertThat(comparison.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(comparison.reason()).isEqualTo("jvm 'OpenJDK 17.0.2' became 'OpenJDK 25'; flags '-Xmx8m' became '-Xmx9m'");
    }

    @Test
    void shouldComeBackFromItsFileAsItWas() throws IOException {
        BaselineConditions odd = new BaselineConditions(" \\JVM=\n:#", "os\tx", "", "2026");
        BaselineCapture capture = MemoryBaseline.capture();
        new SampleFeed().run(capture, 50, LeakSentinelTest::quiet);
        MemoryBaseline baseline = capture.finish(odd);
        Path file = folder.resolve("a.baseline");
        baseline.save(file);
        MemoryBaseline loaded = MemoryBaseline.load(file);
        assertThat(loaded.conditions()).isEqualTo(odd);
        assertThat(loaded.figures()).isEqualTo(baseline.figures()).hasSize(12);
        assertThat(loaded.samples()).isEqualTo(50);
        assertThat(loaded.spanNanos()).isEqualTo(49 * SECOND);
        Properties properties = new Properties();
        properties.load(Files.newBufferedReader(file));
        assertThat(properties.getProperty("jvm")).isEqualTo(odd.jvm());
        assertThat(properties.getProperty("openFiles.mean")).isEqualTo("20");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "windrow-baseline=1|windrow-baseline=2|the version must be 1|1|windrow-baseline=2",
        "windrow-baseline=1|baseline=1|the first key must be windrow-baseline|1|baseline=1",
        "samples=50|samples=many|samples must be a whole number|2|many",
        "samples=50|samples=-1|samples must not be negative|2|-1",
        "samples=50|samples|a line must be key=value|2|samples",
        "samples=50|jvm=x|a key must not be there twice|4|jvm",
        "jvm=OpenJDK 17.0.2|jvm=a\\x|a backslash must begin a known escape|4|jvm=a\\\\x",
        "openFiles.mean=20|openFiles.mean=20.5|openFiles.mean must be a whole number|8|20.5",
        "openFiles.floor=20|openFiles.flour=20|a key must be there|12|openFiles.floor",
        "end=11|end=12|end must be the number of lines before it, which is 11|12|12",
        "end=11|# gone|a key must be there|11|end",
        "end=11|end=11\\nmore=1|nothing may follow end|13|more=1"})
    void shouldNameFileLineAndValueOfDamage(String good, String bad, String rule, int line, String value) throws IOException {
        Path file = folder.resolve("a.baseline");
        of(50, Figure.OPEN_FILES, 20).save(file);
        String text = Files.readString(file);
        assertThat(text).contains(good);
        Files.writeString(file, text.replace(good, bad.replace("\\n", "\n")));
        assertThatThrownBy(() -> MemoryBaseline.load(file)).isInstanceOf(BaselineException.class)
            .hasMessage(rule + ": file=" + file + ", line=" + line + ", value=" + value);
    }

    @Test
    void shouldFindAFileThatIsCutShortAnywhere() throws IOException {
        Path file = folder.resolve("a.baseline");
        of(50, Figure.OPEN_FILES, 20).save(file);
        String text = Files.readString(file);
        for (int length = 0; length < text.length() - 2; length++) {
            Files.writeString(file, text.substring(0, length));
            assertThatThrownBy(() -> MemoryBaseline.load(file)).as("cut to " + length).isInstanceOf(BaselineException.class)
                .hasMessageContaining("file=" + file + ", line=").hasMessageMatching("[^\n]*");
        }
    }

    @Test
    void shouldSurviveGarbage() {
        Seeds.forEach(200, random -> {
            byte[] garbage = new byte[random.nextInt(200)];
            random.nextBytes(garbage);
            Path file = folder.resolve("garbage");
            try {
                Files.write(file, garbage);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            assertThatThrownBy(() -> MemoryBaseline.load(file)).isInstanceOf(BaselineException.class).hasMessageMatching("[^\n]*");
        });
    }

    @Test
    void shouldNameAFileThatIsNotThere() {
        Path file = folder.resolve("none");
        assertThatThrownBy(() -> MemoryBaseline.load(file)).isInstanceOf(BaselineException.class)
            .hasMessage("the baseline cannot be read: file=" + file + " (NoSuchFileException)");
    }

    @Test
    void shouldDescribeThisJvm() {
        BaselineConditions conditions = BaselineConditions.of(ProcessHandle.current().pid(), 0);
        assertThat(conditions.jvm()).contains(System.getProperty("java.vm.version"));
        assertThat(conditions.date()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(List.of(conditions.differenceTo(conditions))).containsExactly("");
    }
}
