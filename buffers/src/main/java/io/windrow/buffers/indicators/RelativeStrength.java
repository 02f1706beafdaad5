package io.windrow.buffers.indicators;

/**
 * The {@link Rsi}, worked out in TA-Lib's order of operations to the last bit: where nothing moves, the range of its last values is what
 * rounding leaves, and where in it the newest lies is rounding alone. A part of a formula: four {@code long}s of its state.
 */
final class RelativeStrength {

    private static final int LONGS = 4;

    private final int countAt;
    private final int valueAt;
    private final int gainAt;
    private final int lossAt;
    private final int period;
    private final Seed seed;

    RelativeStrength(IndicatorSpec spec, int period, Seed seed) {
        countAt = spec.reserve(LONGS);
        valueAt = countAt + 1;
        gainAt = countAt + 2;
        lossAt = countAt + 3;
        this.period = period;
        this.seed = seed;
    }

    int warmUpPeriod() {
        return seed == Seed.MEAN ? period + 1 : period;
    }

    /** The index with the next value; NaN until ready. */
    double next(IndicatorState state, double value) {
        int count = (int) state.loadLong(countAt);
        double change = count == 0 ? 0 : value - state.load(valueAt);
        boolean isMean = seed == Seed.MEAN && count <= period;
        double gain = average(state.load(gainAt), Math.max(change, 0), count, isMean);
        double loss = average(state.load(lossAt), Math.max(-change, 0), count, isMean);
        state.store(valueAt, value);
        state.store(gainAt, gain);
        state.store(lossAt, loss);
        if (count <= period) {
            state.storeLong(countAt, count + 1);
        }
        double sum = gain + loss;
        return count + 1 < warmUpPeriod() ? Double.NaN : sum == 0 ? 0 : 100 * (gain / sum);
    }

    /** A sum until the mean is full, then Wilder's average. */
    private double average(double before, double part, int count, boolean isMean) {
        if (isMean) {
            double sum = before + part;
            return count == period ? sum / period : sum;
        }
        return (before * (period - 1) + part) / period;
    }
}
