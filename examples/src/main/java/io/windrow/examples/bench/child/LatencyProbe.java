package io.windrow.examples.bench.child;

import org.HdrHistogram.Histogram;

/**
 * Times events from when they were due, so that what waits behind a slow one counts. The publisher sets the schedule before the first event
 * of it; the consumer counts along. Allocates nothing.
 */
final class LatencyProbe {

    private static final long LONGEST_NANOS = 60_000_000_000L;
    private static final int DIGITS = 3;

    private final Histogram histogram = new Histogram(1, LONGEST_NANOS, DIGITS);
    private long dueNanos;
    private long periodNanos;
    private long unmeasured;

    /** The next event is due at a time, each further one a period later; the first ones are to warm up and not counted. */
    void schedule(long firstDueNanos, long nanosBetween, long warmUp) {
        dueNanos = firstDueNanos;
        periodNanos = nanosBetween;
        unmeasured = warmUp;
    }

    void onEvent() {
        long latency = System.nanoTime() - dueNanos;
        dueNanos += periodNanos;
        if (unmeasured > 0) {
            unmeasured--;
        } else {
            histogram.recordValue(Math.min(Math.max(latency, 1), LONGEST_NANOS));
        }
    }

    Histogram histogram() {
        return histogram;
    }
}
