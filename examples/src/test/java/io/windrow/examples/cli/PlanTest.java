package io.windrow.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.indicators.IndicatorSet;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.pipeline.PipelineSettings;
import io.windrow.pipeline.TradingPipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code plan} as a user calls it, with calls good and bad. */
class PlanTest {

    @TempDir
    private Path folder;

    @Test
    void shouldPrintAnAlignedTableOfTheProfile() {
        CommandLineRun run = plan();
        assertThat(run.exit).as(run.err).isZero();
        assertThat(run.err).isEmpty();
        List<String> lines = run.out.lines().toList();
        assertThat(lines.get(0))
            .isEqualTo("1,000 instruments, 200 candles of 1s,1m,5m, 1,024 trades, ring 1,024, 256 signals, budget 256MB");
        assertThat(lines.get(2)).startsWith("owner  ").endsWith("share");
        assertThat(lines.subList(3, 10)).extracting(line -> line.split(" ")[0])
            .containsExactly("ring", "signals", "trades", "candles", "total", "budget", "left");
        assertThat(lines.subList(3, 7)).allMatch(line -> line.endsWith(" %"));
        assertThat(lines.subList(2, 7)).extracting(String::length).containsOnly(lines.get(2).length());
    }

    @Test
    void shouldPrintTheBytesThatAPipelineThenTakes() {
        PipelineSettings settings = PipelineSettings.development().with("instruments", "7").with("timeframes", "1m,1h");
        CommandLineRun run = plan("--profile", "development", "--instruments", "7", "--timeframes", "1m,1h");
        InstrumentRegistry instruments = new InstrumentRegistry(7);
        for (int id = 0; id < 7; id++) {
            instruments.register("SYM" + id, 2, 3);
        }
        try (OffHeapMemory memory = OffHeapMemory.withBudget(settings.budgetBytes());
            TradingPipeline pipeline = TradingPipeline.builder().settings(settings).memory(memory).instruments(instruments).build()) {
            assertThat(pipeline.instruments().size()).isEqualTo(7);
            assertThat(row(run.out, "total")).containsExactly("total", grouped(memory.usedBytes()));
            assertThat(row(run.out, "budget")).containsExactly("budget", "16,000,000");
            assertThat(row(run.out, "left")).containsExactly("left", grouped(16_000_000 - memory.usedBytes()));
            memory.forEachOwner((tag, blocks, bytes) ->
                assertThat(row(run.out, tag)).startsWith(tag).contains(grouped(bytes)));
            assertThat(row(run.out, "candles")).startsWith("candles", "14");
        }
    }

    @Test
    void shouldCountTheIndicatorsThatStrategiesDeclare() throws IOException {
        CommandLineRun run = plan("--instruments", "40", "--indicators", "ema:20, rsi:14");
        PipelineSettings settings = PipelineSettings.production().with("instruments", "40").with("indicators", "ema:20,rsi:14");
        assertThat(run.exit).as(run.err).isZero();
        assertThat(run.out).startsWith("40 instruments, 200 candles of 1s,1m,5m with ema:20,rsi:14, 1,024 trades, ");
        assertThat(row(run.out, IndicatorSet.TAG)).startsWith(IndicatorSet.TAG, "120")
            .contains(grouped(settings.plan().bytes(IndicatorSet.TAG)));
        Path file = Files.writeString(folder.resolve("engine.properties"), "instruments=40\nindicators=ema:20,rsi:14\n");
        assertThat(plan("--config", file.toString()).out).isEqualTo(run.out);
        assertThat(plan("--config", file.toString(), "--json").out).contains("\"indicators\" : [ \"ema:20\", \"rsi:14\" ]");
        assertWrongCall(plan("--indicators", "ema:201"),
            "period must be at most the candles kept: indicator=ema:201, period=201, candles=200, option=--indicators");
    }

    @Test
    void shouldSayHowFarAPlanIsAboveItsBudgetAndWhatFits() {
        PipelineSettings settings = PipelineSettings.production().with("instruments", "3000");
        long total = settings.plan().totalBytes();
        CommandLineRun run = plan("--instruments", "3000", "--budget", Long.toString(total - 1));
        assertThat(run.exit).isEqualTo(1);
        assertThat(row(run.out, "left")).containsExactly("left", "-1");
        assertThat(run.err).isEqualTo("windrow: the plan is 1 bytes above the budget of " + (total - 1)
            + ": at these settings 2,999 instruments fit, or --budget " + total + " holds 3,000" + System.lineSeparator());
        assertThat(plan("--instruments", "2999", "--budget", Long.toString(total - 1)).exit).isZero();
        assertThat(plan("--instruments", "3000", "--budget", Long.toString(total)).exit).isZero();
        assertThat(plan("--instruments", "1", "--budget", "64k").err).contains("not even one instrument fits");
    }

