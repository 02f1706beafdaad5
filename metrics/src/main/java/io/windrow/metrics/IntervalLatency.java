package io.windrow.metrics;

import org.HdrHistogram.Histogram;

/**
 * What the latencies since the last look were: three histograms of 28 KB, the sum until now, the sum until the last look, and the
 * difference. One thread; without garbage.
 */
final class IntervalLatency {

    private static final long HIGHEST_NANOS = 60_000_000_000L;
    private static final int DIGITS = 2;

    private final Histogram interval = new Histogram(1, HIGHEST_NANOS, DIGITS);
    private Histogram now = new Histogram(1, HIGHEST_NANOS, DIGITS);
    private Histogram before = new Histogram(1, HIGHEST_NANOS, DIGITS);

    /** To be filled with the sum until now, after {@link #begin}. */
    Histogram now() {
        return now;
    }

    void begin() {
        Histogram oldest = before;
        before = now;
        now = oldest;
        now.reset();
    }

    /** Writes what came since the last look; nothing if nothing came. */
    void end(Sample sample) {
        if (now.getTotalCount() <= before.getTotalCount()) {
            return;
        }
        now.copyInto(interval);
        interval.subtract(before);
        sample.set(Figure.LATENCY_P50, interval.getValueAtPercentile(50));
        sample.set(Figure.LATENCY_P95, interval.getValueAtPercentile(95));
        sample.set(Figure.LATENCY_P99, interval.getValueAtPercentile(99));
    }
}
