package io.windrow.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForkedProcessIT {

    @TempDir
    Path folder;

    @Test
    void shouldReadAnotherJvmFromOutside() throws IOException {
        try (ForkedJvm jvm = new ForkedJvm(List.of("-XX:+UseSerialGC", "-Xmx192m"));
             CollectorStatistics statistics = CollectorStatistics.of(jvm.pid());
             ProcessMemory memory = ProcessMemory.of(jvm.pid());
             ProcessCpu cpu = ProcessCpu.of(jvm.pid())) {
            assertThat(statistics.collections()).isEqualTo(jvm.number("collections")).isPositive();
            assertThat(statistics.safepoints()).isGreaterThanOrEqualTo(jvm.number("lastStop"));
            assertThat(memory.peakResidentBytes()).isGreaterThan(jvm.number("peakHeapBytes"));
            assertThat(cpu.totalNanos()).isPositive();
            memory.refreshExact();
            assertThat(memory.exactResidentBytes()).isPositive();
        }
    }

    @Test
    void shouldBringInNeitherManagementNorStreams() throws IOException {
        Path log = folder.resolve("classes.log");
        new ForkedJvm(List.of("-XX:+UseSerialGC", "-Xmx192m", "-Xlog:class+load:file=" + log)).close();
        List<String> loaded = Files.readAllLines(log);
        assertThat(loaded).anyMatch(line -> line.contains("io.windrow.metrics.ProcessSampler "));
        assertThat(loaded).anyMatch(line -> line.contains("io.windrow.metrics.ProcessSource "));
        assertThat(loaded).noneMatch(line -> line.contains(" java.lang.management.") || line.contains(" sun.management."));
        assertThat(loaded).noneMatch(line -> line.contains(" java.util.stream.") || line.contains(" java.util.regex."));
        System.out.println("classes loaded with all instruments: " + loaded.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-XX:-UsePerfData", "-XX:+PerfDisableSharedMem"})
    void shouldFallBackToTheBeansAndSaySo(String option) throws IOException {
        try (ForkedJvm jvm = new ForkedJvm(List.of("-XX:+UseSerialGC", "-Xmx192m", option))) {
            assertThat(jvm.text("source")).isEqualTo("MXBeans");
            assertThat(jvm.text("missing")).isEqualTo("no stop-the-world time (no performance counters)");
            assertThat(jvm.number("count")).isEqualTo(-1);
            assertThat(jvm.number("collectionCount")).isEqualTo(jvm.number("collections")).isPositive();
            assertThat(jvm.text("sourceMissing"))
                .contains("no stops of all threads, collections in whole ms, reading allocates (no performance counters)");
            assertThat(jvm.number("sourceStops")).isEqualTo(-1);
            assertThat(jvm.number("sourceCollections")).isEqualTo(jvm.number("collections"));
            assertThat(jvm.number("sourceYoungCommitted")).isPositive();
            assertThat(jvm.number("sourceMetaspace")).isPositive();
            assertThat(jvm.number("sourceAfterCollection")).isBetween(1L, jvm.number("sourceHeapUsed"));
            assertThatThrownBy(() -> HotspotCounters.of(jvm.pid())).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("-XX:-UsePerfData or -XX:+PerfDisableSharedMem");
        }
    }

    @Test
    void shouldNotTakeTheFileThatAnEarlierProcessLeftBehind() throws IOException {
        Path own = Path.of("/tmp", "hsperfdata_" + System.getProperty("user.name"), "" + ProcessHandle.current().pid());
        Path left = Files.createTempDirectory(Path.of("/tmp"), "hsperfdata_windrow");
        try (ForkedJvm jvm = new ForkedJvm(List.of("-XX:+UseSerialGC", "-Xmx192m", "-XX:-UsePerfData"))) {
            Path stale = Files.copy(own, left.resolve(Long.toString(jvm.pid())), StandardCopyOption.REPLACE_EXISTING);
            try {
                assertThatThrownBy(() -> HotspotCounters.of(jvm.pid())).hasMessageStartingWith("no performance counters");
            } finally {
                Files.delete(stale);
            }
        } finally {
            Files.delete(left);
        }
    }
}
