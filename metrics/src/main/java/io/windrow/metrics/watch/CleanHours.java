package io.windrow.metrics.watch;

/** Counts hours in which the whole grid of samples came and nothing was found. Allocates nothing. */
final class CleanHours {

    static final long HOUR_NANOS = 3_600_000_000_000L;
    private static final int LONGEST_GAP_INTERVALS = 3;
    private static final double NEEDED_SHARE = 0.99;

    private final long intervalNanos;
    private long began;
    private long last;
    private long samples;
    private boolean isRunning;
    private long clean;
    private long incomplete;

    CleanHours(long intervalNanos) {
        this.intervalNanos = intervalNanos;
    }

    /** Whether a sample of this time comes too late, or before the last one. */
    boolean isGap(long timeNanos) {
        long gap = timeNanos - last;
        return isRunning && (gap <= 0 || gap > LONGEST_GAP_INTERVALS * intervalNanos);
    }

    /** Takes a sample: an hour that has a gap is given up, and the next one begins at once. */
    void take(long timeNanos) {
        if (isGap(timeNanos)) {
            incomplete++;
            isRunning = false;
        }
        if (!isRunning) {
            begin(timeNanos);
        } else if (timeNanos - began >= HOUR_NANOS) {
            end();
        }
        samples++;
        last = timeNanos;
    }

    /** Something was found: hours are counted from 0, from the next sample on. */
    void spoil() {
        clean = 0;
        isRunning = false;
    }

    long clean() {
        return clean;
    }

    long incomplete() {
        return incomplete;
    }

    /** The time of the hour that is under way. */
    long underWayNanos() {
        return isRunning ? last - began : 0;
    }

    private void begin(long timeNanos) {
        began = timeNanos;
        samples = 0;
        isRunning = true;
    }

    private void end() {
        if (samples >= NEEDED_SHARE * HOUR_NANOS / intervalNanos) {
            clean++;
        } else {
            incomplete++;
        }
        began += HOUR_NANOS;
        samples = 0;
    }
}
