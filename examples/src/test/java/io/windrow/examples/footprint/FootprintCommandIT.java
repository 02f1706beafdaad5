package io.windrow.examples.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.examples.ops.json.JsonReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code footprint} with engines that run. */
@EnabledOnOs(OS.LINUX)
@Timeout(240)
class FootprintCommandIT {

    private static final double MB = 1e6;

    @TempDir
    private Path folder;

    @Test
    void shouldMeasureTheDefaultProfileAndSaveIt() throws Exception {
        Path json = folder.resolve("a.json");
        Path html = folder.resolve("a.html");
        FakeProfiles fake = new FakeProfiles();
        int exit = fake.run("--profiles", "default", "--launches", "1", "--seconds", "6", "--json", json.toString(), "--html",
            html.toString());
        assertThat(exit).as(fake.err()).isZero();
        Map<String, Object> found = JsonReader.object(Files.readString(json));
        assertThat(median(found, "vmHwmBytes")).isBetween(30 * MB, 500 * MB);
        assertThat(median(found, "vmHwmBytes")).isGreaterThanOrEqualTo(median(found, "vmRssBytes"));
        assertThat(median(found, "loadedClasses")).isBetween(1_000.0, 5_000.0);
        // Paced it has 10,000 a second, however slow the machine: if that stands still for three of the four seconds, the rest is made up
        // for before or after. At full speed it has millions, and 30,000 where 40 others want the same two processors.
        assertThat(median(found, "pacedEventsPerSecond")).isBetween(2_000.0, 20_000.0);
        assertThat(median(found, "eventsPerSecond")).isGreaterThan(20_000);
        assertThat(median(found, "latencyP50Nanos")).isLessThanOrEqualTo(median(found, "latencyP99Nanos"));
        // The jars of a test's class path are open, too.
        assertThat(median(found, "openFiles")).isBetween(10.0, 200.0);
        assertParts(found);
        assertThat(html).content().contains("<svg", "</html>");
    }

    /** Every part that each JVM must have, and none that swallows the rest. */
    private static void assertParts(Map<String, Object> found) {
        for (String part : List.of("libjvm", "libjvmData", "archive", "archivePrivate", "heap", "metaspace", "code", "offHeap", "stacks",
            "malloc", "modules", "libraries")) {
            assertThat(number(found, "profiles", "default", "parts", part)).as(part).isGreaterThan(200_000);
        }
        double total = number(found, "profiles", "default", "parts", "total");
        assertThat(number(found, "profiles", "default", "parts", "nameless")).isLessThan(total / 5);
        assertThat(number(found, "profiles", "default", "parts", "rest")).isLessThan(MB);
        assertThat(total / median(found, "vmRssBytes")).isBetween(0.97, 1.03);
        assertThat(number(found, "profiles", "default", "offHeapByOwner", "trades")).isEqualTo(821_824);
    }

    @Test
    void shouldTellAMissedGoalAndWhatIsLeftOut() {
        EngineProfile asSmall = EngineProfile.of("small", new EngineProfiles().find("default").command());
        FakeProfiles fake = new FakeProfiles(asSmall, EngineProfile.unavailable("small-25", "there is no such JDK"));
        assertThat(fake.run("--profiles", "small,small-25", "--launches", "1", "--seconds", "3")).isEqualTo(1);
        assertThat(fake.err()).isEqualTo("windrow: small-25 is left out: there is no such JDK\n");
    }

    @Test
    void shouldSayThatTheResultIsNotSaved() {
        FakeProfiles fake = new FakeProfiles();
        assertThat(fake.run("--profiles", "default", "--launches", "1", "--seconds", "3", "--json", "/dev/full")).isEqualTo(4);
        assertThat(fake.err()).startsWith("windrow: the file cannot be saved: file=/dev/full");
    }

    @Test
    void shouldFailWhereAnEngineDiesMeanwhile() {
        List<String> command = new EngineProfiles().find("default").command();
        String line = String.join(" ", command);
        FakeProfiles fake = new FakeProfiles(EngineProfile.of("small",
            List.of("/bin/sh", "-c", "exec " + line + " \"$@\" duration=2s", "sh")));
        assertThat(fake.run("--profiles", "small", "--launches", "1", "--seconds", "30")).isEqualTo(3);
        assertThat(fake.err()).contains("profile=small, exit=0, it gave no reason");
    }

    private static double median(Map<String, Object> found, String measure) {
        return number(found, "profiles", "default", measure, "median");
    }

    private static double number(Map<String, Object> found, String... names) {
        return ((BigDecimal) JsonReader.at(found, names)).doubleValue();
    }
}
