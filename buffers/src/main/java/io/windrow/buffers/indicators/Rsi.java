package io.windrow.buffers.indicators;

/**
 * Relative strength index, 0 to 100: the share of the average gain in the average gain and loss between values, {@code 100 × gain / (gain
 * + loss)}, both smoothed with the factor {@code 1 / period}; 0 where nothing has moved. Wilder, "New Concepts in Technical Trading
 * Systems" (1978). Text {@code rsi:PERIOD[:first]}; equal to TA-Lib's RSI, but where both averages have sunk below 1e-8, which TA-Lib
 * takes for 0.
 *
 * <p>Warm-up: under {@link Seed#MEAN} the first change is that of the second candle, and it is one period and one candle; under
 * {@link Seed#FIRST_VALUE} the first candle counts as a change of 0, and it is one period. Two seeds differ by {@code 1 - 1 / period}
 * times as much with each candle: what is 1 apart at the end of the warm-up is below 0.005, two decimals, after 5.3 × period candles.
 */
public final class Rsi extends SeriesSpec {

    private static final double HALF = 0.5;

    private final int period;
    private final Seed seed;
    private final int previousAt;
    private final Smoothing gain;
    private final Smoothing loss;

    private Rsi(int period, Seed seed, Source source) {
        super("rsi:" + period("rsi", period) + seed.suffix, source);
        this.period = period;
        this.seed = seed;
        previousAt = reserve(1);
        gain = Smoothing.wilder(this, period, seed);
        loss = Smoothing.wilder(this, period, seed);
    }

    /**
     * An index of the closes whose averages start from the mean of their first period.
     *
     * @param period candles, positive.
     * @return the specification.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public static Rsi of(int period) {
        return of(period, Seed.MEAN, Source.CLOSE);
    }

    /**
     * An index.
     *
     * @param period candles, positive.
     * @param seed   what its averages start from.
     * @param source what it looks at.
     * @return the specification.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public static Rsi of(int period, Seed seed, Source source) {
        return new Rsi(period, seed, source);
    }

    @Override
    void next(IndicatorState state, double value) {
        boolean isFirst = values(state) == 1;
        double change = isFirst ? 0 : value - state.load(previousAt);
        state.store(previousAt, value);
        if (!isFirst || seed == Seed.FIRST_VALUE) {
            // Exact, and no branch that cannot be foretold: what rises or falls is twice the change or 0.
            double size = Math.abs(change);
            double up = gain.next(state, (size + change) * HALF);
            double sum = up + loss.next(state, (size - change) * HALF);
            state.storeOutput(0, sum == 0 ? 0 : 100 * up / sum);
        }
    }

    @Override
    int warmUpValues(int output) {
        return seed == Seed.MEAN ? period + 1 : period;
    }

    @Override
    int ownPeriod() {
        return period;
    }
}
