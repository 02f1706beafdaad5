package io.windrow.buffers.indicators;

/**
 * Simple moving average: the mean of the last period. Text {@code sma:PERIOD}; in the unit of its source; equal to TA-Lib's SMA. Warm-up:
 * one period. It has no seed. It does not drift.
 */
public final class Sma extends SeriesSpec {

    private final int period;
    private final SlidingSum sum;

    private Sma(int period, Source source) {
        super("sma:" + period("sma", period), source);
        this.period = period;
        sum = new SlidingSum(this, period);
    }

    /**
     * An average of the closes.
     *
     * @param period candles, positive.
     * @return the specification.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public static Sma of(int period) {
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
    public static Sma of(int period, Source source) {
        return new Sma(period, source);
    }

    @Override
    void next(IndicatorState state, double value) {
        double total = sum.next(state, value);
        state.storeOutput(0, values(state) >= period ? total / period : Double.NaN);
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
