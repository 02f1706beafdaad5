package io.windrow.pipeline.feeds;

/**
 * Counts the passes over a feed and says how far their times move: each pass behind the last by the span of the data, in whole units, so
 * that candles begin at the same minutes in each pass.
 */
final class PassTimes {

    static final long HOUR_NANOS = 3_600_000_000_000L;
    static final long DAY_NANOS = 24 * HOUR_NANOS;

    private final int passes;
    private final long unitNanos;
    private int pass = 1;
    private long shiftNanos;
    private long firstTimeNanos = Long.MAX_VALUE;
    private long lastTimeNanos = Long.MIN_VALUE;

    PassTimes(int passes, long unitNanos) {
        this.passes = passes;
        this.unitNanos = unitNanos;
    }

    /** Begins the first pass, whose times are already moved. */
    void restart(long baseNanos) {
        pass = 1;
        shiftNanos = baseNanos;
    }

    /** Takes note of a row, at the time that it has without the shift. */
    void note(long timeNanos) {
        firstTimeNanos = Math.min(firstTimeNanos, timeNanos);
        lastTimeNanos = Math.max(lastTimeNanos, timeNanos);
    }

    /** How much later the times of this pass are than they are written. */
    long shiftNanos() {
        return shiftNanos;
    }

    /** Moves to the next pass; false if this was the last. */
    boolean next() {
        if (pass == passes) {
            return false;
        }
        pass++;
        if (firstTimeNanos <= lastTimeNanos) {
            shiftNanos += ((lastTimeNanos - firstTimeNanos) / unitNanos + 1) * unitNanos;
            if (shiftNanos > Epochs.END_NANOS - lastTimeNanos) {
                throw new IllegalStateException("passes must end before the year 2200: shiftNanos=" + shiftNanos);
            }
        }
        return true;
    }

    /** Leaves out the passes that are left. */
    void end() {
        pass = passes;
    }
}
