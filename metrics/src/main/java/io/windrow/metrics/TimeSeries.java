package io.windrow.metrics;

import java.util.Objects;

/**
 * A curve of bounded size that always covers the whole run; for one thread at a time.
 *
 * <p>Points are (time, value) in two arrays made at the start. When they are full, neighbours are merged two by two: half of
 * the room is free again and each point stands for twice as many samples. So a run of any length keeps between half of the
 * capacity and all of it, at a resolution that gets coarser evenly over the run. The last point may still be filling. Adding
 * allocates nothing and costs a few nanoseconds, except for the halving, which costs one pass over the arrays.
 */
public final class TimeSeries {

    private final Keep keep;
    private final long[] times;
    private final long[] values;
    private int size;
    private long samplesPerPoint = 1;
    private long samplesInLastPoint;
    private long samples;
    private long lastTimeNanos = Long.MIN_VALUE;
    private long maximum = Long.MIN_VALUE;

    /**
     * Makes an empty series of {@code 16 * capacity} bytes.
     *
     * @param capacity the most points, even and at least 2
     * @param keep what a merged point shows
     * @throws IllegalArgumentException if {@code capacity} is odd or less than 2
     */
    public TimeSeries(int capacity, Keep keep) {
        if (capacity < 2 || (capacity & 1) != 0) {
            throw new IllegalArgumentException("the capacity is even and at least 2: capacity=" + capacity);
        }
        this.keep = Objects.requireNonNull(keep, "keep");
        times = new long[capacity];
        values = new long[capacity];
    }

    private TimeSeries(TimeSeries source) {
        keep = source.keep;
        times = source.times.clone();
        values = source.values.clone();
        size = source.size;
        samplesPerPoint = source.samplesPerPoint;
        samplesInLastPoint = source.samplesInLastPoint;
        samples = source.samples;
        lastTimeNanos = source.lastTimeNanos;
        maximum = source.maximum;
    }

    /** What a point that stands for several samples shows. */
    public enum Keep {
        /** The largest of them and the time of that one, the earliest if several are equal: for levels, whose peak matters. */
        MAXIMUM,
        /** The last of them: for totals, which only grow. */
        LAST
    }

    /**
     * Adds a sample.
     *
     * @param timeNanos its time; not before the last one's
     * @param value its value
     * @throws IllegalArgumentException if {@code timeNanos} is before the last sample's
     */
    public void add(long timeNanos, long value) {
        if (timeNanos < lastTimeNanos) {
            throw new IllegalArgumentException("time does not go back: timeNanos=" + timeNanos + ", last=" + lastTimeNanos);
        }
        if (size == 0 || samplesInLastPoint == samplesPerPoint) {
            startPoint(timeNanos, value);
        } else {
            merge(size - 1, timeNanos, value);
        }
        samplesInLastPoint++;
        samples++;
        lastTimeNanos = timeNanos;
        maximum = Math.max(maximum, value);
    }

    /**
     * Points that are kept now.
     *
     * @return points, at most the capacity
     */
    public int size() {
        return size;
    }

    /**
     * Samples that were ever added.
     *
     * @return samples
     */
    public long samples() {
        return samples;
    }

    /**
     * How many samples a full point stands for.
     *
     * @return a power of two
     */
    public long samplesPerPoint() {
        return samplesPerPoint;
    }

    /**
     * The time of a point.
     *
     * @param index 0 is the oldest
     * @return nanoseconds on the clock of {@link #add(long, long)}
     * @throws IndexOutOfBoundsException if there is no such point
     */
    public long timeNanos(int index) {
        return times[Objects.checkIndex(index, size)];
    }

    /**
     * The value of a point.
     *
     * @param index 0 is the oldest
     * @return the value, in the unit that was added
     * @throws IndexOutOfBoundsException if there is no such point
     */
    public long value(int index) {
        return values[Objects.checkIndex(index, size)];
    }

    /**
     * The largest value that was ever added, whatever the points still show.
     *
     * @return the value
     * @throws IllegalStateException if nothing was added
     */
    public long maximum() {
        requireSamples();
        return maximum;
    }

    /**
     * The time of the newest sample.
     *
     * @return nanoseconds on the clock of {@link #add(long, long)}
     * @throws IllegalStateException if nothing was added
     */
    public long lastTimeNanos() {
        requireSamples();
        return lastTimeNanos;
    }

    /**
     * A series of its own with the same content, to be read while this one goes on.
     *
     * @return the copy
     */
    public TimeSeries copy() {
        return new TimeSeries(this);
    }

    private void startPoint(long timeNanos, long value) {
        if (size == times.length) {
            halve();
        }
        times[size] = timeNanos;
        values[size] = value;
        size++;
        samplesInLastPoint = 0;
    }

    /** Every point is full and their number is even here, so that all pairs are of one weight. */
    private void halve() {
        for (int pair = 0; pair < size / 2; pair++) {
            times[pair] = times[2 * pair];
            values[pair] = values[2 * pair];
            merge(pair, times[2 * pair + 1], values[2 * pair + 1]);
        }
        size /= 2;
        samplesPerPoint *= 2;
    }

    private void merge(int point, long timeNanos, long value) {
        if (keep == Keep.LAST || value > values[point]) {
            times[point] = timeNanos;
            values[point] = value;
        }
    }

    private void requireSamples() {
        if (samples == 0) {
            throw new IllegalStateException("the series is empty: samples=0");
        }
    }
}
