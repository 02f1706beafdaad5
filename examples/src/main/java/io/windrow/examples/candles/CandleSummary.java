package io.windrow.examples.candles;

import static io.windrow.examples.input.InputSummary.count;
import static io.windrow.examples.input.InputSummary.note;
import static io.windrow.examples.input.InputSummary.time;

import io.windrow.buffers.IngestResult;
import io.windrow.examples.input.InputSummary;
import io.windrow.pipeline.feeds.FeedReport;
import java.io.PrintStream;
import java.util.Locale;

/** What a run did, for people. */
final class CandleSummary {

    private static final long SECOND_NANOS = 1_000_000_000;

    private final CandlePlan plan;
    private final PrintStream err;

    CandleSummary(CandlePlan plan, PrintStream err) {
        this.plan = plan;
        this.err = err;
    }

    void print(FeedReport report, CandleFeed feed, CandleMaker maker, CandleCsv csv) {
        InputSummary.print(report, plan.feed().content(), err);
        err.println(plan.feed().content().label() + " of " + plan.scales().symbol() + ": " + outcomes(maker)
            + note(feed.otherSymbols(), " of other symbols")
            + note(feed.notQuoted(), " without a price on the side " + plan.side().name().toLowerCase(Locale.ROOT)));
        if (maker.refused() > 0) {
            err.println("refused: " + count(maker.refused()) + ", the first as " + maker.firstRefusal());
        }
        err.println("candles of " + plan.label() + ": " + count(csv.written()) + " written" + span(csv) + "; " + count(maker.usedBytes())
            + " bytes off the heap");
        printGaps(maker, feed);
    }

    private static String outcomes(CandleMaker maker) {
        return count(maker.count(IngestResult.ACCEPTED)) + " taken, " + count(maker.count(IngestResult.LATE_MERGED)) + " late and merged, "
            + count(maker.count(IngestResult.LATE_DROPPED)) + " late and dropped, " + count(maker.count(IngestResult.DUPLICATE))
            + " duplicates, " + count(maker.count(IngestResult.STALE_ID)) + " with a number too old to tell";
    }

    private static String span(CandleCsv csv) {
        return csv.written() == 0 ? "" : ", opened " + time(csv.firstOpenNanos()) + " to " + time(csv.lastOpenNanos());
    }

    private void printGaps(CandleMaker maker, CandleFeed feed) {
        if (maker.gapsLeftOut() > 0) {
            err.println("left empty: " + count(maker.gapsLeftOut()) + " gaps of more than a million candles");
        }
        if (feed.reachesOver()) {
            err.println("note: candles of the input lie " + feed.stepNanos() / SECOND_NANOS + " s apart, or multiples of it; if they are "
                + "that long, some end after the candle of " + plan.spec().timeframe() + " in which they opened and count");
        }
        if (maker.leftOutForming()) {
            err.println("left out: the candle that opened at " + time(maker.formingOpenNanos()) + ", as no trade has closed it");
        }
    }
}
