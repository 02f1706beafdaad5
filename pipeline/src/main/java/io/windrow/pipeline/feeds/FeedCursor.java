package io.windrow.pipeline.feeds;

import java.io.Closeable;
import java.io.IOException;

/**
 * The rows of a feed, one after another, each fetched when it is wanted; so that several feeds can be read side by side. One thread.
 *
 * <p>A row is a trade, a quote, a candle or a change of depth, and hands itself to the listener's method for its kind. It is the cursor's
 * row until the next call of {@link #next}, and nothing is made for it.
 */
public interface FeedCursor extends Closeable {

    /**
     * Moves to the next row; the first call to the first.
     *
     * @return false behind the last row, and from then on until the cursor is rewound.
     * @throws IOException           if the rows cannot be read; damaged content is in the {@link #report()} instead.
     * @throws IllegalStateException if the feed has several passes, and so many that one would reach the year 2200.
     */
    boolean next() throws IOException;

    /**
     * Instrument of the row.
     *
     * @return dense id in the feed's registry.
     */
    int instrumentId();

    /**
     * Time by which the row is put in order with those of other feeds: its own, later by the shift of {@link #rewind}, and by how much
     * later it is known where that is not at once.
     *
     * @return nanoseconds since 1970-01-01 UTC.
     */
    long timeNanos();

    /**
     * Hands the row over.
     *
     * @param listener is called once, on this thread.
     */
    void deliver(MarketListener listener);

    /**
     * Goes back before the first row. The report goes on counting.
     *
     * @param shiftNanos how much later the times are from now on than they are written; 0 or more.
     * @throws IOException if the rows can no longer be read.
     */
    void rewind(long shiftNanos) throws IOException;

    /**
     * What times may be moved by from pass to pass so that candles begin at the same minutes in each.
     *
     * @return nanoseconds: an hour, or a day if the rows are candles, which may themselves be hours long.
     */
    default long passUnitNanos() {
        return PassTimes.HOUR_NANOS;
    }

    /**
     * What became of every line so far.
     *
     * @return the report; an empty one if the feed has no lines.
     */
    default FeedReport report() {
        return new FeedReport();
    }

    /**
     * How far the reading is.
     *
     * @return the progress, for any thread; one that has not begun if there is nothing to be read.
     */
    default ReadProgress progress() {
        return new ReadProgress();
    }

    /** Lets go of what is open. There is no next row then, until the cursor is rewound. */
    @Override
    void close() throws IOException;
}
