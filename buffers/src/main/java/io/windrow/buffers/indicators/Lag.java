package io.windrow.buffers.indicators;

/** The last values of a series, to look back by one period. A part of a formula: one {@code long} of its state, and one for each value. */
final class Lag {

    private final int headAt;
    private final int ringAt;
    private final int period;

    Lag(IndicatorSpec spec, int period) {
        headAt = spec.reserve(Math.addExact(period, 1));
        ringAt = headAt + 1;
        this.period = period;
    }

    /** Takes in the next value and gives the one that came a period before it; 0 where there was none. */
    double next(IndicatorState state, double value) {
        int head = (int) state.loadLong(headAt);
        double before = state.load(ringAt + head);
        state.store(ringAt + head, value);
        head++;
        state.storeLong(headAt, head == period ? 0 : head);
        return before;
    }
}
