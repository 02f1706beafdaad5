package io.windrow.buffers.indicators;

/**
 * Supertrend: a stop some average true ranges from the middle of the candle. The bands are {@code (high + low) / 2 ± factor × atr}; the
 * lower one falls only after a close below it, the upper one rises only after a close above it. In a rise {@code value} is the lower band,
 * until a close is below it; in a fall the upper one, until a close is above it. {@code direction} is 1 in a rise and -1 in a fall, where
 * TradingView has the opposite sign. Olivier Seban (2008); the formula is that of TradingView's {@code ta.supertrend}, its start too: a
 * fall. TA-Lib does not have it. Text {@code supertrend:PERIOD:FACTOR[:first]}, 10 and 3 unless given; in units of price.
 *
 * <p>Warm-up: that of the {@link Atr}, one period and one candle under {@link Seed#MEAN}, one period under {@link Seed#FIRST_VALUE}. The
 * average of two seeds differs by {@code 1 - 1 / period} times as much with each candle, below two decimals after 5.3 × period candles;
 * the bands that were carried over agree once each was set anew after that.
 */
public final class Supertrend extends IndicatorSpec {

    /** Number of the output {@code value}. */
    public static final int VALUE = 0;
    /** Number of the output {@code direction}. */
    public static final int DIRECTION = 1;

    private static final int LONGS = 4;

    private final int period;
    private final double factor;
    private final Seed seed;
    private final TrueRanges ranges;
    private final Smoothing average;
    private final int upperAt;
    private final int lowerAt;
    private final int closeAt;
    private final int directionAt;

    private Supertrend(int period, double factor, Seed seed) {
        super("supertrend:" + period("supertrend", period) + ":" + number(factor("supertrend", factor)) + seed.suffix, "value",
            "direction");
        this.period = period;
        this.factor = factor;
        this.seed = seed;
        ranges = new TrueRanges(this);
        average = Smoothing.wilder(this, period, seed);
        upperAt = reserve(LONGS);
        lowerAt = upperAt + 1;
        closeAt = upperAt + 2;
        directionAt = upperAt + 3;
    }

    /**
     * A supertrend whose average range starts from the mean of its first period.
     *
     * @param period candles, positive.
     * @param factor average ranges from the middle to a band, positive.
     * @return the specification.
     * @throws IllegalArgumentException if the period is not positive, or the factor is not positive and finite.
     */
    public static Supertrend of(int period, double factor) {
        return of(period, factor, Seed.MEAN);
    }

    /**
     * A supertrend.
     *
     * @param period candles, positive.
     * @param factor average ranges from the middle to a band, positive.
     * @param seed   what the average range starts from.
     * @return the specification.
     * @throws IllegalArgumentException if the period is not positive, or the factor is not positive and finite.
     */
    public static Supertrend of(int period, double factor, Seed seed) {
        return new Supertrend(period, factor, seed);
    }

    @Override
    protected void update(IndicatorState state, CandleInput candle) {
        double range = ranges.next(state, candle);
        if (state.samples() == 0 && seed == Seed.MEAN) {
            return;
        }
        double distance = average.next(state, range) * factor;
        if (!Double.isNaN(distance)) {
            follow(state, (candle.high() + candle.low()) / 2, distance, candle.close());
        }
    }

    private void follow(IndicatorState state, double middle, double distance, double close) {
        double lower = middle - distance;
        double upper = middle + distance;
        double direction = state.load(directionAt);
        if (direction == 0) {
            direction = -1;
        } else {
            double before = state.load(closeAt);
            double lowerBefore = state.load(lowerAt);
            double upperBefore = state.load(upperAt);
            lower = before < lowerBefore ? lower : Math.max(lower, lowerBefore);
            upper = before > upperBefore ? upper : Math.min(upper, upperBefore);
            direction = direction > 0 ? close < lower ? -1 : 1 : close > upper ? 1 : -1;
        }
        state.store(lowerAt, lower);
        state.store(upperAt, upper);
        state.store(closeAt, close);
        state.store(directionAt, direction);
        state.storeOutput(VALUE, direction > 0 ? lower : upper);
        state.storeOutput(DIRECTION, direction);
    }

    @Override
    public int warmUpPeriod(int output) {
        return seed == Seed.MEAN ? period + 1 : period;
    }

    @Override
    public int longestPeriod() {
        return period;
    }
}
