package io.windrow.buffers.indicators;

/**
 * Exponential moving average: {@code next = previous + (value - previous) × 2 / (period + 1)}. Text {@code ema:PERIOD[:first]}; in the
 * unit of its source; equal to TA-Lib's EMA.
 *
 * <p>Warm-up: one period under either {@link Seed}. Two seeds differ by {@code (1 - 2 / (period + 1))} times as much with each candle: a
 * difference of 1 at the end of the warm-up is below 0.005, two decimals, after 2.65 × (period + 1) candles.
 */
public final class Ema extends SeriesSpec {

    private final int period;
    private final Smoothing average;

    private Ema(int period, Seed seed, Source source) {
        super("ema:" + period("ema", period) + seed.suffix, source);
        this.period = period;
        average = Smoothing.exponential(this, period, seed);
    }

    /**
     * An average of the closes that starts from the mean of its first period.
     *
     * @param period candles, positive.
     * @return the specification.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public static Ema of(int period) {
        return of(period, Seed.MEAN, Source.CLOSE);
    }

    /**
     * An average.
     *
     * @param period candles, positive.
     * @param seed   what it starts from.
     * @param source what it looks at.
     * @return the specification.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public static Ema of(int period, Seed seed, Source source) {
        return new Ema(period, seed, source);
    }

    @Override
    void next(IndicatorState state, double value) {
        state.storeOutput(0, average.next(state, value));
    }

    @Override
    int warmUpValues(int output) {
        return period;
    }

    @Override
    int ownPeriod() {
        return period;
    }
}
