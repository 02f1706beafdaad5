package io.windrow.buffers.indicators;

/**
 * Fast stochastic: {@code k}, where in the range of the last period the close lies, {@code 100 × (close - lowest) / (highest - lowest)},
 * 0 without a range; {@code d}, its simple moving average. George Lane, around 1957. Text {@code stochf:K:D}, 5 and 3 unless given; from
 * 0 to 100; equal to TA-Lib's STOCHF. Warm-up: k + d - 1 candles for both outputs, as TA-Lib has it. It has no seed.
 */
public final class FastStochastic extends IndicatorSpec {

    /** Number of the output {@code k}. */
    public static final int K = 0;
    /** Number of the output {@code d}. */
    public static final int D = 1;

    private final int period;
    private final int warmUp;
    private final PlaceInRange place;
    private final SlidingSum sum;
    private final double share;

    private FastStochastic(int k, int d) {
        super("stochf:" + period("stochf", k) + ":" + period("stochf", d), "k", "d");
        period = Math.max(k, d);
        warmUp = k + d - 1;
        place = new PlaceInRange(this, k);
        sum = new SlidingSum(this, d);
        share = 1.0 / d;
    }

    /**
     * A fast stochastic.
     *
     * @param k candles of the range, positive.
     * @param d values in the average, positive.
     * @return the specification.
     * @throws IllegalArgumentException if a period is not positive.
     */
    public static FastStochastic of(int k, int d) {
        return new FastStochastic(k, d);
    }

    @Override
    protected void update(IndicatorState state, CandleInput candle) {
        double k = place.next(state, candle.high(), candle.low(), candle.close());
        // Places in a range that is not full yet would count in d for no longer than the warm-up.
        double d = sum.next(state, k) * share;
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
