package io.windrow.metrics.micrometer;

import io.micrometer.core.instrument.Tags;
import io.windrow.metrics.BucketCounts;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * Durations that are counted elsewhere, looked at when somebody scrapes: events come by the million, and nothing is to be done for each.
 * Who asks for more than one of its figures locks it. As with {@link Reading}, it is held by being its meter's function.
 */
abstract class Distribution implements ToLongFunction<Distribution>, ToDoubleFunction<Distribution> {

    /** What gauges show beside count and sum, where a registry takes no buckets. */
    static final double[] PERCENTILES = {50, 95, 99};
    static final double NANOS_PER_SECOND = 1e9;

    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000;

    private final Tags tags;
    private final BucketCounts counts;
    private final double[] percentiles = new double[PERCENTILES.length];

    Distribution(Tags tags, BucketCounts counts) {
        this.tags = tags;
        this.counts = counts;
    }

    /** Bounds of latencies: the sources want 95 of 100 within 5 ms and an alarm above 5.5 ms. */
    static BucketCounts latencyBuckets() {
        return new BucketCounts(10 * MICRO, 25 * MICRO, 50 * MICRO, 100 * MICRO, 250 * MICRO, 500 * MICRO, MILLI, 2_500 * MICRO, 5 * MILLI,
            5_500 * MICRO, 10 * MILLI, 25 * MILLI, 50 * MILLI, 100 * MILLI, 250 * MILLI, SECOND, 10 * SECOND);
    }

    /** Bounds of pauses: the sources want 95 of 100 within 50 ms. */
    static BucketCounts pauseBuckets() {
        return new BucketCounts(100 * MICRO, 250 * MICRO, 500 * MICRO, MILLI, 2_500 * MICRO, 5 * MILLI, 10 * MILLI, 20 * MILLI, 50 * MILLI,
            100 * MILLI, 200 * MILLI, 500 * MILLI, SECOND, 5 * SECOND);
    }

    /** Reads it anew; with the lock held. */
    abstract void read(BucketCounts into, double[] percentileSeconds);

    final synchronized void look() {
        read(counts, percentiles);
    }

    final Tags tags() {
        return tags;
    }

    final BucketCounts counts() {
        return counts;
    }

    @Override
    public synchronized long applyAsLong(Distribution self) {
        look();
        return counts.count();
    }

    @Override
    public synchronized double applyAsDouble(Distribution self) {
        look();
        return counts.sumSeconds();
    }

    synchronized double percentile(int place) {
        look();
        return counts.count() == 0 ? Double.NaN : percentiles[place];
    }
}
