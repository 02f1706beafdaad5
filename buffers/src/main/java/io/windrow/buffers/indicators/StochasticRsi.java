package io.windrow.buffers.indicators;

/**
 * Stochastic of the {@link Rsi}: {@code k}, where in the range of its own last values it lies, {@code 100 × (rsi - lowest) / (highest -
 * lowest)}, 0 without a range; {@code d}, the simple moving average of k. Chande and Kroll, "The New Technical Trader" (1994). Text
 * {@code stochrsi:RSI:K:D[:first]}, 14, 5 and 3 unless given; from 0 to 100; equal to TA-Lib's STOCHRSI, but that the index is 0 where
 * nothing at all has moved, while TA-Lib takes average moves below 1e-8 for none. Where the closes stand still for k candles, both give
 * what rounding leaves.
 *
 * <p>Warm-up: that of the index, k and d, less 2, for both outputs. Two seeds differ in the index by {@code 1 - 1 / period} times as much
 * with each candle, below two decimals after 5.3 × period candles; here that difference is as much larger as 100 is to the range.
 */
public final class StochasticRsi extends SeriesSpec {

    /** Number of the output {@code k}. */
    public static final int K = 0;
    /** Number of the output {@code d}. */
    public static final int D = 1;

    private final int period;
    private final int warmUp;
    private final RelativeStrength strength;
    private final PlaceInRange place;
    private final SlidingSum sum;
    private final double share;

    private StochasticRsi(int rsi, int k, int d, Seed seed, Source source) {
        super("stochrsi:" + period("stochrsi", rsi) + ":" + period("stochrsi", k) + ":" + period("stochrsi", d) + seed.suffix, source,
            "k", "d");
        period = Math.max(rsi, Math.max(k, d));
        strength = new RelativeStrength(this, rsi, seed);
        place = new PlaceInRange(this, k);
        sum = new SlidingSum(this, d);
        share = 1.0 / d;
        warmUp = strength.warmUpPeriod() + k + d - 2;
    }

    /**
     * A stochastic of the index of the closes, whose averages start from the mean of their first period.
     *
     * @param rsi candles of the index, positive.
     * @param k   values of the range, positive.
     * @param d   values in the average, positive.
     * @return the specification.
     * @throws IllegalArgumentException if a period is not positive.
     */
    public static StochasticRsi of(int rsi, int k, int d) {
        return of(rsi, k, d, Seed.MEAN, Source.CLOSE);
    }

    /**
     * A stochastic of the index.
     *
     * @param rsi    candles of the index, positive.
     * @param k      values of the range, positive.
     * @param d      values in the average, positive.
     * @param seed   what the averages of the index start from.
     * @param source what the index looks at.
     * @return the specification.
     * @throws IllegalArgumentException if a period is not positive.
     */
    public static StochasticRsi of(int rsi, int k, int d, Seed seed, Source source) {
        return new StochasticRsi(rsi, k, d, seed, source);
    }

    @Override
    void next(IndicatorState state, double value) {
        double rsi = strength.next(state, value);
        if (Double.isNaN(rsi)) {
            return;
        }
        double k = place.next(state, rsi, rsi, rsi);
        double d = sum.next(state, k) * share;
        if (values(state) >= warmUp) {
            state.storeOutput(K, k);
            state.storeOutput(D, d);
        }
    }

    @Override
    int warmUpValues(int output) {
        return warmUp;
    }

    @Override
    int ownPeriod() {
        return period;
    }
}
