package io.windrow.pipeline.replay;

import java.util.function.BooleanSupplier;

/**
 * When the times of the data are due on the wall clock, and the wait for it. Due times count from the start and never from the row
 * before, so that no delay adds up.
 */
final class Pacer {

    /** A thread that sleeps comes back some 50 microseconds late on Linux: the rest is waited for awake. */
    static final long SPIN_NANOS = 100_000;

    /** So far ahead that no wait ends, and near enough for differences of the wall clock not to overflow. */
    private static final long FAR_NANOS = Long.MAX_VALUE / 2;

    private final WallClock wall;
    private final double speed;
    private final long maxGapNanos;
    private long startNanos;
    private long latestNanos;
    /** From the first row to the latest, long gaps cut. */
    private long offsetNanos;

    Pacer(WallClock wall, double speed, long maxGapNanos) {
        this.wall = wall;
        this.speed = speed;
        this.maxGapNanos = maxGapNanos;
    }

    /** The first row is due now. */
    void start(long firstTimeNanos) {
        startNanos = wall.nanoTime();
        latestNanos = firstTimeNanos;
        offsetNanos = 0;
    }

    /** When a time is due that is not before that of the latest row. */
    long dueNanos(long timeNanos) {
        long offset = offsetNanos + Math.min(timeNanos - latestNanos, maxGapNanos);
        return startNanos + Math.min((long) (offset / speed), FAR_NANOS);
    }

    /** A row of this time has come. */
    void reach(long timeNanos) {
        offsetNanos += Math.min(timeNanos - latestNanos, maxGapNanos);
        latestNanos = timeNanos;
    }

    /** Whether there is something to wait for. */
    boolean isAhead(long dueNanos) {
        return dueNanos - wall.nanoTime() > 0;
    }

    /** Waits until something is due; false if it was told to end before. */
    boolean await(long dueNanos, BooleanSupplier ended) {
        long left = dueNanos - wall.nanoTime();
        while (left > 0) {
            if (ended.getAsBoolean()) {
                return false;
            }
            if (left > SPIN_NANOS) {
                wall.park(left - SPIN_NANOS);
            } else {
                wall.spin();
            }
            left = dueNanos - wall.nanoTime();
        }
        return true;
    }
}
