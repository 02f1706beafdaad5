package io.windrow.metrics;

import org.HdrHistogram.AbstractHistogram;

/**
 * How many durations lie at or below each of some bounds: what a Prometheus histogram is made of. Read from an HdrHistogram, whose steps
 * the counts keep to: a duration counts as at or below a bound if it lies in the step that holds the bound, so a count may hold durations
 * that are longer by the histogram's error, 1 % with two digits and 0.1 % with three. For one thread at a time; reading allocates nothing.
 */
public final class BucketCounts {

    private static final double NANOS_PER_SECOND = 1e9;

    private final long[] bounds;
    private final long[] counts;
    private long count;
    private long sumNanos;

    /**
     * Counts below these bounds.
     *
     * @param boundsNanos ascending, each at least 1; is copied.
     * @throws IllegalArgumentException if they are not so.
     */
    public BucketCounts(long... boundsNanos) {
        bounds = boundsNanos.clone();
        counts = new long[bounds.length];
        for (int i = 0; i < bounds.length; i++) {
            if (bounds[i] <= (i == 0 ? 0 : bounds[i - 1])) {
                throw new IllegalArgumentException("bounds must be positive and ascend: bounds[" + i + "]=" + bounds[i]);
            }
        }
    }

    /** Forgets what was counted. */
    public void clear() {
        count = 0;
        sumNanos = 0;
        for (int i = 0; i < counts.length; i++) {
            counts[i] = 0;
        }
    }

    /**
     * Counts anew. The sum takes the middle of each of the histogram's steps.
     *
     * @param histogram of nanoseconds; nobody changes it meanwhile.
     */
    public void read(AbstractHistogram histogram) {
        clear();
        long highest = histogram.getMaxValue();
        int bucket = 0;
        long value = 0;
        while (histogram.getTotalCount() > 0 && value <= highest) {
            long last = histogram.highestEquivalentValue(value);
            while (bucket < bounds.length && last > histogram.highestEquivalentValue(bounds[bucket])) {
                counts[bucket++] = count;
            }
            long here = histogram.getCountAtValue(value);
            if (here > 0) {
                count += here;
                sumNanos += here * histogram.medianEquivalentValue(value);
            }
            value = last + 1;
        }
        for (; bucket < bounds.length; bucket++) {
            counts[bucket] = count;
        }
    }

    void setSumNanos(long exactNanos) {
        sumNanos = exactNanos;
    }

    /**
     * How many bounds there are.
     *
     * @return the count.
     */
    public int size() {
        return bounds.length;
    }

    /**
     * A bound.
     *
     * @param bucket 0 to {@link #size()} - 1.
     * @return nanoseconds.
     */
    public long boundNanos(int bucket) {
        return bounds[bucket];
    }

    /**
     * Durations at or below a bound.
     *
     * @param bucket 0 to {@link #size()} - 1.
     * @return the count.
     */
    public long countUpTo(int bucket) {
        return counts[bucket];
    }

    /**
     * All durations.
     *
     * @return the count.
     */
    public long count() {
        return count;
    }

    /**
     * All durations together.
     *
     * @return nanoseconds.
     */
    public long sumNanos() {
        return sumNanos;
    }

    /**
     * All durations together.
     *
     * @return seconds.
     */
    public double sumSeconds() {
        return sumNanos / NANOS_PER_SECOND;
    }
}
