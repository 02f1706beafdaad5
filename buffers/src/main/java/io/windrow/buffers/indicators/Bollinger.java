package io.windrow.buffers.indicators;

/**
 * Bollinger bands: the mean of the last period, and so many standard deviations of the population above and below it. Bollinger,
 * "Bollinger on Bollinger Bands" (2001). Text {@code bbands:PERIOD:FACTOR}, 20 and 2 unless told otherwise; the bands in the unit of the
 * source, equal to TA-Lib's BBANDS with a simple average.
 *
 * <p>{@code percentB = (value - lower) / (upper - lower)}: 0 on the lower band, 1 on the upper, 0.5 where they meet; {@code width = (upper
 * - lower) / middle}: 0 where the middle is 0. Warm-up: one period. It has no seed. It does not drift: it is worked out anew once in each
 * period.
 */
public final class Bollinger extends SeriesSpec {

    /** Number of the output {@code upper}. */
    public static final int UPPER = 0;
    /** Number of the output {@code middle}. */
    public static final int MIDDLE = 1;
    /** Number of the output {@code lower}. */
    public static final int LOWER = 2;
    /** Number of the output {@code percentB}. */
    public static final int PERCENT_B = 3;
    /** Number of the output {@code width}. */
    public static final int WIDTH = 4;

    private final int period;
    private final double factor;
    private final Deviation deviation;

    private Bollinger(int period, double factor, Source source) {
        super("bbands:" + period("bbands", period) + ":" + number(factor("bbands", factor)), source,
            "upper", "middle", "lower", "percentB", "width");
        this.period = period;
        this.factor = factor;
        deviation = new Deviation(this, period);
    }

    /**
     * Bands around the closes.
     *
     * @param period candles, positive.
     * @param factor how many deviations away the bands are, above 0.
     * @return the specification.
     * @throws IllegalArgumentException if the period or the factor is not positive.
     */
    public static Bollinger of(int period, double factor) {
        return of(period, factor, Source.CLOSE);
    }

    /**
     * Bands.
     *
     * @param period candles, positive.
     * @param factor how many deviations away the bands are, above 0.
     * @param source what it looks at.
     * @return the specification.
     * @throws IllegalArgumentException if the period or the factor is not positive.
     */
    public static Bollinger of(int period, double factor, Source source) {
        return new Bollinger(period, factor, source);
    }

    @Override
    void next(IndicatorState state, double value) {
        double away = factor * deviation.next(state, value);
        if (values(state) < period) {
            return;
        }
        double middle = deviation.mean(state);
        state.storeOutput(UPPER, middle + away);
        state.storeOutput(MIDDLE, middle);
        state.storeOutput(LOWER, middle - away);
        // What the other two are worked out of when they are asked for: their divisions cost more than the bands.
        state.storeOutput(PERCENT_B, value);
        state.storeOutput(WIDTH, 2 * away);
    }

    @Override
    double value(IndicatorState state, int output) {
        double stored = state.output(output);
        if (output < PERCENT_B || Double.isNaN(stored)) {
            return stored;
        }
        double middle = state.output(MIDDLE);
        double between = state.output(WIDTH);
        if (output == WIDTH) {
            return middle == 0 ? 0 : between / middle;
        }
        return between == 0 ? 0.5 : (stored - middle) / between + 0.5;
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
