package io.windrow.buffers.indicators;

/**
 * Moving average convergence and divergence: {@code macd}, the fast exponential average less the slow one; {@code signal}, the exponential
 * average of that; {@code histogram}, the first less the second. Appel (1979). Text {@code macd:FAST:SLOW:SIGNAL[:first]}, 12, 26 and 9
 * unless told otherwise; in the unit of its source; equal to TA-Lib's MACD.
 *
 * <p>Warm-up: the slow and the signal period less one candle, for all three outputs. Under {@link Seed#MEAN} the fast average starts from
 * the mean of as many values as its period that end with the slow one's first period; under {@link Seed#FIRST_VALUE} both start from the
 * first value, and the signal from the first {@code macd} after one slow period. Where two seeds put the slow average 1 apart, {@code
 * macd} is less than 0.005 apart, two decimals, after 2.65 × (slow + 1) candles: with the periods above after 69, and the signal after 74.
 */
public final class Macd extends SeriesSpec {

    /** Number of the output {@code macd}. */
    public static final int MACD = 0;
    /** Number of the output {@code signal}. */
    public static final int SIGNAL = 1;
    /** Number of the output {@code histogram}. */
    public static final int HISTOGRAM = 2;

    private final int slowPeriod;
    private final int signalPeriod;
    /** Values before the fast average starts. */
    private final int fastAfter;
    private final Smoothing fast;
    private final Smoothing slow;
    private final Smoothing signal;

    private Macd(int fastPeriod, int slowPeriod, int signalPeriod, Seed seed, Source source) {
        super("macd:" + fast("macd", fastPeriod, slowPeriod) + ":" + slowPeriod + ":" + period("macd", signalPeriod) + seed.suffix, source,
            "macd", "signal", "histogram");
        this.slowPeriod = slowPeriod;
        this.signalPeriod = signalPeriod;
        fastAfter = seed == Seed.MEAN ? slowPeriod - fastPeriod : 0;
        fast = Smoothing.exponential(this, fastPeriod, seed);
        slow = Smoothing.exponential(this, slowPeriod, seed);
        signal = Smoothing.exponential(this, signalPeriod, seed);
    }

    /**
     * Of the closes, all averages starting from the means of their first periods.
     *
     * @param fastPeriod   candles, positive.
     * @param slowPeriod   candles, more than the fast.
     * @param signalPeriod candles, positive.
     * @return the specification.
     * @throws IllegalArgumentException if a period is not positive, or the slow is not above the fast.
     */
    public static Macd of(int fastPeriod, int slowPeriod, int signalPeriod) {
        return of(fastPeriod, slowPeriod, signalPeriod, Seed.MEAN, Source.CLOSE);
    }

    /**
     * Of any source.
     *
     * @param fastPeriod   candles, positive.
     * @param slowPeriod   candles, more than the fast.
     * @param signalPeriod candles, positive.
     * @param seed         what the averages start from.
     * @param source       what it looks at.
     * @return the specification.
     * @throws IllegalArgumentException if a period is not positive, or the slow is not above the fast.
     */
    public static Macd of(int fastPeriod, int slowPeriod, int signalPeriod, Seed seed, Source source) {
        return new Macd(fastPeriod, slowPeriod, signalPeriod, seed, source);
    }

    @Override
    void next(IndicatorState state, double value) {
        double slowly = slow.next(state, value);
        double quickly = values(state) > fastAfter ? fast.next(state, value) : Double.NaN;
        if (Double.isNaN(slowly)) {
            return;
        }
        double apart = quickly - slowly;
        double smooth = signal.next(state, apart);
        if (!Double.isNaN(smooth)) {
            state.storeOutput(MACD, apart);
            state.storeOutput(SIGNAL, smooth);
            state.storeOutput(HISTOGRAM, apart - smooth);
        }
    }

    @Override
    int warmUpValues(int output) {
        return Math.addExact(slowPeriod, signalPeriod - 1);
    }

    @Override
    int ownPeriod() {
        return Math.max(slowPeriod, signalPeriod);
    }
}
