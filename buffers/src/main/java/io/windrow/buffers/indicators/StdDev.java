package io.windrow.buffers.indicators;

/**
 * Standard deviation of the last period, of the population: the root of the mean square distance from their mean, times a factor. Text
 * {@code stddev:PERIOD[:FACTOR]}, 1 unless told otherwise; in the unit of its source; what TA-Lib's STDDEV means, which works out the mean
 * of the squares less the square of the mean and so loses digits where the deviation is small beside the values. Exactly 0 where all
 * values are equal. Warm-up: one period. It has no seed. It does not drift: it is worked out anew once in each period.
 */
public final class StdDev extends SeriesSpec {

    private final int period;
    private final double factor;
    private final Deviation deviation;

    private StdDev(int period, double factor, Source source) {
        super("stddev:" + period("stddev", period) + ":" + number(factor("stddev", factor)), source);
        this.period = period;
        this.factor = factor;
        deviation = new Deviation(this, period);
    }

    /**
     * The deviation of the closes.
     *
     * @param period candles, positive.
     * @return the specification.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public static StdDev of(int period) {
        return of(period, 1, Source.CLOSE);
    }

    /**
     * A multiple of the deviation.
     *
     * @param period candles, positive.
     * @param factor how many deviations, above 0.
     * @param source what it looks at.
     * @return the specification.
     * @throws IllegalArgumentException if the period or the factor is not positive.
     */
    public static StdDev of(int period, double factor, Source source) {
        return new StdDev(period, factor, source);
    }

    @Override
    void next(IndicatorState state, double value) {
        double one = deviation.next(state, value);
        state.storeOutput(0, values(state) >= period ? factor * one : Double.NaN);
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
