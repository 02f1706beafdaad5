package io.windrow.buffers.indicators;

/**
 * Wilder's moving average: {@code next = previous + (value - previous) / period}. Wilder, "New Concepts in Technical Trading Systems"
 * (1978); Pine's {@code ta.rma}. Text {@code rma:PERIOD[:first]}; in the unit of its source.
 *
 * <p>Warm-up: one period under either {@link Seed}. Two seeds differ by {@code 1 - 1 / period} times as much with each candle: a difference
 * of 1 at the end of the warm-up is below 0.005, two decimals, after 5.3 × period candles.
 */
public final class Rma extends SeriesSpec {

    private final int period;
    private final Smoothing average;

    private Rma(int period, Seed seed, Source source) {
        super("rma:" + period("rma", period) + seed.suffix, source);
        this.period = period;
        average = Smoothing.wilder(this, period, seed);
    }

    /**
     * An average of the closes.
     *
     * @param period candles, positive.
     * @return the specification.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public static Rma of(int period) {
        return of(period, Seed.MEAN, Source.CLOSE);
    }

    /**
     * An average.
     *
     * @param period candles, positive.
     * @param seed   what it starts from.
     * @param source what it looks at.
     * @return the specification.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public static Rma of(int period, Seed seed, Source source) {
        return new Rma(period, seed, source);
    }

    @Override
    void next(IndicatorState state, double value) {
        state.storeOutput(0, average.next(state, value));
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
