package io.windrow.examples.input;

import io.windrow.pipeline.feeds.BadLine;
import io.windrow.pipeline.feeds.FeedContent;
import io.windrow.pipeline.feeds.FeedReport;
import io.windrow.pipeline.feeds.ReasonCount;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What became of the input, for people. */
public final class InputSummary {

    private static final long SECOND_NANOS = 1_000_000_000;
    private static final int SHOWN_BAD_LINES = 5;

    private InputSummary() {
    }

    /**
     * Prints what became of every line, and below it the first bad ones with their numbers.
     *
     * @param report  of the reading.
     * @param content of the rows.
     * @param err     receives it.
     */
    public static void print(FeedReport report, FeedContent content, PrintStream err) {
        err.println(lines(report, content));
        for (BadLine line : report.firstBadLines().stream().limit(SHOWN_BAD_LINES).toList()) {
            err.println("  " + line.source() + ":" + line.line() + ": " + line.reason() + ": " + line.excerpt());
        }
    }

    /**
     * Says of how many something is true.
     *
     * @param count how many.
     * @param what  is said of them, from a blank on.
     * @return the text, after a comma; empty if there are none.
     */
    public static String note(long count, String what) {
        return count == 0 ? "" : ", " + count(count) + what;
    }

    /**
     * Writes a count.
     *
     * @param value the count.
     * @return its digits in groups of three.
     */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /**
     * Writes a time.
     *
     * @param nanos nanoseconds since 1970-01-01 UTC.
     * @return as ISO 8601 has it.
     */
    public static String time(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND_NANOS), Math.floorMod(nanos, SECOND_NANOS)).toString();
    }

    static String lines(FeedReport report, FeedContent content) {
        return "read " + count(report.lines()) + " lines: " + count(report.rows()) + " " + content.label() + ", "
            + count(report.skipped()) + " skipped" + reasons(report.skippedByReason()) + ", " + count(report.bad()) + " bad"
            + reasons(report.badByReason());
    }

    private static String reasons(List<ReasonCount> reasons) {
        return reasons.isEmpty() ? "" : reasons.stream().map(reason -> reason.reason() + " " + count(reason.count()))
            .collect(Collectors.joining(", ", " (", ")"));
    }
}
