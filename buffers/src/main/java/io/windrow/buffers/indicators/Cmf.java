package io.windrow.buffers.indicators;

/**
 * Chaikin money flow: the volumes of the last period, each times where in its candle the close lies, {@code ((close - low) - (high -
 * close)) / (high - low)}, in parts of their sum. A candle without a range counts with 0; without volume the flow is 0. Marc Chaikin,
 * around 1982; TA-Lib does not have it. Text {@code cmf:PERIOD}, 20 unless given; from -1 to 1. Warm-up: one period. It has no seed.
 */
public final class Cmf extends IndicatorSpec {

    private final int period;
    private final SlidingTotal flows;
    private final SlidingTotal volumes;

    private Cmf(int period) {
        super("cmf:" + period("cmf", period));
        this.period = period;
        flows = new SlidingTotal(this, period);
        volumes = new SlidingTotal(this, period);
    }

    /**
     * A money flow.
     *
     * @param period candles, positive.
     * @return the specification.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public static Cmf of(int period) {
        return new Cmf(period);
    }

    @Override
    protected void update(IndicatorState state, CandleInput candle) {
        double high = candle.high();
        double low = candle.low();
        double close = candle.close();
        double volume = candle.volume();
        double flow = high == low ? 0 : volume * ((close - low - (high - close)) / (high - low));
        double sum = flows.next(state, flow);
        double all = volumes.next(state, volume);
        if (state.samples() + 1 >= period) {
            state.storeOutput(0, all == 0 ? 0 : sum / all);
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
