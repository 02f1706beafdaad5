package io.windrow.buffers.indicators;

/**
 * Keltner channel: the exponential average of the closes, and so many average true ranges above and below it. Keltner, "How to Make Money
 * in Commodities" (1960), in the form of Raschke, as StockCharts' ChartSchool and TradingView have it. Text {@code
 * keltner:PERIOD:RANGE_PERIOD:FACTOR[:first]}, 20, 10 and 2 unless told otherwise; in units of price: {@link Ema} and {@link Atr} with the
 * same {@link Seed}.
 *
 * <p>Warm-up: the middle is ready when the average is, the bands when both are. Two seeds agree when both agree: {@code 5.3 ×} range
 * period or {@code 2.65 × (period + 1)} candles, whichever is longer.
 */
public final class Keltner extends IndicatorSpec {

    /** Number of the output {@code upper}. */
    public static final int UPPER = 0;
    /** Number of the output {@code middle}. */
    public static final int MIDDLE = 1;
    /** Number of the output {@code lower}. */
    public static final int LOWER = 2;

    private final int period;
    private final int rangePeriod;
    private final double factor;
    private final Seed seed;
    private final Smoothing average;
    private final TrueRanges ranges;
    private final Smoothing range;

    private Keltner(int period, int rangePeriod, double factor, Seed seed) {
        super("keltner:" + period("keltner", period) + ":" + period("keltner", rangePeriod) + ":" + number(factor("keltner", factor))
            + seed.suffix, "upper", "middle", "lower");
        this.period = period;
        this.rangePeriod = rangePeriod;
        this.factor = factor;
        this.seed = seed;
        average = Smoothing.exponential(this, period, seed);
        ranges = new TrueRanges(this);
        range = Smoothing.wilder(this, rangePeriod, seed);
    }

    /**
     * A channel whose averages start from the means of their first periods.
     *
     * @param period      candles of the average, positive.
     * @param rangePeriod candles of the range, positive.
     * @param factor      how many ranges away the bands are, above 0.
     * @return the specification.
     * @throws IllegalArgumentException if a period or the factor is not positive.
     */
    public static Keltner of(int period, int rangePeriod, double factor) {
        return of(period, rangePeriod, factor, Seed.MEAN);
    }

    /**
     * A channel.
     *
     * @param period      candles of the average, positive.
     * @param rangePeriod candles of the range, positive.
     * @param factor      how many ranges away the bands are, above 0.
     * @param seed        what the averages start from.
     * @return the specification.
     * @throws IllegalArgumentException if a period or the factor is not positive.
     */
    public static Keltner of(int period, int rangePeriod, double factor, Seed seed) {
        return new Keltner(period, rangePeriod, factor, seed);
    }

    @Override
    protected void update(IndicatorState state, CandleInput candle) {
        double middle = average.next(state, candle.close());
        double reach = ranges.next(state, candle);
        boolean counts = state.samples() > 0 || seed == Seed.FIRST_VALUE;
        double away = counts ? factor * range.next(state, reach) : Double.NaN;
        state.storeOutput(UPPER, middle + away);
        state.storeOutput(MIDDLE, middle);
        state.storeOutput(LOWER, middle - away);
    }

    @Override
    public int warmUpPeriod(int output) {
        int ranged = seed == Seed.MEAN ? Math.addExact(rangePeriod, 1) : rangePeriod;
        return output == MIDDLE ? period : Math.max(period, ranged);
    }

    @Override
    public int longestPeriod() {
        return Math.max(period, rangePeriod);
    }
}
