package io.windrow.pipeline.feeds;

import java.io.IOException;
import java.util.List;

/**
 * Several feeds as one, by time. Of rows with the same time, those of the feed that was named first come first. The rows of one feed
 * stay in its own order, whatever their times: one that is before the latest time of its feed is put in order by that latest time,
 * and counted in {@link #rowsBehind}. So the same feeds always give the same order. One thread.
 *
 * <p>From pass to pass all feeds move by the same time, behind the last row of all. Nothing is allocated per row. What became of the lines
 * is in the reports of the feeds' own cursors.
 */
public final class MergedCursor implements FeedCursor {

    private final FeedCursor[] feeds;
    private final PassTimes passes;
    /** Of each feed: the latest time so far, by which it stands in the heap. */
    private final long[] latestNanos;
    private final long[] rows;
    private final long[] rowsBehind;
    /** The feeds that have a row, as a binary heap: none is before the one at half its place. */
    private final int[] heap;
    private int size;
    /** Whether all feeds were asked for their first row of the pass. */
    private boolean primed;

    /**
     * Creates a cursor before the first row, that owns the cursors given.
     *
     * @param feeds  at least one; closed and rewound with this one.
     * @param passes how often they are played, one time after another; 1 or more.
     * @throws IllegalArgumentException if there is no feed, or no pass.
     */
    public MergedCursor(List<? extends FeedCursor> feeds, int passes) {
        if (feeds.isEmpty() || passes < 1) {
            throw new IllegalArgumentException("feeds and passes must be 1 or more: feeds=" + feeds.size() + ", passes=" + passes);
        }
        this.feeds = feeds.toArray(new FeedCursor[0]);
        this.passes = new PassTimes(passes, passUnitNanos());
        latestNanos = new long[this.feeds.length];
        rows = new long[this.feeds.length];
        rowsBehind = new long[this.feeds.length];
        heap = new int[this.feeds.length];
    }

    @Override
    public boolean next() throws IOException {
        if (!primed) {
            prime();
        } else if (size > 0) {
            advance();
        }
        while (size == 0) {
            if (!passes.next()) {
                return false;
            }
            prime();
        }
        passes.note(timeNanos() - passes.shiftNanos());
        return true;
    }

    /** Fetches the first row of every feed, and before it makes sure that all are there. */
    private void prime() throws IOException {
        for (FeedCursor feed : feeds) {
            feed.rewind(passes.shiftNanos());
        }
        primed = true;
        size = 0;
        for (int feed = 0; feed < feeds.length; feed++) {
            latestNanos[feed] = Long.MIN_VALUE;
            if (fetch(feed)) {
                heap[size++] = feed;
            }
        }
        for (int place = size / 2 - 1; place >= 0; place--) {
            siftDown(place);
        }
    }

    private void advance() throws IOException {
        if (!fetch(heap[0])) {
            heap[0] = heap[--size];
        }
        siftDown(0);
    }

    private boolean fetch(int feed) throws IOException {
        if (!feeds[feed].next()) {
            return false;
        }
        latestNanos[feed] = Math.max(latestNanos[feed], feeds[feed].timeNanos());
        return true;
    }

    private void siftDown(int from) {
        int feed = heap[from];
        int place = from;
        int child = 2 * place + 1;
        while (child < size) {
            if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isBefore(heap[child], feed)) {
                break;
            }
            heap[place] = heap[child];
            place = child;
            child = 2 * place + 1;
        }
        heap[place] = feed;
    }

    private boolean isBefore(int feed, int other) {
        return latestNanos[feed] < latestNanos[other] || latestNanos[feed] == latestNanos[other] && feed < other;
    }

    @Override
    public int instrumentId() {
        return feeds[heap[0]].instrumentId();
    }

    @Override
    public long timeNanos() {
        return feeds[heap[0]].timeNanos();
    }

    @Override
    public void deliver(MarketListener listener) {
        int feed = heap[0];
        feeds[feed].deliver(listener);
        rows[feed]++;
        rowsBehind[feed] += feeds[feed].timeNanos() < latestNanos[feed] ? 1 : 0;
    }

    /**
     * Which feed the row is from.
     *
     * @return its index among the feeds given.
     */
    public int feed() {
        return heap[0];
    }

    /**
     * How many rows of a feed were handed over so far, all passes together.
     *
     * @param feed its index among the feeds given.
     * @return the number.
     * @throws IndexOutOfBoundsException if there is no such feed.
     */
    public long rows(int feed) {
        return rows[feed];
    }

    /**
     * How many of them had a time before the latest of their feed.
     *
     * @param feed its index among the feeds given.
     * @return the number; 0 if the feed is in order.
     * @throws IndexOutOfBoundsException if there is no such feed.
     */
    public long rowsBehind(int feed) {
        return rowsBehind[feed];
    }

    @Override
    public void rewind(long shiftNanos) {
        passes.restart(shiftNanos);
        primed = false;
    }

    /**
     * {@inheritDoc}
     *
     * @return the largest of the feeds.
     */
    @Override
    public long passUnitNanos() {
        long unit = 0;
        for (FeedCursor feed : feeds) {
            unit = Math.max(unit, feed.passUnitNanos());
        }
        return unit;
    }

    @Override
    public void close() throws IOException {
        passes.end();
        primed = true;
        size = 0;
        IOException failure = null;
        for (FeedCursor feed : feeds) {
            try {
                feed.close();
            } catch (IOException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
