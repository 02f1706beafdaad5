package io.windrow.examples.candles;

import io.windrow.buffers.IngestResult;
import io.windrow.pipeline.feeds.BadLine;
import io.windrow.pipeline.feeds.FeedContent;
import io.windrow.pipeline.feeds.FeedReport;
import io.windrow.pipeline.feeds.ReasonCount;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a run did, for people. */
final class CandleSummary {

    private static final long SECOND_NANOS = 1_000_000_000;
    private static final int SHOWN_BAD_LINES = 5;

    private final CandlePlan plan;
    private final PrintStream err;

    CandleSummary(CandlePlan plan, PrintStream err) {
        this.plan = plan;
        this.err = err;
    }

    void print(FeedReport report, CandleFeed feed, CandleMaker maker, CandleCsv csv) {
        String rows = plan.feed().content().label();
        err.println(lines(report, plan.feed().content()));
        report.firstBadLines().stream().limit(SHOWN_BAD_LINES).forEach(this::print);
        err.println(rows + " of " + plan.scales().symbol() + ": " + outcomes(maker) + note(feed.otherSymbols(), " of other symbols")
            + note(feed.notQuoted(), " without a price on the side " + plan.side().name().toLowerCase(Locale.ROOT)));
        if (maker.refused() > 0) {
            err.println("refused: " + count(maker.refused()) + ", the first as " + maker.firstRefusal());
        }
        err.println("candles of " + plan.label() + ": " + count(csv.written()) + " written" + span(csv) + "; " + count(maker.usedBytes())
            + " bytes off the heap");
        printGaps(maker, feed);
    }

    /** What became of every line. */
    static String lines(FeedReport report, FeedContent content) {
        return "read " + count(report.lines()) + " lines: " + count(report.rows()) + " " + content.label() + ", "
            + count(report.skipped()) + " skipped" + reasons(report.skippedByReason()) + ", " + count(report.bad()) + " bad"
            + reasons(report.badByReason());
    }

    private void print(BadLine line) {
        err.println("  " + line.source() + ":" + line.line() + ": " + line.reason() + ": " + line.excerpt());
    }

    private static String outcomes(CandleMaker maker) {
        return count(maker.count(IngestResult.ACCEPTED)) + " taken, " + count(maker.count(IngestResult.LATE_MERGED)) + " late and merged, "
            + count(maker.count(IngestResult.LATE_DROPPED)) + " late and dropped, " + count(maker.count(IngestResult.DUPLICATE))
            + " duplicates, " + count(maker.count(IngestResult.STALE_ID)) + " with a number too old to tell";
    }

    private static String note(long count, String what) {
        return count == 0 ? "" : ", " + count(count) + what;
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

    private static String reasons(List<ReasonCount> reasons) {
        return reasons.isEmpty() ? "" : reasons.stream().map(reason -> reason.reason() + " " + count(reason.count()))
            .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String time(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND_NANOS), Math.floorMod(nanos, SECOND_NANOS)).toString();
    }

    private static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
