package io.windrow.buffers.indicators;

/**
 * Triple exponential moving average: {@code 3 × e - 3 × e(e) + e(e(e))}, {@code e} being the exponential average. Mulloy, "Smoothing Data
 * with Faster Moving Averages", Stocks and Commodities 12:1 (1994). Text {@code tema:PERIOD[:first]}; in the unit of its source; equal to
 * TA-Lib's TEMA.
 *
 * <p>Warm-up: three periods less two candles under either {@link Seed}, which all three averages have. Where seeds put each 1 apart, the
 * result is less than 0.005 apart, two decimals, after 4.2 × (period + 1) candles.
 */
public final class Tema extends SeriesSpec {

    private final int period;
    private final Smoothing first;
    private final Smoothing second;
    private final Smoothing third;

    private Tema(int period, Seed seed, Source source) {
        super("tema:" + period("tema", period) + seed.suffix, source);
        this.period = period;
        first = Smoothing.exponential(this, period, seed);
        second = Smoothing.exponential(this, period, seed);
        third = Smoothing.exponential(this, period, seed);
    }

    /**
     * An average of the closes.
     *
     * @param period candles, positive.
     * @return the specification.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public static Tema of(int period) {
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
    public static Tema of(int period, Seed seed, Source source) {
        return new Tema(period, seed, source);
    }

    @Override
    void next(IndicatorState state, double value) {
        double once = first.next(state, value);
        double twice = Double.isNaN(once) ? once : second.next(state, once);
        if (!Double.isNaN(twice)) {
            state.storeOutput(0, 3 * (once - twice) + third.next(state, twice));
        }
    }

    @Override
    int warmUpValues(int output) {
        return Math.addExact(Math.multiplyExact(period - 1, 3), 1);
    }

    @Override
    int ownPeriod() {
        return period;
    }
}
