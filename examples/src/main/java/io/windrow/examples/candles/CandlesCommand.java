package io.windrow.examples.candles;

import io.windrow.buffers.IngestResult;
import io.windrow.examples.input.FileOptions;
import io.windrow.examples.input.NoRowException;
import io.windrow.examples.output.Output;
import io.windrow.pipeline.feeds.FeedReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code windrow candles}. The standard output holds the candles and nothing else. */
@Command(name = "candles", mixinStandardHelpOptions = true, sortOptions = false,
    header = "Make candles of recorded trades, quotes or finer candles, exact to the last digit, as CSV.",
    description = {"", "The files are read twice: to find the scale of the numbers, and to make the candles. Memory does not depend on "
        + "their length. Bad lines are counted and left out. What became of every line is said on the error stream.", ""},
    footer = {"", "Exit codes: 0 done, 1 nothing could be read or the run failed, 2 the call was wrong.", "", "Examples:",
        "  windrow candles --input trades.gz --format binance-ws --timeframe 1m",
        "  windrow candles --input BTCUSDT-1m-2024-08.zip --format binance-klines --timeframe 4h --out BTCUSDT-4h.csv",
        "  windrow candles --input spy.csv --format csv --columns time,price,quantity --kind volume --size 100000",
        "  windrow candles --input ticks.csv --format csv --columns time,bid,ask --timeframe 1s --quote-side mid",
        "  windrow candles --input trades.gz --format binance-ws --timeframe 1s --late merge --lateness 2s"})
public final class CandlesCommand implements Callable<Integer> {

    private static final int FAILED = 1;

    @Spec
    private CommandSpec spec;

    @Mixin
    private FileOptions input;

    @Mixin
    private CandleOptions candles;

    @Option(names = "--closed-only",
        description = "Leave out the last candle unless a later trade closed it. Without this, the files are taken as complete.")
    private boolean closedOnly;

    @Option(names = "--out", paramLabel = "FILE", description = "Write to a file, which is there only once it is complete.")
    private Path out;

    @Option(names = "--out-time-unit", paramLabel = "U", defaultValue = "ms",
        description = "Unit of the times written, s, ms, us or ns; the rest is cut off (default: ms).")
    private OutTimeUnit outTimeUnit;

    /** Creates the command; its options are filled in by the command line. */
    public CandlesCommand() {
    }

    @Override
    public Integer call() throws IOException {
        try {
            CandlePlan plan = CandlePlan.of(input, candles);
            try (Output output = out == null ? Output.standard() : Output.to(out, plan.input().files())) {
                CandleCsv csv = new CandleCsv(output, plan.scales(), plan.fields(), outTimeUnit);
                return make(plan, output, csv) ? 0 : FAILED;
            }
        } catch (NoRowException e) {
            spec.commandLine().getErr().println("windrow: " + e.getMessage());
            return FAILED;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** False if not one row could be taken; there is no output then. */
    private boolean make(CandlePlan plan, Output output, CandleCsv csv) throws IOException {
        try (CandleMaker maker = new CandleMaker(plan, csv)) {
            CandleFeed feed = new CandleFeed(plan, maker);
            FeedReport report = feed.replay();
            maker.finish(!closedOnly);
            boolean any = maker.count(IngestResult.ACCEPTED) > 0;
            if (any) {
                output.complete();
            }
            new CandleSummary(plan, System.err).print(report, feed, maker, csv);
            return any;
        }
    }
}
