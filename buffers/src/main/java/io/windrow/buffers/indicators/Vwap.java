package io.windrow.buffers.indicators;

/**
 * Volume weighted average price of the last period: the sum of typical price times volume by the sum of the volumes; the typical price of
 * the newest candle where all volumes are 0. Text {@code vwap:PERIOD}; in units of price. Warm-up: one period. It has no seed. It does not
 * drift: the sums are added up anew once in each period.
 */
public final class Vwap extends IndicatorSpec {

    private final int period;
    private final SlidingTotal turnover;
    private final SlidingTotal volume;

    private Vwap(int period) {
        super("vwap:" + period("vwap", period));
        this.period = period;
        turnover = new SlidingTotal(this, period);
        volume = new SlidingTotal(this, period);
    }

    /**
     * An average.
     *
     * @param period candles, positive.
     * @return the specification.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public static Vwap of(int period) {
        return new Vwap(period);
    }

    @Override
    protected void update(IndicatorState state, CandleInput candle) {
        double price = Source.TYPICAL.next(state, 0, candle);
        double traded = turnover.next(state, price * candle.volume());
        double sum = volume.next(state, candle.volume());
        if (state.samples() + 1 >= period) {
            state.storeOutput(0, sum == 0 ? price : traded / sum);
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
