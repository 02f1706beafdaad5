package io.windrow.buffers.indicators;

/**
 * The lowest value of the last period. Text {@code lowest:PERIOD}, of the closes unless told otherwise: {@code lowest:20@low} is the
 * lowest low of 20 candles. In the unit of its source; equal to TA-Lib's MIN. Warm-up: one period. It has no seed.
 */
public final class Lowest extends SeriesSpec {

    private final int period;
    private final SlidingExtreme extreme;

    private Lowest(int period, Source source) {
        super("lowest:" + period("lowest", period), source);
        this.period = period;
        extreme = SlidingExtreme.lowest(this, period);
    }

    /**
     * The lowest of the closes.
     *
     * @param period candles, positive.
     * @return the specification.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public static Lowest of(int period) {
        return of(period, Source.CLOSE);
    }

    /**
     * The lowest.
     *
     * @param period candles, positive.
     * @param source what it looks at.
     * @return the specification.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public static Lowest of(int period, Source source) {
        return new Lowest(period, source);
    }

    @Override
    void next(IndicatorState state, double value) {
        double lowest = extreme.next(state, value);
        state.storeOutput(0, values(state) >= period ? lowest : Double.NaN);
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
