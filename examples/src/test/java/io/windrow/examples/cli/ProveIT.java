package io.windrow.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.SharedData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code prove} as a user calls it, with input good and bad. */
@Timeout(300)
class ProveIT {

    private static final long LIMIT_SECONDS = 60;
    private static final String COLUMNS = "time,price,quantity,side,id,symbol";

    @TempDir
    private Path folder;

    @Test
    void shouldShowThatAllFiveEnginesAgreeOnGeneratedTrades() throws Exception {
        CommandLineRun run = prove("--trades", "60000", "--instruments", "3", "--runs", "1");
        assertThat(run.exit).as(run.err).isZero();
        String json = report();
        assertThat(json).contains("\"agreed\" : true", "\"trades\" : 60000");
        assertThat(values(json, "signalsHash")).hasSize(5).containsOnly(values(json, "signalsHash").get(0));
        assertThat(values(json, "windowsHash")).hasSize(5).containsOnly(values(json, "windowsHash").get(0));
        assertThat(folder.resolve("target/prove/report.html")).isNotEmptyFile();
        assertThat(run.out).contains("windrow", "bigdecimal", "objects", "arrays", "ta4j", "report.html");
        assertThat(run.err).contains("[10/10");
    }

    @Test
    void shouldShowWhatAPoolOfTradesIsWorth() throws Exception {
        CommandLineRun run = prove("--trades", "60000", "--instruments", "3", "--runs", "1", "--engines", "objects,pooled");
        assertThat(run.exit).as(run.err).isZero();
        List<String> bytes = values(report(), "allocatedBytesPerEvent");
        assertThat(Double.parseDouble(bytes.get(1))).isLessThan(Double.parseDouble(bytes.get(0)) - 60);
    }

    @Test
    void shouldAllocateNothingForAnEventAndNeverCollectInTheSteadyState() throws Exception {
        CommandLineRun run = prove("--trades", "2000000", "--runs", "1", "--engines", "windrow");
        assertThat(run.exit).as(run.err).isZero();
        assertThat(Double.parseDouble(values(report(), "allocatedBytesPerEvent").get(0))).isLessThanOrEqualTo(0.1);
        assertThat(values(report(), "gcCount").get(0)).isEqualTo("0");
    }

    @Test
    void shouldCountEveryRecordedTradeOnceAndSkipOtherStreams() throws Exception {
        Path file = SharedData.file("binance-ws/spot_btcusdt_20240808.gz");
        CommandLineRun run = prove("--input", file.toString(), "--format", "binance-ws", "--runs", "1", "--engines", "windrow,bigdecimal");
        assertThat(run.exit).as(run.err).isZero();
        assertThat(report()).contains("\"trades\" : 9757", "\"other stream: depthUpdate\" : 3451", "\"agreed\" : true");
    }

    @Test
    void shouldCountBadLinesWithTheirNumbersAndGoOn() throws Exception {
        Path file = write("trades.csv", trades(400, 17, "garbage\u0001 here"));
        CommandLineRun run = csv(file);
        assertThat(run.exit).as(run.err).isZero();
        assertThat(report()).contains("\"trades\" : 399", "\"line\" : 17", "garbage");
        assertThat(run.out).contains("trades.csv:17: ");
    }

    @Test
    void shouldCountAPriceWithMoreDecimalsThanTheScaleAsBad() throws Exception {
        Path file = write("trades.csv", trades(400, 9, "1700000000009,100.123,1,buy,9,AB"));
        CommandLineRun run = prove("--input", file.toString(), "--format", "csv", "--columns", COLUMNS, "--price-decimals", "2",
            "--runs", "1", "--engines", "windrow");
        assertThat(run.exit).as(run.err).isZero();
        assertThat(report()).contains("\"trades\" : 399", "\"line\" : 9");
    }

