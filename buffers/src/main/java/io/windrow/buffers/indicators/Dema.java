package io.windrow.buffers.indicators;

/**
 * Double exponential moving average: {@code 2 × e - e(e)}, {@code e} being the exponential average and {@code e(e)} that of its values.
 * Mulloy, "Smoothing Data with Faster Moving Averages", Stocks and Commodities 12:1 (1994). Text {@code dema:PERIOD[:first]}; in the unit
 * of its source; equal to TA-Lib's DEMA.
 *
 * <p>Warm-up: two periods less one candle under either {@link Seed}, which both averages have. Where seeds put both 1 apart, the result is
 * less than 0.005 apart, two decimals, after 3.6 × (period + 1) candles.
 */
public final class Dema extends SeriesSpec {

    private final int period;
    private final Smoothing first;
    private final Smoothing second;

    private Dema(int period, Seed seed, Source source) {
        super("dema:" + period("dema", period) + seed.suffix, source);
        this.period = period;
        first = Smoothing.exponential(this, period, seed);
        second = Smoothing.exponential(this, period, seed);
    }

    /**
     * An average of the closes.
     *
     * @param period candles, positive.
     * @return the specification.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public static Dema of(int period) {
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
    public static Dema of(int period, Seed seed, Source source) {
        return new Dema(period, seed, source);
    }

    @Override
    void next(IndicatorState state, double value) {
        double once = first.next(state, value);
        if (!Double.isNaN(once)) {
            state.storeOutput(0, 2 * once - second.next(state, once));
        }
    }

    @Override
    int warmUpValues(int output) {
        return Math.addExact(period, period - 1);
    }

    @Override
    int ownPeriod() {
        return period;
    }
}
