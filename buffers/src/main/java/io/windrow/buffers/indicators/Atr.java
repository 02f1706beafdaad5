package io.windrow.buffers.indicators;

/**
 * Average true range: the mean distance a candle spans, the gap to the previous close included, smoothed with the factor
 * {@code 1 / period}. Wilder, "New Concepts in Technical Trading Systems" (1978). Text {@code atr:PERIOD[:first]}; in units of price;
 * equal to TA-Lib's ATR.
 *
 * <p>Warm-up: under {@link Seed#MEAN} the first range is that of the second candle, which has a previous close, and it is one period and
 * one candle; under {@link Seed#FIRST_VALUE} the first candle counts with its own range, and it is one period. Two seeds differ by
 * {@code 1 - 1 / period} times as much with each candle: what is 1 apart at the end of the warm-up is below 0.005, two decimals, after
 * 5.3 × period candles.
 */
public final class Atr extends IndicatorSpec {

    private final int period;
    private final Seed seed;
    private final TrueRanges ranges;
    private final Smoothing average;

    private Atr(int period, Seed seed) {
        super("atr:" + period("atr", period) + seed.suffix);
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
    public static Atr of(int period) {
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
    public static Atr of(int period, Seed seed) {
        return new Atr(period, seed);
    }

    @Override
    protected void update(IndicatorState state, CandleInput candle) {
        double range = ranges.next(state, candle);
        if (state.samples() > 0 || seed == Seed.FIRST_VALUE) {
            state.storeOutput(0, average.next(state, range));
        }
    }

    @Override
    public int warmUpPeriod(int output) {
        return seed == Seed.MEAN ? period + 1 : period;
    }

    @Override
    public int longestPeriod() {
        return period;
    }
}
