package io.windrow.pipeline.replay;

/**
 * The whole multiples of an interval in the data's time, behind the first row. Behind a gap that is cut only the last of them comes, so
 * that a gap of years is not a million calls.
 */
final class ClockTicks {

    /** What {@link #next} gives where no multiple is reached. */
    static final long NONE = Long.MIN_VALUE;

    private final long intervalNanos;
    private final long maxGapNanos;
    private long nextNanos;

    ClockTicks(long intervalNanos, long maxGapNanos) {
        this.intervalNanos = intervalNanos;
        this.maxGapNanos = maxGapNanos;
    }

    void start(long firstTimeNanos) {
        nextNanos = wholeBefore(firstTimeNanos) + intervalNanos;
    }

    /** The next multiple up to a time, which is then gone; the latest row was at another time before. */
    long next(long latestNanos, long timeNanos) {
        if (nextNanos > timeNanos) {
            return NONE;
        }
        long tick = nextNanos - latestNanos > maxGapNanos ? wholeBefore(timeNanos) : nextNanos;
        nextNanos = tick + intervalNanos;
        return tick;
    }

    private long wholeBefore(long timeNanos) {
        return Math.floorDiv(timeNanos, intervalNanos) * intervalNanos;
    }
}
