package io.windrow.pipeline.replay;

import io.windrow.pipeline.feeds.FeedCursor;
import io.windrow.pipeline.feeds.FeedReport;
import io.windrow.pipeline.feeds.MergedCursor;

/** One feed of a replay, and what became of it; to be looked at when the replay has ended. */
public final class ReplayFeed {

    private final String name;
    private final FeedCursor cursor;
    private final MergedCursor merged;
    private final int index;

    ReplayFeed(String name, FeedCursor cursor, MergedCursor merged, int index) {
        this.name = name;
        this.cursor = cursor;
        this.merged = merged;
        this.index = index;
    }

    /**
     * The name it was added with.
     *
     * @return the name.
     */
    public String name() {
        return name;
    }

    /**
     * Rows handed over, all passes together.
     *
     * @return how many.
     */
    public long rows() {
        return merged.rows(index);
    }

    /**
     * Rows whose time was before the latest of their feed: they kept their place behind it.
     *
     * @return how many; 0 for a feed that is in order.
     */
    public long rowsBehind() {
        return merged.rowsBehind(index);
    }

    /**
     * What became of every line that was read; in a replay that was stopped, of a line more than was handed over.
     *
     * @return the report; an empty one if the feed is not read from files.
     */
    public FeedReport report() {
        return cursor.report();
    }

    /**
     * The counts in one line.
     *
     * @return such as {@code spot: rows=8, rowsBehind=0 (lines=10, rows=8, skipped=1, bad=1)}.
     */
    @Override
    public String toString() {
        return name + ": rows=" + rows() + ", rowsBehind=" + rowsBehind() + " (" + report() + ")";
    }
}
