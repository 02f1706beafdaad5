package io.windrow.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bench} as far as it measures nothing. */
class BenchTest {

    private static final String KNOWN = "pipeline.full-work, pipeline.latency-p99-100k, pipeline.latency-p99-1m, pipeline.allocated, "
        + "pipeline.epsilon, decode.binance-json, decode.csv, candle.append, trade.three-frames, "
        + "indicators.six-per-candle, indicators.allocated, window.scan-200, window.read-other-thread, pool.one-thread, pool.lane, "
        + "pool.any-thread, metrics.bound";

    @TempDir
    private Path folder;

    @Test
    void shouldListTheRowsAndTheirPeers() {
        CommandLineRun run = CommandLineRun.here("bench", "--list");
        assertThat(run.exit).isZero();
        assertThat(run.out).startsWith("pipeline.full-work against bare Disruptor, yielding: ≥ 0.800\n")
            .contains("\npipeline.epsilon: finishes\n", "\npool.lane against Agrona one-to-one queue\n");
    }

    @Test
    void shouldListOnlyTheRowsThatAreNamed() {
        String both = "decode.csv against String.split, BigDecimal: ≥ 5.00\n"
            + "window.read-other-thread against the writer's own read: ≥ 0.500\n";
        assertThat(CommandLineRun.here("bench", "--list", "--only", "decode.csv,window.read-other-thread").out).isEqualTo(both);
        assertThat(CommandLineRun.here("bench", "--list", "--only", "decode.csv", "window.read-other-thread").out).isEqualTo(both);
        assertThat(CommandLineRun.here("bench", "--only=decode.csv", "--only=window.read-other-thread", "--list").out).isEqualTo(both);
    }

    @Test
    void shouldNameTheRowsThereAreWhereOneIsUnknown() {
        assertWrongCall("unknown row (known: " + KNOWN + "): only=pool", "bench", "--only", "pool");
    }

    @Test
    void shouldRefuseAFileThatCannotBeWrittenBeforeItMeasures() {
        Path nowhere = folder.resolve("none").resolve("bench.json");
        assertWrongCall("results must go to a file in a folder that exists: json=" + nowhere, "bench", "--json", nowhere.toString());
        assertWrongCall("results must go to a file in a folder that exists: json=" + folder, "bench", "--json", folder.toString());
    }

    @Test
    void shouldRefuseWhatItDoesNotKnow() {
        assertWrongCall("Unknown option: '--fast'", "bench", "--fast");
        assertWrongCall("Expected parameter for option '--only' but found '--quick'", "bench", "--only", "--quick");
    }

    @Test
    void shouldSayInItsHelpWhatTheExitCodesMean() {
        assertThat(CommandLineRun.here("bench", "--help").out).contains("--json", "--quick", "--only", "--list", "--strict",
            "Exit codes: 0 measured, 1 a row failed, or with --strict missed its goal, 2 the call was wrong.");
    }

    private static void assertWrongCall(String message, String... args) {
        CommandLineRun run = CommandLineRun.here(args);
        assertThat(run.exit).isEqualTo(2);
        assertThat(run.err).isEqualToNormalizingNewlines("windrow: " + message + "\nHelp: windrow bench --help\n");
    }
}
