package io.windrow.buffers.indicators;

/**
 * Commodity channel index: how far the typical price, {@code (high + low + close) / 3}, is from its mean over the last period, in units
 * of 0.015 times the mean distance from it; 0 where there is no distance. Lambert, "Commodity Channel Index" (1980). Text
 * {@code cci:PERIOD}, 20 unless given; equal to TA-Lib's CCI, where prices stand still as well: what rounding leaves of the mean counts.
 * Warm-up: one period. It has no seed.
 *
 * <p>An update looks at every price of the period, since the mean of all distances moves with the mean.
 */
public final class Cci extends IndicatorSpec {

    private final int period;
    private final int ringAt;
    private final int headAt;

    private Cci(int period) {
        super("cci:" + period("cci", period));
        this.period = period;
        headAt = reserve(Math.addExact(period, 1));
        ringAt = headAt + 1;
    }

    /**
     * An index.
     *
     * @param period candles, positive.
     * @return the specification.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public static Cci of(int period) {
        return new Cci(period);
    }

    @Override
    protected void update(IndicatorState state, CandleInput candle) {
        double typical = (candle.high() + candle.low() + candle.close()) / 3;
        int head = (int) state.loadLong(headAt);
        state.store(ringAt + head, typical);
        state.storeLong(headAt, head + 1 == period ? 0 : head + 1);
        if (state.samples() + 1 >= period) {
            double mean = mean(state);
            double distance = typical - mean;
            double distances = distances(state, mean);
            state.storeOutput(0, distance == 0 || distances == 0 ? 0 : distance / (0.015 * (distances / period)));
        }
    }

    private double mean(IndicatorState state) {
        double sum = 0;
        for (int i = 0; i < period; i++) {
            sum += state.load(ringAt + i);
        }
        return sum / period;
    }

    private double distances(IndicatorState state, double mean) {
        double sum = 0;
        for (int i = 0; i < period; i++) {
            sum += Math.abs(state.load(ringAt + i) - mean);
        }
        return sum;
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
