package io.windrow.buffers.indicators;

/**
 * On-balance volume: the sum of the volumes of candles that closed above the close before, less those that closed below. Granville,
 * "Granville's New Key to Stock Market Profits" (1963). Text {@code obv}; in units of volume; equal to TA-Lib's OBV. It starts from the
 * volume of the first candle, so that only its changes tell something. Warm-up: one candle.
 */
public final class Obv extends IndicatorSpec {

    private final int closeAt;
    private final int sumAt;

    private Obv() {
        super("obv");
        closeAt = reserve(2);
        sumAt = closeAt + 1;
    }

    /**
     * The on-balance volume.
     *
     * @return the specification.
     */
    public static Obv of() {
        return new Obv();
    }

    @Override
    protected void update(IndicatorState state, CandleInput candle) {
        double close = candle.close();
        double before = state.load(closeAt);
        double sum = state.load(sumAt);
        if (state.samples() == 0 || close > before) {
            sum += candle.volume();
        } else if (close < before) {
            sum -= candle.volume();
        }
        state.store(closeAt, close);
        state.store(sumAt, sum);
        state.storeOutput(0, sum);
    }

    @Override
    public int warmUpPeriod(int output) {
        return 1;
    }

    @Override
    public int longestPeriod() {
        return 1;
    }
}
