package io.windrow.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.examples.prove.report.Json;
import io.windrow.metrics.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands that watch an engine through its endpoint. */
class OpsEndpointTest {

    /** The first and the last: a machine that stands still for a second leaves no more of a look of a second. */
    private static final String SURE_SAMPLES = "2";

    @TempDir
    private Path folder;

    private FakeEngine engine;

    @BeforeEach
    void open() throws IOException {
        engine = new FakeEngine();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void shouldSayThatAHealthyEngineIs() {
        CommandLineRun run = engine.run("health");
        assertThat(run.exit).as(run.err).isZero();
        assertThat(run.err).isEmpty();
        assertThat(run.out.lines()).contains("engine   OK          UP      UP   HTTP 200", "PASS");
    }

    @Test
    void shouldEndWithOneWhereTheEngineIsDownAndKeepTheReportOfTheDay() throws IOException {
        LocalDate day;
        Path daily;
        // At midnight one of the two runs belongs to the next day, and the other to a report of its own.
        do {
            day = LocalDate.now(ZoneOffset.UTC);
            daily = Files.createDirectory(folder.resolve("since-" + day));
            runUpAndDown(daily);
        } while (!day.equals(LocalDate.now(ZoneOffset.UTC)));
        Path report = daily.resolve("health-" + day + ".json");
        Object tree = Json.read(Files.readString(report));
        assertThat(Json.at(tree, "windrow-health")).isEqualTo("1");
        assertThat(Json.at(tree, "count")).isEqualTo("2");
        assertThat(Json.at(tree, "failed")).isEqualTo("1");
        assertThat(Json.at(tree, "runs", "1", "checks", "1", "why")).isEqualTo("silent");
        try (Stream<Path> files = Files.list(daily)) {
            assertThat(files).containsExactly(report);
        }
    }

    private void runUpAndDown(Path daily) {
        engine.health = FakeEngine.UP;
        engine.healthStatus = 200;
        assertThat(engine.run("health", "--daily", daily.toString()).exit).isZero();
        engine.health = "{\"status\":\"DOWN\",\"checks\":"
            + "[{\"name\":\"sources\",\"status\":\"DOWN\",\"value\":0,\"limit\":1,\"why\":\"silent\"}]}";
        engine.healthStatus = 503;
        CommandLineRun run = engine.run("health", "--daily", daily.toString());
        assertThat(run.exit).as(run.err).isEqualTo(1);
        assertThat(run.out).endsWith("\nFAIL: engine, sources\n");
    }

    @Test
    void shouldLeaveAReportOfAnotherVersionAsItIs() throws IOException {
        String other = "{\"windrow-health\":2,\"runs\":[]}";
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        List<Path> reports = new ArrayList<>();
        // Tomorrow's too: it may be midnight.
        for (LocalDate day : List.of(today, today.plusDays(1))) {
            reports.add(Files.writeString(folder.resolve("health-" + day + ".json"), other));
        }
        assertThat(engine.run("health", "--daily", folder.toString()).err)
            .startsWith("windrow: no daily report (windrow-health 1 was expected)");
        assertThat(reports).allSatisfy(report -> assertThat(report).content().isEqualTo(other));
    }

    @Test
    void shouldNotBelieveAnEngineThatIsUpAndUnavailable() {
        engine.healthStatus = 503;
        assertThat(engine.run("health").exit).isEqualTo(1);
        engine.healthStatus = 200;
        engine.health = "{\"status\":\"DEGRADED\",\"checks\":[]}";
        CommandLineRun degraded = engine.run("health");
        assertThat(degraded.exit).isZero();
        assertThat(degraded.out).endsWith("PASS, to be looked at: engine\n");
    }

    @Test
    void shouldPrintJsonAloneWhenAsked() throws IOException {
        CommandLineRun run = engine.run("mem-snapshot", "--label", "noon", "--json", "-");
        assertThat(run.exit).as(run.err).isZero();
        Object tree = Json.read(run.out);
        assertThat(Json.at(tree, "command")).isEqualTo("mem-snapshot");
        assertThat(Json.at(tree, "verdict")).isEqualTo("PASS");
        assertThat(Json.at(tree, "target")).isEqualTo(engine.url());
        assertThat(Json.at(tree, "figures", "residentBytes")).isEqualTo("35000000");
        assertThat(Json.at(tree, "figures", "stopP95Seconds")).isEqualTo("0.002");
        assertThat(Json.at(tree, "figures")).asInstanceOf(InstanceOfAssertFactories.MAP).doesNotContainKey("swapBytes");
    }

    @Test
    void shouldCompareASnapshotWithOneThatWasSaved() {
        Path saved = folder.resolve("a.json");
        assertThat(engine.run("mem-snapshot", "--label", "first", "--out", saved.toString()).exit).isZero();
        engine.with(Figure.RESIDENT, 40_000_000);
        CommandLineRun run = engine.run("mem-snapshot", "--compare", saved.toString());
        assertThat(run.exit).as(run.err).isZero();
        assertThat(run.out).contains("compared with first of ");
        assertThat(run.out.lines()).anyMatch(line -> line.matches("  residentBytes +40.0 MB +35.0 MB +\\+5.0 MB .*"));
        assertThat(run.out.lines()).anyMatch(line -> line.matches("  openFiles +40 +40 +0 .*"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"windrow-snapshot\":2}|windrow-snapshot 1 was expected, found 2", "{|Unexpected end-of-input", "[]|an object was expected",
        "{\"windrow-snapshot\":1,\"timeNanos\":1}|figures or timeNanos are missing",
        "{\"windrow-snapshot\":1,\"timeNanos\":1,\"figures\":{\"openFiles\":\"x\"}}|a figure must be a number: openFiles=x"})
    void shouldRefuseASnapshotThatIsDamagedOrOfAnotherVersion(String content, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.json"), content);
        CommandLineRun run = engine.run("mem-snapshot", "--compare", file.toString());
        assertThat(run.exit).isEqualTo(2);
        assertThat(run.err).startsWith("windrow: no snapshot (" + message).contains("): file=" + file);
        assertThat(run.err.lines()).hasSize(2);
    }

    @Test
    void shouldPassACleanScrape() throws IOException {
        Path json = folder.resolve("p.json");
        CommandLineRun run = engine.run("prometheus-check", "--between", "10ms", "--answer-within", "60s", "--slowest", "60s", "--json",
            json.toString());
        assertThat(run.exit).as(run.out).isZero();
        assertThat(run.out).endsWith("\nPASS\n");
        assertThat(Json.at(Json.read(Files.readString(json)), "problems")).isEqualTo(List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "process_open_fds 40|process_open_fds forty|format|! the value must be a number: line=15, process_open_fds forty",
        "# TYPE leaked_objects_total counter|# leaked|format|! TYPE is missing: line=",
        "clean_hours_counter|clean_hours|names|! missing: clean_hours_counter",
        "active_connections 1|# none|names|! missing: active_connections"})
    void shouldNameWhatIsWrongWithAScrape(String part, String instead, String check, String problem) {
        engine.metrics = FakeScrape.CLEAN.replace(part, instead);
        CommandLineRun run = engine.run("prometheus-check", "--between", "10ms");
        assertThat(run.exit).as(run.out).isEqualTo(1);
        assertThat(run.out).contains(problem).contains("FAIL: " + check);
    }

    @Test
    void shouldFindACounterThatFalls() {
        engine.replies.put("/metrics", exchange -> {
            boolean first = engine.requests.get() == 1;
            FakeEngine.send(exchange, 200, "text/plain", first ? FakeScrape.CLEAN : FakeScrape.CLEAN.replace("12.5", "12.4"));
        });
        CommandLineRun run = engine.run("prometheus-check", "--between", "10ms");
        assertThat(run.exit).isEqualTo(1);
        assertThat(run.out).contains("! process_cpu_seconds_total fell from 12.5 to 12.4", "FAIL: counters");
    }

    @Test
    void shouldFindAScrapeThatIsSlowOrNoText() {
        engine.replies.put("/metrics", exchange -> {
            FakeEngine.pause(300);
            FakeEngine.send(exchange, 200, "text/html", FakeScrape.CLEAN);
        });
        CommandLineRun run = engine.run("prometheus-check", "--between", "10ms", "--slowest", "200ms");
        assertThat(run.exit).isEqualTo(1);
        assertThat(run.out).endsWith("FAIL: content type, scrape time\n");
    }

    @ParameterizedTest
    @CsvSource({"stop=50ms, 0, PASS", "stop=5ms, 1, FAIL: stop P95", "stop=20ms, 5, INCONCLUSIVE: stop P95", "latency=5ms, 0, PASS",
        "latency=1ms, 0, PASS", "collection=5ms, 1, FAIL: collection P95", "windrow_stop_seconds=50ms, 0, PASS"})
    void shouldJudgeTheP95OfAHistogramByItsBuckets(String limit, int exit, String verdict) {
        CommandLineRun run = engine.run("assert-p95", "--max", limit);
        assertThat(run.exit).as(run.out + run.err).isEqualTo(exit);
        assertThat(run.out).endsWith("\n" + verdict + "\n");
    }

    @Test
    void shouldCountOnlyWhatHappensWhileItWatches() {
        engine.replies.put("/metrics", exchange -> {
            String slow = FakeScrape.CLEAN.replace(FakeScrape.histogram("windrow_stop_seconds", 0, 90, 100, 100),
                FakeScrape.histogram("windrow_stop_seconds", 0, 90, 100, 130));
            FakeEngine.send(exchange, 200, "text/plain", engine.requests.get() == 1 ? FakeScrape.CLEAN : slow);
        });
        CommandLineRun run = engine.run("assert-p95", "--max", "stop=50ms", "--for", "1s");
        assertThat(run.exit).as(run.out).isEqualTo(1);
        assertThat(run.out).contains("   30 seen, P95 above 50.0 ms, up to more");
    }

    @Test
    void shouldNotJudgeTooFewEvents() {
        CommandLineRun run = engine.run("assert-p95", "--max", "stop=50ms", "--events", "101");
        assertThat(run.exit).isEqualTo(5);
        assertThat(run.out).contains("too few: 100 seen, 101 are needed");
        CommandLineRun unknown = engine.run("assert-p95", "--max", "order_latency=5ms");
        assertThat(unknown.exit).isEqualTo(2);
        assertThat(unknown.err).startsWith("windrow: no such histogram in /metrics: max=order_latency");
    }

    @Test
    void shouldWatchTheMemoryOfAnEngine() {
        CommandLineRun good = engine.run("mem-health", "--for", "1s", "--interval", "50ms");
        assertThat(good.exit).as(good.out).isZero();
        engine.with(Figure.RESIDENT, 60_100_000);
        CommandLineRun bad = engine.run("mem-health", "--for", "1s", "--interval", "50ms");
        assertThat(bad.exit).isEqualTo(1);
        assertThat(bad.out).contains("memory").endsWith("FAIL: memory\n");
        assertThat(engine.run("mem-health", "--for", "1s", "--limit", "residentBytes=70MB").exit).isZero();
    }

    @Test
    void shouldRollBackACanaryThatIsWorseAndPromoteOneThatIsNot() throws IOException {
        try (FakeEngine canary = new FakeEngine()) {
            CommandLineRun same = canary(canary);
            assertThat(same.exit).as(same.out + same.err).isZero();
            assertThat(same.out).endsWith("\nPROMOTE\n");
            canary.with(Figure.RESIDENT, 42_000_000);
            CommandLineRun worse = canary(canary);
            assertThat(worse.exit).isEqualTo(1);
            assertThat(worse.out).contains("ROLLBACK: ").contains("residentBytes");
            canary.with(Figure.RESIDENT, 35_000_000).with(Figure.UPTIME, 5_000_000_000L);
            CommandLineRun young = canary(canary);
            assertThat(young.exit).isEqualTo(5);
            assertThat(young.out).endsWith("WAIT: the canary has run for 5.0 s, 1m are wanted\n");
            canary.health = "{\"status\":\"DOWN\"}";
            assertThat(canary(canary).out).endsWith("ROLLBACK: engine DOWN, limit UP\n");
        }
    }

    @Test
    void shouldWaitWhereTheLoadsDifferAndSayWhichTargetIsLost() throws IOException {
        try (FakeEngine canary = new FakeEngine()) {
            AtomicLong events = new AtomicLong();
            engine.change = sample -> sample.set(Figure.EVENTS, events.addAndGet(1000));
            CommandLineRun differ = canary(canary);
            assertThat(differ.exit).as(differ.out).isEqualTo(5);
            assertThat(differ.out).contains("WAIT: the loads differ: ");
            canary.reply(FakeEngine.CURRENT, 500, "");
            CommandLineRun lost = canary(canary);
            assertThat(lost.exit).isEqualTo(3);
            assertThat(lost.err.lines()).contains("windrow: canary: endpoint answers 500: url=" + canary.url() + FakeEngine.CURRENT);
        }
    }

    @Test
    void shouldNotCallTheTimeOverAPass() {
        CommandLineRun run = engine.run("leak-sentinel", "--for", "1s", "--interval", "100ms");
        assertThat(run.exit).isEqualTo(5);
        // An hour whose samples are not all there has a line before it, where the machine stands still for a moment.
        assertThat(run.out.lines()).last().asString().startsWith("INCONCLUSIVE: the time is over before the target");
    }

    @Test
    void shouldActOnceWhenARuleFires() throws IOException {
        Path fired = folder.resolve("fired.txt");
        engine.with(Figure.HEARTBEAT_AGE, 301_000_000_000L);
        CommandLineRun run = engine.run("watchdog", "--when", "heartbeatAgeSeconds>300s for 2", "--interval", "20ms", "--once",
            "--snapshots", folder.toString(), "--action", "echo $WINDROW_FIGURE $WINDROW_VALUE >> " + fired);
        assertThat(run.exit).as(run.err).isEqualTo(1);
        assertThat(run.out).contains("heartbeatAgeSeconds>300s for 2: ").endsWith("alarms: 1\n");
        assertThat(fired).content().startsWith("heartbeatAgeSeconds 301").hasLineCount(1);
        try (var files = Files.list(folder)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("windrow-watch-"))).hasSize(1);
        }
    }

