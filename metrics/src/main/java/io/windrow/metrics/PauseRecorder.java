package io.windrow.metrics;

import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Records how long each stop of the world was, by asking cumulative statistics often; one thread polls, any thread looks.
 *
 * <p>Two records are kept. <i>Stops</i> are all safepoints, from the request until threads run again: what a program feels.
 * <i>Collections</i> are the collector's own time, which is shorter and says nothing of stops for other reasons.
 *
 * <p>When one interval ended since the last poll its length is exact, to the resolution of the source. When several did, only
 * their sum is known: the mean is recorded once for each, {@link #mergedPolls()} goes up, and the true longest of them is
 * somewhere between {@link #maxNanos()} and {@link #maxBoundNanos()}. Totals and counts are exact in either case. So a
 * percentile may be quoted as measured while {@code mergedPolls()} is small against {@code count()}, and
 * "no stop was longer than {@code maxBoundNanos()}" holds always. An interval that is under way is booked when it has ended.
 *
 * <p>A figure is {@code -1} when the statistics do not know it. Every method locks this object; polling allocates nothing. Each
 * record is a histogram of 3 significant digits from 1 ns to 60 s, longer intervals being recorded as 60 s while total and
 * maximum keep their true length; {@link #footprintBytes()} states the memory, about 110 KB of heap per record.
 */
public final class PauseRecorder {

    private static final long UNKNOWN = -1;

    private final CollectorStatistics statistics;
    private final boolean coarse;
    private final PauseTrack stops;
    private final PauseTrack collections;
    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
    private boolean isQuiet;
    private long seenStops;
    private long seenCollections;
    private long mergedPolls;
    private long mergedCollectionPolls;

    /**
     * Starts from what the statistics say now.
     *
     * @param statistics the source; stays open and belongs to the caller
     */
    public PauseRecorder(CollectorStatistics statistics) {
        this.statistics = statistics;
        coarse = statistics.resolutionNanos() > 1;
        stops = statistics.safepoints() < 0 ? null
            : new PauseTrack(statistics.safepoints(), statistics.safepointNanos(), stoppedNanos());
        collections = statistics.collections() < 0 ? null
            : new PauseTrack(statistics.collections(), statistics.collectionNanos(), statistics.collectionNanos());
    }

    /**
     * Asks the statistics and books what ended since the last poll; about 15 us, a third of it while nothing happens, and 0 B.
     *
     * @throws IllegalStateException if the statistics are closed
     */
    public synchronized void poll() {
        if (isQuiet && statistics.safepoints() == seenStops && statistics.collections() == seenCollections) {
            return;
        }
        boolean changed = false;
        if (stops != null) {
            changed = pollStops();
        }
        if (collections != null) {
            changed |= pollCollections();
        }
        // A stop that was under way at the poll before may have ended without a new count: one poll more must find nothing.
        isQuiet = stops != null && !changed;
    }

    /**
     * Forgets what was booked, after a last poll, so that a warm-up can be told from what follows. An interval that is under
     * way is booked to what follows.
     *
     * @throws IllegalStateException if the statistics are closed
     */
    public synchronized void reset() {
        poll();
        if (stops != null) {
            stops.reset();
        }
        if (collections != null) {
            collections.reset();
        }
        mergedPolls = 0;
        mergedCollectionPolls = 0;
    }

    /**
     * Stops of the world that ended since the start or the reset.
     *
     * @return stops, or -1
     */
    public synchronized long count() {
        return stops == null ? UNKNOWN : stops.count();
    }

    /**
     * How long the world stood still, waiting for threads to stop included.
     *
     * @return nanoseconds, or -1
     */
    public synchronized long totalNanos() {
        return stops == null ? UNKNOWN : stops.totalNanos();
    }

    /**
     * The longest stop as recorded: exact, unless the longest was in a merged poll.
     *
     * @return nanoseconds, 0 before the first stop, or -1
     */
    public synchronized long maxNanos() {
        return stops == null ? UNKNOWN : stops.maxNanos();
    }

    /**
     * What no stop exceeded: the longest sum of stops between two polls. Equal to {@link #maxNanos()} when nothing was merged.
     *
     * @return nanoseconds, 0 before the first stop, or -1
     */
    public synchronized long maxBoundNanos() {
        return stops == null ? UNKNOWN : stops.boundNanos();
    }

    /**
     * The length that this share of the stops did not exceed, to 3 significant digits.
     *
     * @param percentile 0 to 100
     * @return nanoseconds, 0 before the first stop, or -1
     */
    public synchronized long percentileNanos(double percentile) {
        return stops == null ? UNKNOWN : stops.percentileNanos(percentile);
    }

    /**
     * Polls that found more than one stop.
     *
     * @return polls since the start or the reset
     */
    public synchronized long mergedPolls() {
        return mergedPolls;
    }

    /**
     * Collections that ended since the start or the reset.
     *
     * @return collections, or -1
     */
    public synchronized long collectionCount() {
        return collections == null ? UNKNOWN : collections.count();
    }

    /**
     * Time inside the collector with the world stopped.
     *
     * @return nanoseconds, or -1
     */
    public synchronized long collectionTotalNanos() {
        return collections == null ? UNKNOWN : collections.totalNanos();
    }

    /**
     * The longest collection as recorded.
     *
     * @return nanoseconds, 0 before the first collection, or -1
     */
    public synchronized long collectionMaxNanos() {
        return collections == null ? UNKNOWN : collections.maxNanos();
    }

    /**
     * What no collection exceeded: the longest sum of collections between two polls.
     *
     * @return nanoseconds, 0 before the first collection, or -1
     */
    public synchronized long collectionMaxBoundNanos() {
        return collections == null ? UNKNOWN : collections.boundNanos();
    }

    /**
     * The length that this share of the collections did not exceed, to 3 significant digits.
     *
     * @param percentile 0 to 100
     * @return nanoseconds, 0 before the first collection, or -1
     */
    public synchronized long collectionPercentileNanos(double percentile) {
        return collections == null ? UNKNOWN : collections.percentileNanos(percentile);
    }

    /**
     * Polls that found more than one collection.
     *
     * @return polls since the start or the reset
     */
    public synchronized long mergedCollectionPolls() {
        return mergedCollectionPolls;
    }

    /**
     * Counts the stops by their length.
     *
     * @param counts is filled; empty if stops are not known
     */
    public synchronized void readStops(BucketCounts counts) {
        read(stops, counts);
    }

    /**
     * Counts the collections by their length.
     *
     * @param counts is filled; empty if collections are not known
     */
    public synchronized void readCollections(BucketCounts counts) {
        read(collections, counts);
    }

    /**
     * Tells somebody of each poll that has booked collections, on the thread that polls and while this object is locked.
     *
     * @param listener is run; must not throw
     */
    public void addCollectionListener(Runnable listener) {
        listeners.add(listener);
    }

    /**
     * Tells somebody no more; may run once more if a poll is under way.
     *
     * @param listener what was added; another is let be
     */
    public void removeCollectionListener(Runnable listener) {
        listeners.remove(listener);
    }

    /**
     * Heap that the records take, by the histogram's own estimate.
     *
     * @return bytes
     */
    public int footprintBytes() {
        return (stops == null ? 0 : stops.footprintBytes()) + (collections == null ? 0 : collections.footprintBytes());
    }

    private static void read(PauseTrack track, BucketCounts counts) {
        counts.clear();
        if (track != null) {
            track.read(counts);
        }
    }

    private void tell() {
        for (int i = 0; i < listeners.size(); i++) {
            listeners.get(i).run();
        }
    }

    private boolean pollStops() {
        long count;
        long nanos;
        long stopped;
        do {
            // A stop that begins between two of these reads would give its time to the wrong count.
            count = statistics.safepoints();
            nanos = statistics.safepointNanos();
            stopped = nanos - statistics.safepointSyncNanos();
        } while (count != statistics.safepoints());
        boolean changed = count != seenStops || stops.bookedNanos() != nanos;
        seenStops = count;
        if (stops.advance(count, nanos, stopped)) {
            mergedPolls++;
        }
        return changed;
    }

    private boolean pollCollections() {
        long count;
        long nanos;
        do {
            count = statistics.collections();
            nanos = statistics.collectionNanos();
        } while (count != statistics.collections());
        boolean changed = count != seenCollections || collections.bookedNanos() != nanos;
        seenCollections = count;
        long booked = collections.count() + collections.totalNanos();
        if (coarse ? collections.advanceByCount(count, nanos) : collections.advance(count, nanos, nanos)) {
            mergedCollectionPolls++;
        }
        if (collections.count() + collections.totalNanos() != booked) {
            tell();
        }
        return changed;
    }

    /** Time after the last thread has stopped, which the source adds when the stop has ended; the wait comes earlier. */
    private long stoppedNanos() {
        return statistics.safepointNanos() - statistics.safepointSyncNanos();
    }
}
