package io.windrow.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.testing.SharedData;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code run} as a user and a service manager use it: a process, its signals, its exit codes. */
@Timeout(240)
class RunIT {

    private static final String CSV = "format=csv columns=time,price,quantity,side,id,symbol";
    private static final String SIGNALS = "speed=max strategies=crossing,breakout status-interval=1s";
    private static final int LIMIT_SECONDS = 60;
    private static final int TERM = 15;
    /** Between signals nothing may come for a moment, where the machine is busy; so long, and the pipe is full. */
    private static final int STILL_LOOKS = 5;

    @TempDir
    private Path folder;
    private Process process;

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void shouldStopInOrderWhenItIsTold(String signal) throws Exception {
        if (signal.equals("INT")) {
            CommandLineRun.assumeInterruptIsNotIgnored();
        }
        process = start("rate=2000 status-interval=200ms");
        awaitText("status up=");
        kill(process, signal);
        assertExit(process, 0);
        assertThat(out()).contains("stopped: told to stop\n", " left=0 signals-left=0\n", "source generator: ENDED ").endsWith("exit=0\n");
        assertThat(err()).isEmpty();
    }

    @Test
    void shouldSayWhatItRunsWithAndHowItIs() throws Exception {
        process = start("rate=5000 status-interval=500ms");
        // A machine that stands still for a moment has lines without an event.
        Pattern whole = Pattern.compile("(?m)^status up=\\d+s events=[1-9]\\d* events/s=[1-9]\\d* dropped=0 signals=\\d+"
            + " rss=[\\d.]+MB p50=[\\d.]+[nmu]?s p99=[\\d.]+[nmu]?s sources=generator:LIVE backlog=\\d+ faults=0$");
        await(() -> whole.matcher(out()).results().count() > 1, "status lines");
        kill(process, "TERM");
        assertExit(process, 0);
        assertThat(out()).contains("\nrate=5000\n", "\ninstruments=20\n");
    }

    @Test
    void shouldSayOnlyTheReportWhenItIsToBeQuiet() throws Exception {
        CommandLineRun run = run("quiet=true duration=1s status-interval=100ms");
        assertThat(run.exit).as(run.err).isZero();
        assertThat(run.out).startsWith("stopped: the time is up\n").doesNotContain("status ");
    }

    @Test
    void shouldPrintAndSaveSettingsThatRun() throws Exception {
        CommandLineRun printed = CommandLineRun.of(folder, "run", "--print-config", "rate=77");
        assertThat(printed.exit).isZero();
        assertThat(printed.out).contains("\nrate=77\n");
        CommandLineRun saved = CommandLineRun.of(folder, "run", "--save", "engine.properties", "rate=77");
        assertThat(saved.exit).isZero();
        assertThat(folder.resolve("engine.properties")).hasContent(printed.out);
        CommandLineRun run = CommandLineRun.of(folder, "run", "--config", "engine.properties", "duration=300ms",
            "metrics-port=0");
        assertThat(run.exit).as(run.err).isZero();
        assertThat(run.out).contains("\nrate=77\n", "stopped: the time is up\n");
    }

    @Test
    void shouldServeWhatItSeesUntilItIsStopped() throws Exception {
        process = start("rate=2000 latency=true");
        awaitText("metrics: http://127.0.0.1:");
        awaitText("status up=");
        String address = out().lines().filter(line -> line.startsWith("metrics: ")).findFirst().orElseThrow()
            .substring("metrics: ".length());
        assertThat(get(address + "metrics")).contains("\nprocess_memory_rss_bytes ", "\ntrading_trade_count_total{source=\"generator\"} ",
            "\nsignal_latency_seconds_count ", "\nclean_hours_counter ");
        assertThat(get(address + "health")).startsWith("{\"status\":");
        assertThat(get(address + "api/system/metrics/current")).contains("\"residentBytes\":", "\"name\":\"generator\"");
        assertThat(get(address)).contains("<html");
        CommandLineRun second = CommandLineRun.of(Files.createDirectory(folder.resolve("second")), "run",
            "metrics-port=" + URI.create(address).getPort(), "duration=1s");
        assertThat(second.exit).as(second.err).isEqualTo(2);
        assertThat(second.err).isEqualTo("windrow: metrics-host and metrics-port must be an address of this machine and a port that is"
            + " free: metrics-host=127.0.0.1, metrics-port=" + URI.create(address).getPort() + "\n");
        kill(process, "TERM");
        assertExit(process, 0);
        assertThatThrownBy(() -> get(address)).isInstanceOf(IOException.class);
    }

