package io.windrow.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days of a fifteenth: long enough for every verdict, and for planted faults to be found by name. */
@EnabledOnOs(OS.LINUX)
class SoakIT {

    private static final long LIMIT_SECONDS = 60;

    @TempDir
    private Path folder;

    @Test
    void shouldFindNothingInACleanEngine() throws Exception {
        CommandLineRun run = soak("--days", "4", "--trades", "1000000", "--json", "soak.json");
        assertThat(run.exit).as(run.out + run.err).isZero();
        assertThat(run.out).contains("4 trading days of 1,000,000 trades each in ", ": all as in the baseline", "Verdict: no growth. ",
            "upper 95 % bound of resident memory ").doesNotContain("24 h", "found:");
        assertThat(run.err).contains("warm-up", "day 1", "day 4", "second load");
        assertThat(Files.readString(folder.resolve("soak.json"))).contains("\"verdict\" : \"no growth\"", "\"tradesOfWholeDay\" : 14688000",
            "\"day\" : 5");
        assertThat(left()).containsExactlyInAnyOrder("soak.json", "out.txt", "err.txt");
    }

    @Test
    void shouldFindNothingInAVirtualMachineAsItComes() throws Exception {
        CommandLineRun run = soak("--profile", "default", "--days", "4", "--trades", "1000000", "--json", "soak.json");
        // Its compiler and its heap settle as they like: too little may be said of a short soak, but nothing must be found.
        assertThat(run.exit).as(run.out + run.err).isIn(0, 5);
        assertThat(run.out).contains(": all as in the baseline").doesNotContain("found:");
        assertThat(Files.readString(folder.resolve("soak.json"))).contains("\"profile\" : \"default\"", "\"jvm flags\" : \"\"");
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
        CommandLineRun run = soak("--days", "4", "--trades", "1000000", "--plant", plant);
        assertThat(run.exit).as(run.out + run.err).isOne();
        assertThat(run.out).contains(text, "Verdict: growth. ");
    }

    /** Waiting between trades has code of its own, which the warm-up must have seen. So few trades tell nothing else. */
    @Test
    void shouldFindNothingWhereTheDaysArePaced() throws Exception {
        CommandLineRun run = soak("--days", "1", "--trades", "50000", "--minutes", "0.1");
        assertThat(run.exit).as(run.out + run.err).isIn(0, 5);
        assertThat(run.out).contains(": all as in the baseline", "1 trading day of 50,000 trades in ").doesNotContain("found:");
    }

    @Test
    void shouldSayThatTheEngineHasDied() throws Exception {
        Process run = CommandLineRun.start(folder, out(), folder.resolve("err.txt").toFile(), "soak");
        ProcessHandle engine = awaitEngine(run);
        engine.destroyForcibly();
        assertThat(run.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).isEqualTo(3);
        assertThat(Files.readAllLines(folder.resolve("err.txt"))).last().asString()
            .isEqualTo("windrow: the engine's JVM has ended before its time: exit=137, it gave no reason");
    }

    @Test
    void shouldEndTheEngineWhenItIsEndedItself() throws Exception {
        Process run = CommandLineRun.start(folder, out(), folder.resolve("err.txt").toFile(), "soak");
        ProcessHandle engine = awaitEngine(run);
        run.destroyForcibly();
        assertThat(engine.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    @Test
    void shouldSayWhyTheEngineDoesNotStart() throws Exception {
        CommandLineRun run = soak("--instruments", "10000");
        assertThat(run.exit).isEqualTo(3);
        assertThat(run.err).contains("windrow: the engine's JVM has ended before its time: exit=1, memory budget exceeded: budgetBytes=");
    }

    @Test
    void shouldSayThatTheResultCannotBeSavedAndLeaveNoPartOfIt() throws Exception {
        Files.createDirectories(folder.resolve("taken/full"));
        CommandLineRun run = soak("--days", "1", "--trades", "100000", "--json", "taken");
        assertThat(run.exit).as(run.out + run.err).isEqualTo(4);
        assertThat(run.err).contains("windrow: json must be a file that can be written: json=taken (");
        assertThat(left()).containsExactlyInAnyOrder("taken", "out.txt", "err.txt");
    }

    private CommandLineRun soak(String... options) throws IOException, InterruptedException {
        return CommandLineRun.of(folder, Stream.concat(Stream.of("soak"), Stream.of(options)).toArray(String[]::new));
    }

    private File out() {
        return folder.resolve("out.txt").toFile();
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** Until it has told of its first progress: before, the process may not be the engine's JVM yet, but what starts it. */
    private ProcessHandle awaitEngine(Process run) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (!Files.readString(folder.resolve("err.txt")).contains("warm-up")) {
            assertThat(run.isAlive()).isTrue();
            assertThat(System.nanoTime() - start).as("an engine is started").isLessThan(TimeUnit.SECONDS.toNanos(LIMIT_SECONDS));
            Thread.sleep(50);
        }
        return run.children().findAny().orElseThrow();
    }
}
