package io.windrow.buffers.indicators;

/**
 * Kaufman's adaptive moving average: {@code next = previous + (value - previous) × s²}, where {@code s} goes from the factor of the slow
 * exponential average to that of the fast one with the efficiency: the distance between the values a period apart by the sum of the steps
 * between them; 1 where nothing has moved. Kaufman, "Smarter Trading" (1995). Text {@code kama:PERIOD[:FAST[:SLOW]]}, 2 and 30 unless told
 * otherwise; in the unit of its source; equal to TA-Lib's KAMA with those two.
 *
 * <p>Warm-up: one period and one candle; it starts from the value before the last of them. It has no other seed.
 */
public final class Kama extends SeriesSpec {

    private final int period;
    private final double slowest;
    private final double span;
    private final int previousAt;
    private final int averageAt;
    private final Lag lag;
    private final SlidingTotal steps;

    private Kama(int period, int fast, int slow, Source source) {
        super("kama:" + period("kama", period) + ":" + fast("kama", fast, slow) + ":" + slow, source);
        this.period = period;
        slowest = 2.0 / (slow + 1.0);
        span = 2.0 / (fast + 1.0) - slowest;
        previousAt = reserve(2);
        averageAt = previousAt + 1;
        lag = new Lag(this, period);
        steps = new SlidingTotal(this, period);
    }

    /**
     * An average of the closes between those of 2 and 30.
     *
     * @param period candles, positive.
     * @return the specification.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public static Kama of(int period) {
        return of(period, 2, 30, Source.CLOSE);
    }

    /**
     * An average.
     *
     * @param period candles that the efficiency is of, positive.
     * @param fast   period of the fastest exponential average, positive.
     * @param slow   period of the slowest, above the fast.
     * @param source what it looks at.
     * @return the specification.
     * @throws IllegalArgumentException if a period is not positive, or the slow is not above the fast.
     */
    public static Kama of(int period, int fast, int slow, Source source) {
        return new Kama(period, fast, slow, source);
    }

    @Override
    void next(IndicatorState state, double value) {
        long values = values(state);
        double previous = state.load(previousAt);
        double before = lag.next(state, value);
        state.store(previousAt, value);
        if (values == 1) {
            return;
        }
        double sum = steps.next(state, Math.abs(value - previous));
        if (values > period) {
            double average = values == period + 1L ? previous : state.load(averageAt);
            double distance = Math.abs(value - before);
            double s = slowest + span * (distance >= sum ? 1 : distance / sum);
            average += (value - average) * s * s;
            state.store(averageAt, average);
            state.storeOutput(0, average);
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