    @Test
    void shouldReadATruncatedGzipUpToWhereItEnds() throws Exception {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(trades(20_000, -1, null).getBytes(StandardCharsets.US_ASCII));
        }
        Path file = folder.resolve("trades.csv.gz");
        Files.write(file, Arrays.copyOf(zipped.toByteArray(), zipped.size() / 2));
        CommandLineRun run = csv(file);
        assertThat(run.exit).as(run.err).isZero();
        assertThat(report()).contains("input ends early");
    }

    @Test
    void shouldFailOnAnEmptyFile() throws Exception {
        CommandLineRun run = csv(write("trades.csv", ""));
        assertThat(run.exit).isEqualTo(1);
        assertOneLine(run, "windrow: no trade in the input: lines=0");
    }

    @Test
    void shouldRefuseAFileThatIsMissing() throws Exception {
        assertWrongCall(csv(folder.resolve("none.csv")), "no such file: input=" + folder.resolve("none.csv"));
    }

    @Test
    void shouldRefuseAnUnknownFormat() throws Exception {
        Path file = write("trades.csv", "x");
        assertWrongCall(prove("--input", file.toString(), "--format", "xml"), "unknown format: format=xml");
    }

    @Test
    void shouldRefuseAWrongColumn() throws Exception {
        Path file = write("trades.csv", "x");
        assertWrongCall(prove("--input", file.toString(), "--format", "csv", "--columns", "time,price,colour"), "colour");
    }

    @Test
    void shouldRefuseAFeedThatHasNoTrades() throws Exception {
        Path file = write("quotes.csv", "1,2,3");
        assertWrongCall(prove("--input", file.toString(), "--format", "csv", "--columns", "time,bid,ask"),
            "prove needs a feed of trades: content=quotes");
        assertWrongCall(prove("--input", file.toString(), "--format", "binance-klines"), "prove needs a feed of trades: content=candles");
    }

    @Test
    void shouldRefuseWrongNumbersAndNames() throws Exception {
        assertWrongCall(prove("--engines", "fast"), "engine=fast");
        assertWrongCall(prove("--runs", "0"), "runs must be positive: runs=0");
        assertWrongCall(prove("--rate", "9000000000000000000"), "rate must be 1 to 1000000000: rate=9000000000000000000");
        assertWrongCall(prove("--trades", "many"), "many");
        assertWrongCall(prove("--ring", "100"), "ring must be a power of two: ring=100");
        assertWrongCall(CommandLineRun.of(folder, "improve"), "improve");
    }

    @Test
    void shouldSayWhichEngineFailedAndWhy() throws Exception {
        CommandLineRun run = prove("--trades", "1000", "--engines", "windrow", "--jvm", "-XX:NoSuchFlag");
        assertThat(run.exit).isEqualTo(1);
        assertThat(run.err).contains("windrow: engine windrow failed: exit=1").contains("NoSuchFlag").doesNotContain("\tat ");
    }

    @Test
    void shouldEndItsJvmsWhenItIsInterrupted() throws Exception {
        CommandLineRun.assumeInterruptIsNotIgnored();
        Process command = CommandLineRun.start(folder, folder.resolve("out.txt").toFile(), folder.resolve("err.txt").toFile(),
            "prove", "--trades", "2000000000", "--engines", "objects");
        List<ProcessHandle> engines = await(command);
        new ProcessBuilder("kill", "-INT", Long.toString(command.pid())).start().waitFor();
        assertThat(command.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertEnded(engines);
    }

    @Test
    void shouldEndItsJvmsWhenItIsKilled() throws Exception {
        Process command = CommandLineRun.start(folder, folder.resolve("out.txt").toFile(), folder.resolve("err.txt").toFile(),
            "prove", "--trades", "2000000000", "--engines", "objects");
        List<ProcessHandle> engines = await(command);
        command.destroyForcibly();
        assertEnded(engines);
    }

    private static void assertEnded(List<ProcessHandle> engines) throws Exception {
        for (ProcessHandle engine : engines) {
            engine.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static List<ProcessHandle> await(Process command) throws InterruptedException {
        List<ProcessHandle> engines = List.of();
        while (engines.isEmpty() && command.isAlive()) {
            Thread.sleep(20);
            engines = command.descendants().toList();
        }
        assertThat(engines).isNotEmpty();
        return engines;
    }

    private CommandLineRun prove(String... args) throws IOException, InterruptedException {
        return CommandLineRun.of(folder, Stream.concat(Stream.of("prove"), Stream.of(args)).toArray(String[]::new));
    }

    private CommandLineRun csv(Path file) throws IOException, InterruptedException {
        return prove("--input", file.toString(), "--format", "csv", "--columns", COLUMNS, "--runs", "1", "--engines", "windrow");
    }

    private static void assertWrongCall(CommandLineRun run, String words) {
        assertThat(run.exit).as(run.err).isEqualTo(2);
        assertOneLine(run, words);
    }

    private static void assertOneLine(CommandLineRun run, String words) {
        assertThat(run.err.lines().filter(line -> line.startsWith("windrow: "))).hasSize(1).allMatch(line -> line.contains(words));
        assertThat(run.err).doesNotContain("\tat ").doesNotContain("Exception");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private String report() throws IOException {
        return Files.readString(folder.resolve("target/prove/report.json"));
    }

    /** Lines of trades; one of them, counted from 1, is something else. */
    private static String trades(int count, int badLine, String bad) {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            String trade = (1_700_000_000_000L + i * 250L) + ",100." + i % 90 / 10 + ",1.5,buy," + i + ",AB";
            lines.append(i == badLine ? bad : trade).append('\n');
        }
        return lines.toString();
    }

    /** The direct values of every engine: those in the lists of runs and ranges stand deeper. */
    private static List<String> values(String json, String name) {
        return json.lines().filter(line -> line.startsWith("      \"" + name + "\" : "))
            .map(line -> line.substring(line.indexOf(" : ") + 3).replaceAll("[\",]", "")).collect(Collectors.toList());
    }
}