    @Test
    void shouldServeNothingIfItIsTold() throws Exception {
        CommandLineRun run = run("metrics=false duration=300ms");
        assertThat(run.exit).as(run.err).isZero();
        assertThat(run.out).doesNotContain("metrics: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rate=0", "ring=100", "colour=red", "feed=replay files=none.csv format=csv columns=time,price,quantity",
        "feed=replay files=out.txt format=xml", "feed=replay files=out.txt format=csv", "sink=file sink-file=/nowhere/x",
        "metrics-port=70000", "metrics-host=no.such.host.invalid"})
    void shouldRefuseWrongSettings(String settings) throws Exception {
        CommandLineRun run = run(settings);
        assertThat(run.exit).as(run.err).isEqualTo(2);
        String key = settings.substring(settings.lastIndexOf(' ') + 1, settings.lastIndexOf('='));
        assertThat(run.err.lines()).hasSize(1).allMatch(line -> line.startsWith("windrow: "));
        assertThat(run.err).contains(settings.contains("none.csv") ? "files=none.csv" : key).doesNotContain("Exception");
        assertThat(run.out).isEmpty();
    }

    @Test
    void shouldSayThatTheBudgetDoesNotHoldIt() throws Exception {
        CommandLineRun run = run("budget=100kB");
        assertThat(run.exit).as(run.err).isEqualTo(3);
        assertThat(run.err.lines()).hasSize(1).allMatch(line -> line.startsWith("windrow: ") && line.contains("100000"));
    }

    @Test
    void shouldEndWithAFaultThatIsToStopIt() throws Exception {
        CommandLineRun run = overflowing("stop");
        assertThat(run.exit).as(run.out).isEqualTo(1);
        assertThat(run.out).contains("fault ", "stopped: a fault has stopped the pipeline: ").endsWith("exit=1\n");
    }

    @Test
    void shouldGoOnAfterAFaultThatIsToBeSkipped() throws Exception {
        CommandLineRun run = overflowing("skip");
        assertThat(run.exit).as(run.out).isZero();
        assertThat(run.out).contains("fault ", "stopped: the data is at its end\n", "faults=1 ").endsWith("exit=0\n");
    }

    @Test
    void shouldEndWhenARingIsFullThatIsToFail() throws Exception {
        CommandLineRun run = run("speed=max backpressure=fail ring=2 strategies=crossing,breakout sink=none");
        assertThat(run.exit).as(run.out).isEqualTo(1);
        assertThat(run.out).contains("stopped: a feed has failed: ", "RingFullException").endsWith("exit=1\n");
    }

    @Test
    void shouldSayThatSignalsCouldNotBeWritten() throws Exception {
        process = startWithoutRoom("");
        awaitText("fault sink in ");
        kill(process, "TERM");
        assertExit(process, 1);
        assertThat(out()).containsPattern("lost=[1-9]")
            .contains("java.io.UncheckedIOException: signals must be written: file=signals.csv, ", "signals-left=0\n").endsWith("exit=1\n");
    }

    @Test
    void shouldEndWithASignalThatCannotBeWrittenIfFaultsAreToStopIt() throws Exception {
        process = startWithoutRoom(" on-fault=stop");
        assertExit(process, 1);
        assertThat(out()).contains("fault sink in ",
            "stopped: a fault has stopped the pipeline: java.io.UncheckedIOException: signals must be written: ").endsWith("exit=1\n");
        assertThat(err()).startsWith("windrow: signals must be written: file=signals.csv, ").hasLineCount(1);
    }

    @Test
    void shouldSayWhatIsLeftWhenItCannotStopInTime() throws Exception {
        String out = "";
        for (int i = 0; i < 5 && !out.contains("still-running="); i++) {
            out = stoppedWhileStuck();
        }
        assertThat(out).containsPattern("signals-left=[1-9]").contains("still-running=[windrow-", "\nexit=1\n");
        assertExit(process, 1);
    }

