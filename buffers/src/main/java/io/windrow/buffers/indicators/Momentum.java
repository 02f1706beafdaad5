package io.windrow.buffers.indicators;

/**
 * Momentum: the value less that of one period ago. Text {@code mom:PERIOD}, 10 unless told otherwise; in the unit of its source; equal to
 * TA-Lib's MOM. Warm-up: one period and one candle. It has no seed.
 */
public final class Momentum extends SeriesSpec {

    private final int period;
    private final Lag lag;

    private Momentum(int period, Source source) {
        super("mom:" + period("mom", period), source);
        this.period = period;
        lag = new Lag(this, period);
    }

    /**
     * The momentum of the closes.
     *
     * @param period candles, positive.
     * @return the specification.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public static Momentum of(int period) {
        return of(period, Source.CLOSE);
    }

    /**
     * The momentum.
     *
     * @param period candles, positive.
     * @param source what it looks at.
     * @return the specification.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public static Momentum of(int period, Source source) {
        return new Momentum(period, source);
    }

    @Override
    void next(IndicatorState state, double value) {
        double before = lag.next(state, value);
        if (values(state) > period) {
            state.storeOutput(0, value - before);
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
