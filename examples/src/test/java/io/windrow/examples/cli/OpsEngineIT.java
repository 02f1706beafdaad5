package io.windrow.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.examples.prove.report.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that watch, on an engine as {@code run} starts it. */
class OpsEngineIT {

    private static Process engine;
    private static String url;

    @BeforeAll
    static void start() throws IOException {
        engine = new ProcessBuilder(CommandLineRun.command("run", "metrics-port=0", "rate=2000", "duration=900s")).redirectErrorStream(true)
            .start();
        BufferedReader out = new BufferedReader(new InputStreamReader(engine.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        while (line != null && !line.contains("http://")) {
            line = out.readLine();
        }
        assertThat(line).as("where the engine answers").isNotNull();
        url = line.replaceFirst(".*(http://[0-9.]+:[0-9]+).*", "$1");
        Thread drain = new Thread(() -> out.lines().forEach(ignored -> { }));
        drain.setDaemon(true);
        drain.start();
        awaitHeard();
    }

    /** The endpoint answers before the first event. */
    private static void awaitHeard() {
        long start = System.nanoTime();
        while (!CommandLineRun.here("mem-snapshot", "--url", url).out.contains("heartbeatAgeSeconds")) {
            assertThat(System.nanoTime() - start).as("an engine is heard within 60 s").isLessThan(60_000_000_000L);
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        engine.destroyForcibly().waitFor();
    }

    @Test
    void shouldFindEveryNameInTheScrapeOfAnEngine() {
        CommandLineRun run = CommandLineRun.here("prometheus-check", "--url", url, "--answer-within", "60s", "--slowest", "60s");
        assertThat(run.exit).as(run.out + run.err).isZero();
    }

    @Test
    void shouldReadTheFiguresOfAnEngineAndOfItsProcessAlike() throws IOException {
        Object byUrl = Json.read(CommandLineRun.here("mem-snapshot", "--json", "-", "--url", url).out);
        Object byPid = Json.read(CommandLineRun.here("mem-snapshot", "--json", "-", "--pid", Long.toString(engine.pid())).out);
        for (String figure : new String[] {"residentBytes", "heapMaximumBytes", "classes", "openFilesLimit"}) {
            double told = Double.parseDouble((String) Json.at(byUrl, "figures", figure));
            double seen = Double.parseDouble((String) Json.at(byPid, "figures", figure));
            assertThat(told).as(figure).isBetween(seen * 0.8, seen * 1.25);
        }
        assertThat(Json.at(byUrl, "figures", "liveSources")).isEqualTo("1");
    }

    @Test
    void shouldAskAnEngineHowItIs() {
        CommandLineRun run = CommandLineRun.here("health", "--url", url);
        assertThat(run.exit).as(run.out + run.err).isIn(0, 1);
        assertThat(run.out).contains("engine ", "residentBytes", "stoppedPipelines");
    }

    @Test
    void shouldCaptureABaselineWithTheConditionsOfTheEngine(@TempDir Path folder) {
        CommandLineRun run = CommandLineRun.here("mem-baseline", "capture", "--for", "3s", "--url", url, "--out",
            folder.resolve("engine.baseline").toString());
        assertThat(run.exit).as(run.out + run.err).isZero();
        assertThat(run.out).contains(System.getProperty("java.vm.version"));
    }
}
