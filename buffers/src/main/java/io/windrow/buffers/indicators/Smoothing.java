package io.windrow.buffers.indicators;

/**
 * The recursive average behind many: {@code next = previous + (value - previous) × factor}. Ready after one period under either seed.
 * A part of a formula: two {@code long}s of its state.
 */
final class Smoothing {

    private static final int LONGS = 2;

    private final int countAt;
    private final int averageAt;
    private final int period;
    private final double factor;
    private final double kept;
    private final Seed seed;

    Smoothing(IndicatorSpec spec, int period, double factor, Seed seed) {
        countAt = spec.reserve(LONGS);
        averageAt = countAt + 1;
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
        long count = state.loadLong(countAt);
        double average = state.load(averageAt);
        if (count == period) {
            // Of the two forms of the sum the one whose next step waits for one multiplication and not for two operations more.
            average = average * kept + value * factor;
            state.store(averageAt, average);
            return average;
        }
        return begin(state, value, count, average);
    }

    private double begin(IndicatorState state, double value, long count, double before) {
        double average = seed == Seed.MEAN || count == 0 ? before + value : before + (value - before) * factor;
        boolean isReady = count + 1 == period;
        // Under the mean this is a sum until the period is full.
        average = isReady && seed == Seed.MEAN ? average / period : average;
        state.storeLong(countAt, count + 1);
        state.store(averageAt, average);
        return isReady ? average : Double.NaN;
    }
}
