package io.windrow.pipeline.replay;

import io.windrow.pipeline.feeds.ReadProgress;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** How far a replay is. Written by the thread that replays, for any thread to look at: each number is exact, and soon a little old. */
public final class ReplayProgress {

    private final List<ReadProgress> feeds;
    private final int passes;
    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong timeNanos = new AtomicLong();

    ReplayProgress(List<ReadProgress> feeds, int passes) {
        this.feeds = List.copyOf(feeds);
        this.passes = passes;
    }

    /**
     * Rows handed over.
     *
     * @return how many.
     */
    public long rows() {
        return rows.get();
    }

    /**
     * The latest time that was reached in the data.
     *
     * @return nanoseconds since 1970-01-01 UTC; 0 before the first row.
     */
    public long timeNanos() {
        return timeNanos.get();
    }

    /**
     * Bytes read so far, of the files as they are on the disk.
     *
     * @return the bytes; more than the rows handed over need, because each feed is read ahead.
     */
    public long bytesRead() {
        long bytes = 0;
        for (ReadProgress feed : feeds) {
            bytes += feed.bytesRead();
        }
        return bytes;
    }

    /**
     * Bytes that there are to read, all passes together.
     *
     * @return the bytes; 0 before the reading begins, and of feeds that are not read from files.
     */
    public long bytesTotal() {
        long bytes = 0;
        for (ReadProgress feed : feeds) {
            bytes += feed.bytesTotal();
        }
        return bytes * passes;
    }

    /** One writer; a store that is ordered and does not wait for the other cores. */
    void row(long reachedNanos) {
        timeNanos.setRelease(reachedNanos);
        rows.setRelease(rows.getPlain() + 1);
    }
}
