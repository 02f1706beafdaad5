package io.windrow.metrics;

/**
 * All figures of one process at one time; an array of {@code 8 * Figure.count()} bytes that is filled again and again. For one thread at
 * a time. A figure that is not known is {@value #ABSENT}, never 0.
 */
public final class Sample {

    /** What stands for a figure that is not known. */
    public static final long ABSENT = -1;

    private final long[] values = new long[Figure.count()];
    private long timeNanos;

    /** An empty sample: no figure is known. */
    public Sample() {
        clear(0);
    }

    /**
     * Forgets all figures.
     *
     * @param newTimeNanos the time of what follows, nanoseconds since the epoch.
     */
    public void clear(long newTimeNanos) {
        timeNanos = newTimeNanos;
        for (int i = 0; i < values.length; i++) {
            values[i] = ABSENT;
        }
    }

    /**
     * When it was taken.
     *
     * @return nanoseconds since the epoch, UTC.
     */
    public long timeNanos() {
        return timeNanos;
    }

    void setTimeNanos(long newTimeNanos) {
        timeNanos = newTimeNanos;
    }

    /**
     * Tells a figure.
     *
     * @param figure which.
     * @return its value, or {@value #ABSENT}.
     */
    public long get(Figure figure) {
        return values[figure.ordinal()];
    }

    /**
     * Whether a figure is known.
     *
     * @param figure which.
     * @return true if it is not {@value #ABSENT}.
     */
    public boolean has(Figure figure) {
        return values[figure.ordinal()] != ABSENT;
    }

    /**
     * Sets a figure.
     *
     * @param figure which.
     * @param value its value; any negative one means that it is not known.
     */
    public void set(Figure figure, long value) {
        values[figure.ordinal()] = value < 0 ? ABSENT : value;
    }

    /**
     * Adds to a figure, which counts as 0 if it is not known.
     *
     * @param figure which.
     * @param value what to add; a negative one adds nothing.
     */
    public void add(Figure figure, long value) {
        if (value >= 0) {
            values[figure.ordinal()] = Math.max(0, values[figure.ordinal()]) + value;
        }
    }

    /**
     * Takes over all of another sample. Allocates nothing.
     *
     * @param other the sample to copy.
     */
    public void copyFrom(Sample other) {
        timeNanos = other.timeNanos;
        System.arraycopy(other.values, 0, values, 0, values.length);
    }
}
