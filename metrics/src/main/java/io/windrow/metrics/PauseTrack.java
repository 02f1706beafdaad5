package io.windrow.metrics;

import org.HdrHistogram.IntCountsHistogram;

/**
 * Turns a cumulative count and a cumulative time into intervals. The owner locks.
 *
 * <p>The source counts an interval when it begins and adds its time when it ends. So a count that has moved is held back until
 * the time has moved too.
 */
final class PauseTrack {

    private static final long HIGHEST_NANOS = 60_000_000_000L;
    private static final int SIGNIFICANT_DIGITS = 3;

    private final IntCountsHistogram histogram = new IntCountsHistogram(1, HIGHEST_NANOS, SIGNIFICANT_DIGITS);
    private long bookedCount;
    private long bookedNanos;
    private long bookedWork;
    private long startCount;
    private long startNanos;
    private long maxNanos;
    private long boundNanos;

    PauseTrack(long count, long nanos, long work) {
        bookedCount = count;
        bookedNanos = nanos;
        bookedWork = work;
        reset();
    }

    /** Books what ended since the last call; {@code work} is the part of the time that only a finished interval adds. */
    boolean advance(long count, long nanos, long work) {
        return work > bookedWork && book(count, nanos, work);
    }

    /** Books by the count alone, for a source so coarse that an interval may add no time. */
    boolean advanceByCount(long count, long nanos) {
        return count > bookedCount && book(count, nanos, nanos);
    }

    /** What was booked is forgotten; an interval that has begun and not ended is booked after the reset. */
    void reset() {
        startCount = bookedCount;
        startNanos = bookedNanos;
        maxNanos = 0;
        boundNanos = 0;
        histogram.reset();
    }

    /** The source's time as of the last booking. */
    long bookedNanos() {
        return bookedNanos;
    }

    long count() {
        return bookedCount - startCount;
    }

    long totalNanos() {
        return bookedNanos - startNanos;
    }

    long maxNanos() {
        return maxNanos;
    }

    long boundNanos() {
        return boundNanos;
    }

    /** A bucket answers with its upper edge, which may lie above everything that was recorded. */
    long percentileNanos(double percentile) {
        return histogram.getTotalCount() == 0 ? 0 : Math.min(maxNanos, histogram.getValueAtPercentile(percentile));
    }

    /** The counts by length as the histogram has them, the sum exact. */
    void read(BucketCounts counts) {
        counts.read(histogram);
        counts.setSumNanos(totalNanos());
    }

    int footprintBytes() {
        return histogram.getEstimatedFootprintInBytes();
    }

    private boolean book(long count, long nanos, long work) {
        // With a second interval under way at the last booking, its time comes alone: it is still one interval.
        long intervals = Math.max(1, count - bookedCount);
        long sum = nanos - bookedNanos;
        long each = sum / intervals;
        histogram.recordValueWithCount(Math.min(each, HIGHEST_NANOS), intervals);
        maxNanos = Math.max(maxNanos, each);
        boundNanos = Math.max(boundNanos, sum);
        bookedCount = count;
        bookedNanos = nanos;
        bookedWork = work;
        return intervals > 1;
    }
}
