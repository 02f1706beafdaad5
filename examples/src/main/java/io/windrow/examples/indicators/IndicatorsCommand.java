package io.windrow.examples.indicators;

import static io.windrow.examples.input.Rules.require;

import io.windrow.buffers.indicators.IndicatorSet;
import io.windrow.buffers.indicators.IndicatorSpec;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.examples.input.FeedSettings;
import io.windrow.examples.input.FileOptions;
import io.windrow.examples.input.NoRowException;
import io.windrow.examples.input.SymbolInput;
import io.windrow.examples.output.Output;
import io.windrow.pipeline.feeds.FeedContent;
import io.windrow.pipeline.feeds.FeedOptions;
import io.windrow.pipeline.feeds.FeedReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code windrow indicators}. The standard output holds the rows and nothing else. */
@Command(name = "indicators", mixinStandardHelpOptions = true, sortOptions = false,
    header = "Work out indicators of recorded candles, as CSV with a row for each candle.",
    description = {"", "The first column, time, is as in the input. Each output of an indicator has a column: the indicator's text with "
        + "_ for :, and where there are several outputs a dot and the output's name, such as ema_20, sma_3(rsi_14), "
        + "macd_12_26_9.signal; in quotes if it has a comma. Numbers have all digits that a double has; a field is empty until the "
        + "indicator has its first value.", "",
        "The files are read twice: to find the scale of the numbers, and to work out the indicators. Memory does not depend on their "
        + "length. Bad lines, and candles not later than the one before, are counted and left out. What became of every line is said "
        + "on the error stream.", ""},
    footer = {"", "An indicator is written NAME[:PARAMETER...][:first][@FIELD | (INDICATOR[.OUTPUT])]. Parameters left out at the end "
        + "have their defaults; first starts from the first value where the mean of the first period is the default; FIELD is close, "
        + "open, high, low, volume, median, typical or average. A crossing is of two: cross(close,ema:20), cross(ema:20,ema:50).",
        "", "Exit codes: 0 done, 1 nothing could be read or the run failed, 2 the call was wrong.", "", "Examples:",
        "  windrow indicators --list",
        "  windrow indicators --input BTCUSDT-1h-2024-08.zip --format binance-klines --indicator ema:20,rsi:14,atr:14",
        "  windrow indicators --input spy.csv --format csv-candles --columns time,open,high,low,close,volume "
        + "--indicator \"sma:3(rsi:14)\" --indicator ema:20@typical --out spy-indicators.csv"})
public final class IndicatorsCommand implements Callable<Integer> {

    private static final int FAILED = 1;

    @Spec
    private CommandSpec spec;

    @Mixin
    private FileOptions input;

    @Option(names = "--indicator", paramLabel = "LIST",
        description = "What to work out, such as ema:20,rsi:14; commas in brackets are part of an indicator. May be given several times.")
    private List<String> indicators = List.of();

    @Option(names = "--out", paramLabel = "FILE", description = "Write to a file, which is there only once it is complete.")
    private Path out;

    @Option(names = "--list", description = "List every indicator with its defaults and outputs, and do nothing else.")
    private boolean list;

    /** Creates the command; its options are filled in by the command line. */
    public IndicatorsCommand() {
    }

    @Override
    public Integer call() throws IOException {
        if (list) {
            IndicatorTable.print(System.out);
            return 0;
        }
        try {
            run(IndicatorList.parse(indicators));
            return 0;
        } catch (NoRowException e) {
            spec.commandLine().getErr().println("windrow: " + e.getMessage());
            return FAILED;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void run(IndicatorSpec[] specs) throws IOException, NoRowException {
        require(!input.files().isEmpty(), "indicators are of recorded candles, give --input", "input", input.files());
        FeedOptions feed = FeedSettings.options(input.settings());
        require(feed.content() == FeedContent.CANDLES, "indicators are of candles, format binance-klines or csv-candles, which windrow "
            + "candles makes", "content", feed.content().label());
        SymbolInput found = SymbolInput.of(input, feed);
        long bytes = OffHeapMemory.footprintBytes(IndicatorSet.setBytes(specs));
        try (Output output = out == null ? Output.standard() : Output.to(out, found.files());
            OffHeapMemory memory = OffHeapMemory.withBudget(bytes);
            IndicatorSet set = IndicatorSet.open(memory, specs)) {
            IndicatorFeed candles = new IndicatorFeed(found, set, new IndicatorCsv(output, set));
            FeedReport report = candles.replay();
            output.complete();
            new IndicatorSummary(found, System.err).print(report, candles, set, memory.usedBytes());
        }
    }
}
