package io.windrow.buffers.indicators;

/**
 * The mean of the last values of a series, the newest weighing as much as the period, the oldest 1. Each time the ring has gone round,
 * both sums are added up anew, as in {@link SlidingSum}. A part of a formula: three {@code long}s of its state, and one for each value.
 */
final class WeightedMean {

    private static final int HEADER = 3;

    private final int headAt;
    private final int sumAt;
    private final int weightedAt;
    private final int ringAt;
    private final int period;
    private final double share;

    WeightedMean(IndicatorSpec spec, int period) {
        headAt = spec.reserve(Math.addExact(period, HEADER));
        sumAt = headAt + 1;
        weightedAt = headAt + 2;
        ringAt = headAt + HEADER;
        this.period = period;
        share = 2 / (period * (period + 1.0));
    }

    /** The mean with the next value; it counts as one of 0 each that has not come yet. */
    double next(IndicatorState state, double value) {
        int head = (int) state.loadLong(headAt);
        double before = state.load(ringAt + head);
        state.store(ringAt + head, value);
        head++;
        if (head == period) {
            return addUp(state) * share;
        }
        // Every value before weighs one less: together, their sum.
        double sum = state.load(sumAt);
        double weighted = state.load(weightedAt) - sum + period * value;
        state.storeLong(headAt, head);
        state.store(sumAt, sum + (value - before));
        state.store(weightedAt, weighted);
        return weighted * share;
    }

    private double addUp(IndicatorState state) {
        double sum = 0;
        double weighted = 0;
        for (int i = 0; i < period; i++) {
            double value = state.load(ringAt + i);
            sum += value;
            weighted += (i + 1) * value;
        }
        state.storeLong(headAt, 0);
        state.store(sumAt, sum);
        state.store(weightedAt, weighted);
        return weighted;
    }
}
