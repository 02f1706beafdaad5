package io.windrow.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code bench} as a user calls it, for one row of each kind. */
@Timeout(300)
class BenchIT {

    @TempDir
    private Path folder;

    @Test
    void shouldMeasureARowOfABenchmarkBesideItsPeer() throws Exception {
        CommandLineRun run = bench("window.read-other-thread");
        assertThat(run.exit).as(run.out + run.err).isZero();
        assertThat(run.out).containsPattern("window.read-other-thread +the writer's own read +[0-9.]+ ns +[0-9.]+ ns +[0-9.]+ ");
        assertThat(run.err).contains("[ 1/3", "[ 3/3").doesNotContain("Exception");
        assertThat(json()).containsPattern("\"ratio\" : [0-9]").containsPattern("\"allocatedBytesPerOp\" : [0-9]")
            .contains("\"mode\" : \"quick\"", "\"failure\" : null");
    }

    @Test
    void shouldRunAStreamWithoutACollector() throws Exception {
        CommandLineRun run = bench("pipeline.epsilon");
        assertThat(run.exit).as(run.out + run.err).isZero();
        assertThat(run.out).containsPattern("pipeline.epsilon +[0-9.]+ M/s +finishes +yes");
        assertThat(json()).contains("\"met\" : true", "\"peer\" : null");
    }

    @Test
    void shouldFailARowWhoseBenchmarkIsNotThere() throws Exception {
        // The benchmarks of the pools are not on the class path of the tests.
        CommandLineRun run = bench("pool.one-thread");
        assertThat(run.exit).isEqualTo(1);
        assertThat(run.out).containsPattern("pool.one-thread +array stack, unchecked +failed").contains("pool.one-thread failed: ");
        assertThat(json()).contains("\"met\" : false");
    }

    @Test
    void shouldEndItsJvmsAndThoseOfJmhWhenItIsKilled() throws Exception {
        Process command = CommandLineRun.start(folder, folder.resolve("out.txt").toFile(), folder.resolve("err.txt").toFile(), "bench",
            "--only", "window.read-other-thread");
        List<ProcessHandle> started = List.of();
        while (started.size() < 2 && command.isAlive()) {
            Thread.sleep(20);
            started = command.descendants().toList();
        }
        assertThat(started).hasSize(2);
        command.destroyForcibly();
        for (ProcessHandle process : started) {
            process.onExit().get(60, TimeUnit.SECONDS);
        }
    }

    private CommandLineRun bench(String row) throws Exception {
        return CommandLineRun.of(folder, "bench", "--quick", "--json", "bench.json", "--only", row);
    }

    private String json() throws Exception {
        return Files.readString(folder.resolve("bench.json"));
    }
}
