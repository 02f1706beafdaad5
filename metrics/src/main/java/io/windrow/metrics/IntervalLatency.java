package io.windrow.metrics;

import org.HdrHistogram.Histogram;

/**
 * What the latencies of the last five seconds were, worked out every five seconds: two histograms of 28 KB, for the sum until now, from
 * which the sum until the last look is taken away. Walking through histograms is what costs most of a sample, so not each does it.
 * One thread; without garbage.
 */
final class IntervalLatency {

    static final long INTERVAL_NANOS = 5_000_000_000L;

    private static final long HIGHEST_NANOS = 60_000_000_000L;
    private static final int DIGITS = 2;

    private Histogram now = new Histogram(1, HIGHEST_NANOS, DIGITS);
    private Histogram before = new Histogram(1, HIGHEST_NANOS, DIGITS);
    private long lookedNanos;
    private boolean isAnew;
    private long p50 = Sample.ABSENT;
    private long p95 = Sample.ABSENT;
    private long p99 = Sample.ABSENT;

    /** Whether it is time to look; if so, {@link #now()} is to be filled. A clock that was set back makes it time. */
    boolean begin(long timeNanos) {
        if (Math.abs(timeNanos - lookedNanos) < INTERVAL_NANOS) {
            return false;
        }
        lookedNanos = timeNanos;
        now.reset();
        return true;
    }

    /** To be filled with the sum until now. */
    Histogram now() {
        return now;
    }

    /** Works out what came since the last look. Nothing is known of it when a pipeline has gone in between. */
    void end() {
        boolean any = !isAnew && now.getTotalCount() > before.getTotalCount();
        isAnew = any && !hasSubtracted();
        any &= !isAnew;
        p50 = any ? now.getValueAtPercentile(50) : Sample.ABSENT;
        p95 = any ? now.getValueAtPercentile(95) : Sample.ABSENT;
        p99 = any ? now.getValueAtPercentile(99) : Sample.ABSENT;
        if (any) {
            before.add(now);
        } else {
            swap();
        }
    }

    /** Fails where one pipeline has gone and another has more: then what is left of the sum is no sum, and the next look begins anew. */
    private boolean hasSubtracted() {
        try {
            now.subtract(before);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void swap() {
        Histogram oldest = before;
        before = now;
        now = oldest;
    }

    /** Writes what the last look found; nothing if nothing had come. */
    void addTo(Sample sample) {
        sample.set(Figure.LATENCY_P50, p50);
        sample.set(Figure.LATENCY_P95, p95);
        sample.set(Figure.LATENCY_P99, p99);
    }
}
