package io.windrow.buffers.indicators;

/**
 * The recursive average behind many: {@code next = previous + (value - previous) × factor}. Ready after one period under either seed.
 * A part of a formula: two {@code long}s of its state.
 */
final class Smoothing {

    private static final int LONGS = 2;

    /**
     * One word that is read and written at each value: the bits of the average, inverted; before that how many values there were, which
     * read so is a NaN.
     */
    private final int wordAt;
    private final int sumAt;
    private final int period;
    private final double factor;
    private final double kept;
    private final Seed seed;

    Smoothing(IndicatorSpec spec, int period, double factor, Seed seed) {
        wordAt = spec.reserve(LONGS);
        sumAt = wordAt + 1;
        this.period = period;
        this.factor = factor;
        kept = 1 - factor;
        this.seed = seed;
    }

    /** An average with the factor of an exponential one. */
    static Smoothing exponential(IndicatorSpec spec, int period, Seed seed) {
        return new Smoothing(spec, period, 2.0 / (period + 1), seed);
    }

    /** An average with Wilder's factor. */
    static Smoothing wilder(IndicatorSpec spec, int period, Seed seed) {
        return new Smoothing(spec, period, 1.0 / period, seed);
    }

    /** The average with the next value; NaN until ready. */
    double next(IndicatorState state, double value) {
        long word = state.loadLong(wordAt);
        double average = Double.longBitsToDouble(~word);
        if (Double.isNaN(average)) {
            return begin(state, value, word);
        }
        // Of the two forms of the sum the one whose next step waits for one multiplication and not for two operations more.
        average = average * kept + value * factor;
        state.storeLong(wordAt, ~Double.doubleToRawLongBits(average));
        return average;
    }

    private double begin(IndicatorState state, double value, long count) {
        if (count < 0 || count >= period) {
            // No count, but a sum of values so large that it is none.
            return Double.NaN;
        }
        double before = state.load(sumAt);
        double average = seed == Seed.MEAN || count == 0 ? before + value : before + (value - before) * factor;
        if (count + 1 < period) {
            state.storeLong(wordAt, count + 1);
            state.store(sumAt, average);
            return Double.NaN;
        }
        // Under the mean this was a sum until the period is full.
        average = seed == Seed.MEAN ? average / period : average;
        state.storeLong(wordAt, ~Double.doubleToRawLongBits(average));
        return average;
    }
}
