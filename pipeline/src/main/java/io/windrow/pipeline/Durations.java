package io.windrow.pipeline;

import org.HdrHistogram.AtomicHistogram;
import org.HdrHistogram.Histogram;

/**
 * Durations that one thread records, without garbage and without locks, and any thread reads. One array of counts that only grow: a look at
 * them is of a moment, and a recorder that hands intervals over would have three.
 */
final class Durations {

    /** Longer ones count as this long. */
    static final long HIGHEST_NANOS = 60_000_000_000L;
    /** An error of at most 1 %, for 28 KB each. */
    private static final int DIGITS = 2;

    private final AtomicHistogram counts = new AtomicHistogram(1, HIGHEST_NANOS, DIGITS);

    static Histogram histogram() {
        return new Histogram(1, HIGHEST_NANOS, DIGITS);
    }

    /** One that was not due yet counts as 0. */
    void record(long nanos) {
        counts.recordValue(Math.max(0, Math.min(nanos, HIGHEST_NANOS)));
    }

    /** Adds what was recorded so far. */
    void addTo(Histogram all) {
        all.add(counts);
    }
}
