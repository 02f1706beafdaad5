package io.windrow.buffers.indicators;

/**
 * Rate of change in percent: {@code 100 × (value - before) / before}, {@code before} being the value one period ago; 0 where that is 0.
 * Text {@code roc:PERIOD}, 10 unless told otherwise; equal to TA-Lib's ROC. Warm-up: one period and one candle. It has no seed.
 */
public final class Roc extends SeriesSpec {

    private final int period;
    private final Lag lag;

    private Roc(int period, Source source) {
        super("roc:" + period("roc", period), source);
        this.period = period;
        lag = new Lag(this, period);
    }

    /**
     * The change of the closes.
     *
     * @param period candles, positive.
     * @return the specification.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public static Roc of(int period) {
        return of(period, Source.CLOSE);
    }

    /**
     * The change.
     *
     * @param period candles, positive.
     * @param source what it looks at.
     * @return the specification.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public static Roc of(int period, Source source) {
        return new Roc(period, source);
    }

    @Override
    void next(IndicatorState state, double value) {
        double before = lag.next(state, value);
        if (values(state) > period) {
            state.storeOutput(0, before == 0 ? 0 : (value - before) / before * 100);
        }
    }

    @Override
    int warmUpValues(int output) {
        return Math.addExact(period, 1);
    }

    @Override
    int ownPeriod() {
        return period;
    }
}
