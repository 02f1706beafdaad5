package io.windrow.buffers.indicators;

/**
 * Money flow index: the share of the rising flow in all flow of the last period, {@code 100 × rising / (rising + falling)}. The flow of a
 * candle is its typical price, {@code (high + low + close) / 3}, times its volume; it rises or falls as that price does, and does not
 * count where the price is the same. Quong and Soudack, "Volume-weighted RSI: Money Flow", Technical Analysis of Stocks and Commodities
 * (1989). Text {@code mfi:PERIOD}, 14 unless given; from 0 to 100; equal to TA-Lib's MFI, which needs a period of 2, but that it is 0 where
 * nothing flows, while TA-Lib takes a flow below 1 for none. Warm-up: one period and one candle. It has no seed.
 */
public final class Mfi extends IndicatorSpec {

    private static final int SIGN = 63;

    private final int period;
    private final int typicalAt;
    private final SlidingTotal rising;
    private final SlidingTotal falling;

    private Mfi(int period) {
        super("mfi:" + period("mfi", period));
        this.period = period;
        typicalAt = reserve(1);
        rising = new SlidingTotal(this, period);
        falling = new SlidingTotal(this, period);
    }

    /**
     * A money flow index.
     *
     * @param period candles, positive.
     * @return the specification.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public static Mfi of(int period) {
        return new Mfi(period);
    }

    @Override
    protected void update(IndicatorState state, CandleInput candle) {
        double typical = (candle.high() + candle.low() + candle.close()) / 3;
        double before = state.load(typicalAt);
        state.store(typicalAt, typical);
        long samples = state.samples();
        if (samples > 0) {
            double flow = typical * candle.volume();
            double up = rising.next(state, ifNegative(before - typical, flow));
            double sum = up + falling.next(state, ifNegative(typical - before, flow));
            if (samples >= period) {
                state.storeOutput(0, sum == 0 ? 0 : 100 * (up / sum));
            }
        }
    }

    /** The value, or 0: by the sign, since a branch would be guessed wrong half of the time. */
    private static double ifNegative(double test, double value) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(value) & Double.doubleToRawLongBits(test) >> SIGN);
    }

    @Override
    public int warmUpPeriod(int output) {
        return period + 1;
    }

    @Override
    public int longestPeriod() {
        return period;
    }
}
