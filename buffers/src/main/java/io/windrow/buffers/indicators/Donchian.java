package io.windrow.buffers.indicators;

/**
 * Donchian channel: the highest high of the last period, the lowest low, and the mean of the two. Donchian's four-week rule (1960s). Text
 * {@code donchian:PERIOD}, 20 unless told otherwise; in units of price. The newest candle is in it, so that no close is ever outside.
 * Warm-up: one period. It has no seed.
 */
public final class Donchian extends IndicatorSpec {

    /** Number of the output {@code upper}. */
    public static final int UPPER = 0;
    /** Number of the output {@code middle}. */
    public static final int MIDDLE = 1;
    /** Number of the output {@code lower}. */
    public static final int LOWER = 2;

    private final int period;
    private final SlidingExtreme highest;
    private final SlidingExtreme lowest;

    private Donchian(int period) {
        super("donchian:" + period("donchian", period), "upper", "middle", "lower");
        this.period = period;
        highest = SlidingExtreme.highest(this, period);
        lowest = SlidingExtreme.lowest(this, period);
    }

    /**
     * A channel.
     *
     * @param period candles, positive.
     * @return the specification.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public static Donchian of(int period) {
        return new Donchian(period);
    }

    @Override
    protected void update(IndicatorState state, CandleInput candle) {
        double upper = highest.next(state, candle.high());
        double lower = lowest.next(state, candle.low());
        if (state.samples() + 1 >= period) {
            state.storeOutput(UPPER, upper);
            state.storeOutput(MIDDLE, (upper + lower) / 2);
            state.storeOutput(LOWER, lower);
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
