package io.windrow.buffers.indicators;

/**
 * Williams %R: how far below the highest of the last period the close lies, in parts of the range, {@code -100 × (highest - close) /
 * (highest - lowest)}; 0 without a range. Williams, "How I Made One Million Dollars Last Year Trading Commodities" (1973). Text
 * {@code willr:PERIOD}, 14 unless given; from -100 to 0; equal to TA-Lib's WILLR, which needs a period of 2. Warm-up: one period. It has
 * no seed.
 */
public final class WilliamsR extends IndicatorSpec {

    private final int period;
    private final SlidingExtreme highest;
    private final SlidingExtreme lowest;

    private WilliamsR(int period) {
        super("willr:" + period("willr", period));
        this.period = period;
        highest = SlidingExtreme.highest(this, period);
        lowest = SlidingExtreme.lowest(this, period);
    }

    /**
     * A range of candles.
     *
     * @param period candles, positive.
     * @return the specification.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public static WilliamsR of(int period) {
        return new WilliamsR(period);
    }

    @Override
    protected void update(IndicatorState state, CandleInput candle) {
        double top = highest.next(state, candle.high());
        double range = top - lowest.next(state, candle.low());
        if (state.samples() + 1 >= period) {
            state.storeOutput(0, range == 0 ? 0 : 100 * ((candle.close() - top) / range));
        }
    }

    @Override
    public int warmUpPeriod(int output) {
        return period;
    }

    @Override
    public int longestPeriod() {
        return period;
    }
}
