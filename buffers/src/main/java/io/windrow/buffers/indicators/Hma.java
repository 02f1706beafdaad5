package io.windrow.buffers.indicators;

/**
 * Hull moving average: the weighted average over {@code √period} of {@code 2 × w(period / 2) - w(period)}, {@code w} being the weighted
 * average; half and root are rounded down. Hull, "The Hull Moving Average" (2005), and TradingView's built-in of that name. Text
 * {@code hma:PERIOD}; in the unit of its source.
 *
 * <p>Warm-up: the period and its root less one candle. It has no seed, and does not drift: all sums are added up anew in each period.
 */
public final class Hma extends SeriesSpec {

    private final int period;
    private final int root;
    private final WeightedMean half;
    private final WeightedMean whole;
    private final WeightedMean smooth;

    private Hma(int period, Source source) {
        super("hma:" + period("hma", period, 2), source);
        this.period = period;
        root = (int) Math.sqrt(period);
        half = new WeightedMean(this, period / 2);
        whole = new WeightedMean(this, period);
        smooth = new WeightedMean(this, root);
    }

    /**
     * An average of the closes.
     *
     * @param period candles, at least 2.
     * @return the specification.
     * @throws IllegalArgumentException if the period is below 2.
     */
    public static Hma of(int period) {
        return of(period, Source.CLOSE);
    }

    /**
     * An average.
     *
     * @param period candles, at least 2.
     * @param source what it looks at.
     * @return the specification.
     * @throws IllegalArgumentException if the period is below 2.
     */
    public static Hma of(int period, Source source) {
        return new Hma(period, source);
    }

    @Override
    void next(IndicatorState state, double value) {
        double raw = 2 * half.next(state, value) - whole.next(state, value);
        if (values(state) >= period) {
            double average = smooth.next(state, raw);
            state.storeOutput(0, values(state) >= warmUpValues(0) ? average : Double.NaN);
        }
    }

    @Override
    int warmUpValues(int output) {
        return period + root - 1;
    }

    @Override
    int ownPeriod() {
        return period;
    }
}
