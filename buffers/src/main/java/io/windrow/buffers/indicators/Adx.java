package io.windrow.buffers.indicators;

/**
 * Average directional movement. A candle moves up by what its high is above the one before, down by what its low is below, the larger of
 * the two if it is above 0; these moves and the true ranges are added up with {@code next = previous × (1 - 1 / period) + value}.
 * {@code plusDi} and {@code minusDi} are the moves in percent of the ranges, {@code adx} the average, smoothed with {@code 1 / period}, of
 * {@code 100 × |plusDi - minusDi| / (plusDi + minusDi)}. Wilder, "New Concepts in Technical Trading Systems" (1978). Text
 * {@code adx:PERIOD}, 14 unless given; from 0 to 100; equal to TA-Lib's ADX, PLUS_DI and MINUS_DI.
 *
 * <p>Without ranges both lines are 0; without moves adx stays as it is. TA-Lib takes sums of ranges below 1e-8 for none; here only 0 is.
 *
 * <p>The sums start from the first period less one candle, the average from the mean of the first period, as TA-Lib has it; there is no
 * other seed. Warm-up: one period and one candle for the lines, two periods for adx. A difference of 1 at that point is below 0.005, two
 * decimals, 5.3 × period candles later.
 */
public final class Adx extends IndicatorSpec {

    /** Number of the output {@code adx}. */
    public static final int ADX = 0;
    /** Number of the output {@code plusDi}. */
    public static final int PLUS_DI = 1;
    /** Number of the output {@code minusDi}. */
    public static final int MINUS_DI = 2;

    private static final int LONGS = 6;

    private final int period;
    private final double factor;
    private final double kept;
    private final TrueRanges ranges;
    private final int highAt;
    private final int lowAt;
    private final int rangeAt;
    private final int plusAt;
    private final int minusAt;
    private final int averageAt;

    private Adx(int period) {
        super("adx:" + period("adx", period, 2), "adx", "plusDi", "minusDi");
        this.period = period;
        factor = 1.0 / period;
        kept = 1 - factor;
        ranges = new TrueRanges(this);
        highAt = reserve(LONGS);
        lowAt = highAt + 1;
        rangeAt = highAt + 2;
        plusAt = highAt + 3;
        minusAt = highAt + 4;
        averageAt = highAt + 5;
    }

    /**
     * An average directional movement.
     *
     * @param period candles, at least 2.
     * @return the specification.
     * @throws IllegalArgumentException if the period is less.
     */
    public static Adx of(int period) {
        return new Adx(period);
    }

    @Override
    protected void update(IndicatorState state, CandleInput candle) {
        long before = state.samples();
        double range = ranges.next(state, candle);
        double up = candle.high() - state.load(highAt);
        double down = state.load(lowAt) - candle.low();
        state.store(highAt, candle.high());
        state.store(lowAt, candle.low());
        if (before > 0) {
            double share = before < period ? 1 : kept;
            range += state.load(rangeAt) * share;
            double plus = state.load(plusAt) * share + (up > 0 && up > down ? up : 0);
            double minus = state.load(minusAt) * share + (down > 0 && down > up ? down : 0);
            state.store(rangeAt, range);
            state.store(plusAt, plus);
            state.store(minusAt, minus);
            if (before >= period) {
                putLines(state, range, plus, minus);
                average(state, before, range, plus, minus);
            }
        }
    }

    private static void putLines(IndicatorState state, double range, double plus, double minus) {
        double percent = range == 0 ? 0 : 100 / range;
        state.storeOutput(PLUS_DI, plus * percent);
        state.storeOutput(MINUS_DI, minus * percent);
    }

    /** The range cancels out of what the two lines are to each other: the divisions do not wait for each other. */
    private void average(IndicatorState state, long before, double range, double plus, double minus) {
        double moves = plus + minus;
        double average = state.load(averageAt);
        if (before < 2L * period) {
            average += range == 0 || moves == 0 ? 0 : 100 * (Math.abs(plus - minus) / moves);
            average = before == 2L * period - 1 ? average / period : average;
        } else if (range != 0 && moves != 0) {
            average += (100 * (Math.abs(plus - minus) / moves) - average) * factor;
        }
        state.store(averageAt, average);
        if (before >= 2L * period - 1) {
            state.storeOutput(ADX, average);
        }
    }

    @Override
    public int warmUpPeriod(int output) {
        return output == ADX ? Math.multiplyExact(2, period) : period + 1;
    }

    @Override
    public int longestPeriod() {
        return period;
    }
}