    @Test
    void shouldSayThatAnActionFailedAndThatNothingFired() {
        CommandLineRun failed = engine.run("watchdog", "--when", "openFiles>1 for 1", "--interval", "20ms", "--once", "--action", "exit 7");
        assertThat(failed.exit).isEqualTo(1);
        assertThat(failed.err).contains("windrow: the action ended with 7");
        CommandLineRun quiet = engine.run("watchdog", "--when", "openFiles>1000", "--interval", "50ms", "--for", "1s");
        assertThat(quiet.exit).as(quiet.err).isZero();
        assertThat(quiet.out).isEqualTo("alarms: 0\n");
    }

    @Test
    void shouldTellAWebhook() throws IOException {
        try (FakeEngine hook = new FakeEngine()) {
            AtomicLong told = new AtomicLong();
            hook.replies.put("/hook", exchange -> {
                told.addAndGet(exchange.getRequestBody().readAllBytes().length);
                FakeEngine.send(exchange, 200, "text/plain", "ok");
            });
            CommandLineRun run = engine.run("watchdog", "--when", "openFiles>1 for 1", "--interval", "20ms", "--once", "--webhook",
                hook.url() + "/hook");
            assertThat(run.exit).as(run.err).isEqualTo(1);
            assertThat(told).hasPositiveValue();
        }
    }

