package io.windrow.pipeline.feeds;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of every line of a feed, or every message: it is a row, skipped or bad, and the three add up to the lines; a message that
 * holds several rows counts once for each of them. Written by the thread that reads; others look at it when that is done. Bounded, however
 * bad the data.
 */
public final class FeedReport {

    /** How many bad lines are kept to be shown; all are counted. */
    public static final int KEPT_BAD_LINES = 20;

    private final ReasonCounter skipped = new ReasonCounter();
    private final ReasonCounter bad = new ReasonCounter();
    private final List<BadLine> firstBadLines = new ArrayList<>(KEPT_BAD_LINES);
    private long lines;
    private long rows;

    /** Creates an empty report. */
    FeedReport() {
    }

    /**
     * All lines.
     *
     * @return how many; input that breaks off counts as one more.
     */
    public long lines() {
        return lines;
    }

    /**
     * Rows that were handed on: trades, quotes, candles or levels of books.
     *
     * @return how many.
     */
    public long rows() {
        return rows;
    }

    /**
     * Lines that are well-formed and not for us.
     *
     * @return how many.
     */
    public long skipped() {
        return skipped.total();
    }

    /**
     * Lines that should have been rows.
     *
     * @return how many.
     */
    public long bad() {
        return bad.total();
    }

    /**
     * Why lines were skipped.
     *
     * @return a copy of the counts, the most frequent reason first; at most 64.
     */
    public List<ReasonCount> skippedByReason() {
        return skipped.counts();
    }

    /**
     * Why lines were bad.
     *
     * @return a copy of the counts, the most frequent reason first; at most 64.
     */
    public List<ReasonCount> badByReason() {
        return bad.counts();
    }

    /**
     * The first bad lines.
     *
     * @return a copy, in the order of the feed; at most {@link #KEPT_BAD_LINES}.
     */
    public List<BadLine> firstBadLines() {
        return List.copyOf(firstBadLines);
    }

    /**
     * The counts in one line.
     *
     * @return such as {@code lines=10, rows=8, skipped=1, bad=1}.
     */
    @Override
    public String toString() {
        return "lines=" + lines + ", rows=" + rows + ", skipped=" + skipped() + ", bad=" + bad();
    }

    /** A line comes; what it holds is counted next. */
    void line() {
        lines++;
    }

    /** What a line is, or each row of one that holds several. */
    void count(LineStatus status, RowFields fields, LineReader line) {
        if (count(status, fields)) {
            firstBadLines.add(BadLine.of(line, fields));
        }
    }

    /** What a message is, or each row of one that holds several; the number is that of the last line. */
    void count(LineStatus status, RowFields fields, String source, byte[] text, int from, int to) {
        if (count(status, fields)) {
            firstBadLines.add(BadLine.of(source, lines, text, from, to, fields));
        }
    }

    /** Whether it is one of the bad that are kept. */
    private boolean count(LineStatus status, RowFields fields) {
        if (status == LineStatus.ROW) {
            rows++;
        } else {
            (status == LineStatus.SKIPPED ? skipped : bad).add(fields.reason());
        }
        assert rows + skipped() + bad() >= lines : "every line must be counted: " + this;
        return status == LineStatus.BAD && firstBadLines.size() < KEPT_BAD_LINES;
    }
}
