package io.windrow.buffers.indicators;

/**
 * Whether the last values of a series were all 0: then their sum is 0 too, whatever rounding has left in it. A part of a formula: one
 * {@code long} of its state.
 */
final class ZeroRun {

    private final int runAt;
    private final int period;

    ZeroRun(IndicatorSpec spec, int period) {
        runAt = spec.reserve(1);
        this.period = period;
    }

    /** Takes in the next value. True where it and all before it in one period are 0. */
    boolean next(IndicatorState state, double value) {
        long run = state.getLong(runAt);
        long next = value == 0 ? Math.min(run + 1, period) : 0;
        if (next != run) {
            state.putLong(runAt, next);
        }
        return next == period;
    }
}