    @Test
    void shouldPutTheCommandLineBeforeTheFileAndTheFileBeforeTheProfile() throws IOException {
        Path file = Files.writeString(folder.resolve("engine.properties"), "profile=development\ncandles=50\ntrades=60\n");
        assertThat(plan("--config", file.toString(), "--trades", "70").out)
            .startsWith("20 instruments, 50 candles of 1s,1m,5m, 70 trades, ring 256, 64 signals, budget 16MB");
        assertThat(plan("--config", file.toString(), "--profile", "production").out)
            .startsWith("1,000 instruments, 50 candles of 1s,1m,5m, 60 trades, ring 1,024, 256 signals, budget 256MB");
    }

    @Test
    void shouldSaveSettingsThatItReadsBack() {
        Path file = folder.resolve("saved.properties");
        CommandLineRun saving = plan("--instruments", "30", "--timeframes", "1m,1d,1mo", "--ring", "64", "--signals", "9", "--budget",
            "1GiB", "--save", file.toString());
        assertThat(saving.exit).as(saving.err).isZero();
        assertThat(file).content().contains("# Slots of the ring", "\nring=64\n", "\ntimeframes=1m,1d,1mo\n", "\nbudget=1GiB\n");
        assertThat(plan("--config", file.toString()).out).isEqualTo(saving.out);
        CommandLineRun nowhere = plan("--save", folder.resolve("no/such/folder").toString());
        assertWrongCall(nowhere, "settings must go to a file that can be written: file=" + folder.resolve("no/such/folder"));
    }

    @Test
    void shouldPrintTheSameAsJson() {
        CommandLineRun run = plan("--instruments", "40", "--timeframes", "1m", "--budget", "1MB", "--json");
        PipelineSettings settings = PipelineSettings.production().with("instruments", "40").with("timeframes", "1m");
        long total = settings.plan().totalBytes();
        assertThat(run.exit).isEqualTo(1);
        assertThat(run.out).startsWith("{").endsWith("}\n").contains("\"instruments\" : 40,", "\"timeframes\" : [ \"1m\" ],",
            "\"bytes\" : " + settings.plan().bytes("trades") + ",", "\"totalBytes\" : " + total + ",", "\"budgetBytes\" : 1000000,",
            "\"leftBytes\" : " + (1_000_000 - total) + ",", "\"withinBudget\" : false,");
        assertThat(run.err).startsWith("windrow: the plan is ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--candles 0|candles must be positive: candles=0, option=--candles",
        "--ring 1000|ring must be a power of two: ring=1000, option=--ring",
        "--instruments few|instruments must be a whole number up to 2147483647: instruments=few, option=--instruments",
        "--timeframes 5m,1m|each time frame must be made of whole candles of the one before: timeframe=1m, before=5m, "
            + "option=--timeframes",
        "--budget 1TB|size must be digits and a unit, such as 256MB or 1GiB: size=1TB, option=--budget",
        "--profile live|profile must be production or development: profile=live",
        "--config nowhere|settings must be a file that can be read: file=nowhere",
        "--config .|settings must be a file that can be read: file=.",
        "--candels 5|Unknown options: '--candels', '5'"})
    void shouldRefuseAWrongCallInOneSentence(String call, String message) {
        assertWrongCall(CommandLineRun.here(("plan " + call).split(" ")), message);
    }

    @Test
    void shouldRefuseAPlanThatNoLongCanCount() {
        CommandLineRun run = plan("--instruments", "2147483647", "--timeframes", "1s,5s,1m,5m,15m,1h,4h,12h,1d,1w",
            "--candles", "10000000");
        assertThat(run.exit).isEqualTo(2);
        assertThat(run.err).startsWith("windrow: bytes must fit a long: count=").contains(", tag=candles, option=--candles");
    }

    @Test
    void shouldNameTheFileTheKeyAndTheValueThatAreWrong() throws IOException {
        Path file = Files.writeString(folder.resolve("engine.properties"), "candles=none\n");
        assertWrongCall(plan("--config", file.toString()),
            "candles must be a whole number up to 2147483647: candles=none, file=" + file + ", key=candles, value=none");
    }

    @Test
    void shouldShowExamplesInItsHelp() {
        CommandLineRun run = plan("--help");
        assertThat(run.exit).isZero();
        assertThat(run.out).contains("Examples:", "windrow plan --instruments 3000 --timeframes 1m,5m,1h --candles 200 --trades 1024",
            "Exit codes: 0 within the budget, 1 above it, 2 the call was wrong.");
    }

    private static CommandLineRun plan(String... args) {
        String[] call = new String[args.length + 1];
        call[0] = "plan";
        System.arraycopy(args, 0, call, 1, args.length);
        return CommandLineRun.here(call);
    }

    private static void assertWrongCall(CommandLineRun run, String message) {
        assertThat(run.exit).as(run.err).isEqualTo(2);
        assertThat(run.err.lines()).containsExactly("windrow: " + message, "Help: windrow plan --help");
    }

    private static List<String> row(String table, String owner) {
        return table.lines().filter(line -> line.startsWith(owner + " ")).findFirst().map(line -> List.of(line.split(" {2,}")))
            .orElseThrow(() -> new AssertionError("no row of " + owner + " in\n" + table));
    }

    private static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
