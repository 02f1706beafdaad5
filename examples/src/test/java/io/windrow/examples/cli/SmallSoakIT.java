package io.windrow.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The soak of the small image, where this JDK can link one. Short days: see {@link SoakIT}. */
@EnabledOnOs(OS.LINUX)
class SmallSoakIT {

    @TempDir
    private static Path folder;
    private static Path image;

    @BeforeAll
    static void build() throws Exception {
        image = folder.resolve("image");
        CommandLineRun built = CommandLineRun.of(folder, "image", "--out", image.toString());
        assumeThat(built.exit).as("an image can be linked from this JDK: " + built.err).isNotEqualTo(2);
        assertThat(built.exit).as(built.out + built.err).isZero();
    }

    @Test
    void shouldFindNothingInACleanEngine() throws Exception {
        CommandLineRun run = soak("--json", "soak.json");
        // Its code is compiled late, so a short soak may be inconclusive, but nothing must be found.
        assertThat(run.exit).as(run.out + run.err).isIn(0, 5);
        assertThat(run.out).contains(": all as in the baseline").doesNotContain("found:");
        assertThat(mebibytes(run.out, "resident memory")).isGreaterThan(mebibytes(run.out, "anonymous resident memory") + 10);
        assertThat(Files.readString(folder.resolve("soak.json"))).contains("\"profile\" : \"small\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "off-heap | found: off heap, planted, bytes must be what it was: baseline=",
        "heap     | found: live heap grows by more than ",
        "files    | planted.csv",
        "threads  | found: threads must be what it was: baseline=",
        "pool     | found: pool tickets, in use must be what it was: baseline=",
        "native   | found: anonymous resident memory grows by more than "})
    void shouldFindAPlantedFaultByItsName(String plant, String text) throws Exception {
        CommandLineRun run = soak("--plant", plant);
        assertThat(run.exit).as(run.out + run.err).isOne();
        assertThat(run.out).contains(text, "Verdict: growth. ");
    }

    @Test
    void shouldSayThatTheImageIsDamaged() throws Exception {
        Path copy = Files.createDirectories(folder.resolve("damaged"));
        Files.writeString(copy.resolve("windrow-image.properties"), "os=Linux\n");
        CommandLineRun run = CommandLineRun.of(folder, "soak", "--profile", "small", "--image", copy.toString());
        assertThat(run.exit).isEqualTo(2);
        assertThat(run.err).startsWith("windrow: the image is damaged: image=" + copy + " (").contains("; windrow image builds one");
    }

    /** In the first block. */
    private static double mebibytes(String out, String figure) {
        String row = out.lines().filter(line -> line.startsWith(figure + "  ")).findFirst().orElseThrow();
        return Double.parseDouble(row.substring(figure.length()).trim().split(" ")[0]);
    }

    private static CommandLineRun soak(String... options) throws Exception {
        List<String> all = new ArrayList<>(List.of("soak", "--profile", "small", "--image", image.toString(), "--days", "4", "--trades",
            "1000000"));
        all.addAll(List.of(options));
        return CommandLineRun.of(folder, all.toArray(String[]::new));
    }
}
