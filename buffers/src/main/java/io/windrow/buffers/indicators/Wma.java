package io.windrow.buffers.indicators;

/**
 * Weighted moving average: the mean of the last period, the newest value weighing {@code period}, the one before it one less, the oldest
 * 1. Text {@code wma:PERIOD}; in the unit of its source; equal to TA-Lib's WMA. Warm-up: one period. It has no seed. It does not drift: its
 * sums are added up anew once in each period.
 */
public final class Wma extends SeriesSpec {

    private final int period;
    private final WeightedMean mean;

    private Wma(int period, Source source) {
        super("wma:" + period("wma", period), source);
        this.period = period;
        mean = new WeightedMean(this, period);
    }

    /**
     * An average of the closes.
     *
     * @param period candles, positive.
     * @return the specification.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public static Wma of(int period) {
        return of(period, Source.CLOSE);
    }

    /**
     * An average.
     *
     * @param period candles, positive.
     * @param source what it looks at.
     * @return the specification.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public static Wma of(int period, Source source) {
        return new Wma(period, source);
    }

    @Override
    void next(IndicatorState state, double value) {
        double weighted = mean.next(state, value);
        state.storeOutput(0, values(state) >= period ? weighted : Double.NaN);
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
