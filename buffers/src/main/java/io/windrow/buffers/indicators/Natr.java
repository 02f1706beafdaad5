package io.windrow.buffers.indicators;

/**
 * Normalized average true range: {@link Atr} in percent of the close, {@code 100 × atr / close}; 0 where the close is 0. Forman, Stocks and
 * Commodities 24:5 (2006). Text {@code natr:PERIOD[:first]}, 14 unless told otherwise; equal to TA-Lib's NATR, but for a period of 1, where
 * TA-Lib leaves the range as it is.
 *
 * <p>Warm-up and seed are those of {@link Atr}.
 */
public final class Natr extends IndicatorSpec {

    private final int period;
    private final Seed seed;
    private final TrueRanges ranges;
    private final Smoothing average;

    private Natr(int period, Seed seed) {
        super("natr:" + period("natr", period) + seed.suffix);
        this.period = period;
        this.seed = seed;
        ranges = new TrueRanges(this);
        average = Smoothing.wilder(this, period, seed);
    }

    /**
     * An average that starts from the mean of its first period.
     *
     * @param period candles, positive.
     * @return the specification.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public static Natr of(int period) {
        return of(period, Seed.MEAN);
    }

    /**
     * An average.
     *
     * @param period candles, positive.
     * @param seed   what it starts from.
     * @return the specification.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public static Natr of(int period, Seed seed) {
        return new Natr(period, seed);
    }

    @Override
    protected void update(IndicatorState state, CandleInput candle) {
        double range = ranges.next(state, candle);
        if (state.samples() > 0 || seed == Seed.FIRST_VALUE) {
            double smooth = average.next(state, range);
            double close = candle.close();
            state.storeOutput(0, close == 0 && !Double.isNaN(smooth) ? 0 : 100 * smooth / close);
        }
    }

    @Override
    public int warmUpPeriod(int output) {
        return seed == Seed.MEAN ? Math.addExact(period, 1) : period;
    }

    @Override
    public int longestPeriod() {
        return period;
    }
}
