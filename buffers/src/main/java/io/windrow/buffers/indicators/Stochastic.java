package io.windrow.buffers.indicators;

/**
 * Slow stochastic: where in the range of the last period the close lies, {@code 100 × (close - lowest) / (highest - lowest)}, 0 without
 * a range; {@code k}, its simple moving average; {@code d}, that of k. George Lane, around 1957. Text {@code stoch:RANGE:K:D}, 5, 3 and 3
 * unless given; from 0 to 100; equal to TA-Lib's STOCH with simple averages. Warm-up: the three periods less 2 for both outputs, as
 * TA-Lib has it. It has no seed.
 */
public final class Stochastic extends IndicatorSpec {

    /** Number of the output {@code k}. */
    public static final int K = 0;
    /** Number of the output {@code d}. */
    public static final int D = 1;

    private final int period;
    private final int warmUp;
    private final PlaceInRange place;
    private final SlidingSum sum;
    private final SlidingSum slowSum;
    private final double share;
    private final double slowShare;

    private Stochastic(int range, int k, int d) {
        super("stoch:" + period("stoch", range) + ":" + period("stoch", k) + ":" + period("stoch", d), "k", "d");
        period = Math.max(range, Math.max(k, d));
        warmUp = range + k + d - 2;
        place = new PlaceInRange(this, range);
        sum = new SlidingSum(this, k);
        slowSum = new SlidingSum(this, d);
        share = 1.0 / k;
        slowShare = 1.0 / d;
    }

    /**
     * A slow stochastic.
     *
     * @param range candles of the range, positive.
     * @param k     values in the first average, positive.
     * @param d     values in the second average, positive.
     * @return the specification.
     * @throws IllegalArgumentException if a period is not positive.
     */
    public static Stochastic of(int range, int k, int d) {
        return new Stochastic(range, k, d);
    }

    @Override
    protected void update(IndicatorState state, CandleInput candle) {
        double k = sum.next(state, place.next(state, candle.high(), candle.low(), candle.close())) * share;
        double d = slowSum.next(state, k) * slowShare;
        if (state.samples() + 1 >= warmUp) {
            state.storeOutput(K, k);
            state.storeOutput(D, d);
        }
    }

    @Override
    public int warmUpPeriod(int output) {
        return warmUp;
    }

    @Override
    public int longestPeriod() {
        return period;
    }
}