    /**
     * The report waits behind the signals until somebody reads, and that for two seconds. On a machine that stands still meanwhile what is
     * read may come too early, so that nothing is left, or too late for a report.
     */
    private String stoppedWhileStuck() throws Exception {
        process = startStuck("stop-limit=1s");
        kill(process, "TERM");
        Thread.sleep(2_000);
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void shouldStopAtOnceAtASecondSignal() throws Exception {
        process = startStuck("stop-limit=100s");
        kill(process, "TERM");
        await(() -> isTaken(TERM), "the first signal is taken");
        Thread.sleep(500);
        assertThat(process.isAlive()).isTrue();
        kill(process, "TERM");
        assertExit(process, 4);
        assertThat(err()).isEqualTo("windrow: a second signal: stopped at once\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clock=0s", "clock=0s preset=throughput", "clock=0s shards=3 ring=64", "clock=0s speed=1000 preset=throughput"})
    void shouldGiveTheSignalsOfADirectPipeline(String settings) throws Exception {
        Path recording = SharedData.file("binance-ws/spot_btcusdt_20240808.gz");
        String speed = settings.contains("speed=") ? "" : "speed=max ";
        CommandLineRun run = run("feed=replay loop=1 format=binance-ws sink=file sink-file=signals.csv signals=4096 files="
            + recording + " " + speed + settings);
        assertThat(run.exit).as(run.out + run.err).isZero();
        assertThat(run.out).contains("stopped: the data is at its end\n", "trades=9757 ", "refused=0 ");
        assertThat(Files.readAllLines(folder.resolve("signals.csv"))).isEqualTo(DirectSignals.of(recording));
    }

    @Test
    void shouldWriteTheSameLinesToTheLog() throws Exception {
        Path recording = SharedData.file("binance-ws/spot_btcusdt_20240808.gz");
        CommandLineRun run = run("feed=replay loop=1 format=binance-ws sink=log quiet=true clock=0s speed=max signals=4096 files="
            + recording);
        assertThat(run.exit).as(run.out + run.err).isZero();
        List<String> lines = DirectSignals.of(recording);
        assertThat(run.out).startsWith(String.join("\n", lines.subList(1, lines.size())) + "\nstopped: the data is at its end\n");
    }

    @Test
    void shouldLetTheClockOfTheDataTick() throws Exception {
        Path recording = SharedData.file("binance-ws/spot_btcusdt_20240808.gz");
        CommandLineRun run = run("feed=replay loop=2 speed=max clock=1m format=binance-ws files=" + recording);
        assertThat(run.exit).as(run.out + run.err).isZero();
        // From 23:54:15 to 0:00:01, and the same an hour later: a tick a minute from 23:55 to 1:00.
        assertThat(run.out).contains("trades=19514 ", "events=" + (19_514 + 66) + " handled=" + (19_514 + 66) + " ");
    }

    /** An engine whose signals go into a pipe that nobody reads, and that is full. */
    private Process startStuck(String settings) throws Exception {
        Process run = new ProcessBuilder(CommandLineRun.command(args(SIGNALS + " sink=log quiet=true " + settings)))
            .redirectError(folder.resolve("err.txt").toFile()).start();
        int before;
        int waiting = 0;
        int still = 0;
        do {
            assertThat(run.isAlive()).as("%s", err()).isTrue();
            before = waiting;
            Thread.sleep(700);
            waiting = run.getInputStream().available();
            still = waiting == 0 || waiting > before ? 0 : still + 1;
        } while (still < STILL_LOOKS);
        return run;
    }

    /** An engine with files of 100 blocks, of 512 or 1,024 bytes, at most. */
    private Process startWithoutRoom(String settings) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -f 100; exec \"$@\"", "sh"));
        command.addAll(CommandLineRun.command(args(SIGNALS + " sink=file sink-file=signals.csv" + settings)));
        return new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(folder.resolve("out.txt").toFile())
            .redirectError(folder.resolve("err.txt").toFile()).start();
    }

    private static String get(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(20)).build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(address).isIn(200, 503);
        return response.body();
    }

    private CommandLineRun overflowing(String onFault) throws Exception {
        Files.writeString(folder.resolve("trades.csv"), "1000,1.00,9000000000000000000,buy,1,AB\n1001,1.00,9000000000000000000,buy,2,AB\n"
            + "1002,1.00,1,buy,3,AB\n");
        return run("feed=replay loop=1 speed=max files=trades.csv on-fault=" + onFault + " " + CSV);
    }

    private CommandLineRun run(String settings) throws IOException, InterruptedException {
        return CommandLineRun.of(folder, args(settings));
    }

    private static String[] args(String settings) {
        Stream<String> port = settings.contains("metrics") ? Stream.empty() : Stream.of("metrics-port=0");
        return Stream.concat(Stream.concat(Stream.of("run"), port), Stream.of(settings.split(" "))).toArray(String[]::new);
    }

    private Process start(String settings) throws IOException {
        File outFile = folder.resolve("out.txt").toFile();
        return CommandLineRun.start(folder, outFile, folder.resolve("err.txt").toFile(), args(settings));
    }

    private void awaitText(String text) throws Exception {
        await(() -> out().contains(text), text);
    }

    private void await(Callable<Boolean> condition, String text) throws Exception {
        for (int i = 0; !condition.call(); i++) {
            assertThat(i).as("%s in: %s %s", text, out(), err()).isLessThan(LIMIT_SECONDS * 20);
            Thread.sleep(50);
        }
    }

    /** A signal that waits for the process is one with a second of its kind. */
    private boolean isTaken(int signal) throws IOException {
        String pending = Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
            .filter(line -> line.startsWith("ShdPnd:")).findFirst().orElseThrow();
        return (Long.parseUnsignedLong(pending.substring("ShdPnd:".length()).strip(), 16) >> signal - 1 & 1) == 0;
    }

    private static void kill(Process run, String signal) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(run.pid())).start().waitFor()).isZero();
    }

    private void assertExit(Process run, int code) throws Exception {
        assertThat(run.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).as("it has ended: %s %s", out(), err()).isTrue();
        assertThat(run.exitValue()).as("%s %s", out(), err()).isEqualTo(code);
    }

    private String out() throws IOException {
        Path out = folder.resolve("out.txt");
        return Files.exists(out) ? Files.readString(out) : "";
    }

    private String err() throws IOException {
        return Files.readString(folder.resolve("err.txt"));
    }
}