    @Test
    void shouldValidateAllInOneRun() throws IOException {
        Path json = folder.resolve("all.json");
        CommandLineRun run = engine.run("validate", "--for", "1s", "--interval", "50ms", "--answer-within", "60s", "--slowest", "60s",
            "--json", json.toString());
        assertThat(run.exit).as(run.out + run.err).isZero();
        Object tree = Json.read(Files.readString(json));
        for (String part : List.of("health", "prometheus-check", "mem-health", "assert-p95", "gc-profile")) {
            assertThat(Json.at(tree, "parts", part, "verdict")).as(part).isEqualTo("PASS");
        }
        engine.metrics = FakeScrape.CLEAN.replace("clean_hours_counter", "clean_hours");
        CommandLineRun bad = engine.run("validate", "--for", "1s", "--interval", "50ms", "--answer-within", "60s", "--slowest", "60s");
        assertThat(bad.exit).isEqualTo(1);
        assertThat(bad.out).endsWith("\nFAIL: prometheus-check\n");
    }

    @Test
    void shouldGateABuildByItsBaseline() {
        String file = folder.resolve("engine.baseline").toString();
        String[] look = {"--for", "1s", "--interval", "20ms", "--samples", SURE_SAMPLES, "--baseline", file};
        assertThat(gate(look, "--update").exit).isZero();
        CommandLineRun same = gate(look);
        assertThat(same.exit).as(same.out + same.err).isZero();
        engine.with(Figure.RESIDENT, 42_000_000);
        CommandLineRun worse = gate(look);
        assertThat(worse.exit).isEqualTo(1);
        assertThat(worse.out).contains("residentBytes").endsWith("\nFAIL: baseline\n");
        assertThat(gate(look, "--threshold", "25").exit).isZero();
        engine.with(Figure.RESIDENT, 61_000_000);
        CommandLineRun refused = gate(look, "--update");
        assertThat(refused.exit).isEqualTo(1);
        assertThat(refused.out).doesNotContain("saved: ");
    }

    private CommandLineRun canary(FakeEngine canary) {
        return CommandLineRun.here("canary-status", "--stable", engine.url(), "--canary", canary.url(), "--for", "1s", "--interval", "20ms",
            "--samples", SURE_SAMPLES);
    }

    private CommandLineRun gate(String[] look, String... more) {
        String[] all = new String[1 + look.length + more.length];
        all[0] = "regression-gate";
        System.arraycopy(look, 0, all, 1, look.length);
        System.arraycopy(more, 0, all, 1 + look.length, more.length);
        return engine.run(all);
    }
}
