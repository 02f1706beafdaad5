package io.windrow.buffers.indicators;

/**
 * The highest value of the last period. Text {@code highest:PERIOD}, of the closes unless told otherwise: {@code highest:20@high} is the
 * highest high of 20 candles. In the unit of its source; equal to TA-Lib's MAX. Warm-up: one period. It has no seed.
 */
public final class Highest extends SeriesSpec {

    private final int period;
    private final SlidingExtreme extreme;

    private Highest(int period, Source source) {
        super("highest:" + period("highest", period), source);
        this.period = period;
        extreme = SlidingExtreme.highest(this, period);
    }

    /**
     * The highest of the closes.
     *
     * @param period candles, positive.
     * @return the specification.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public static Highest of(int period) {
        return of(period, Source.CLOSE);
    }

    /**
     * The highest.
     *
     * @param period candles, positive.
     * @param source what it looks at.
     * @return the specification.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public static Highest of(int period, Source source) {
        return new Highest(period, source);
    }

    @Override
    void next(IndicatorState state, double value) {
        double highest = extreme.next(state, value);
        state.storeOutput(0, values(state) >= period ? highest : Double.NaN);
    }

    @Override
    int warmUpValues(int output) {
        return period;
    }

    @Override
    int ownPeriod() {
        return period;
    }
}
