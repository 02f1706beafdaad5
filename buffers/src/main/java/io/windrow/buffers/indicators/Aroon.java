package io.windrow.buffers.indicators;

/**
 * Aroon: how recent the extremes of the last period and one candle are, {@code up = 100 × (period - candles since the highest) / period},
 * {@code down} likewise with the lowest, the most recent among equals; {@code oscillator} is up - down. Chande, "The Time Price
 * Oscillator", Technical Analysis of Stocks and Commodities (1995). Text {@code aroon:PERIOD}, 14 unless given; from 0 to 100, the
 * oscillator from -100; equal to TA-Lib's AROON and AROONOSC, which need a period of 2. Warm-up: one period and one candle. It has no
 * seed.
 */
public final class Aroon extends IndicatorSpec {

    /** Number of the output {@code up}. */
    public static final int UP = 0;
    /** Number of the output {@code down}. */
    public static final int DOWN = 1;
    /** Number of the output {@code oscillator}. */
    public static final int OSCILLATOR = 2;

    private final int period;
    private final double percent;
    private final ExtremeAge highest;
    private final ExtremeAge lowest;

    private Aroon(int period) {
        super("aroon:" + period("aroon", period), "up", "down", "oscillator");
        this.period = period;
        percent = 100.0 / period;
        highest = ExtremeAge.ofHighest(this, Math.addExact(period, 1));
        lowest = ExtremeAge.ofLowest(this, Math.addExact(period, 1));
    }

    /**
     * An Aroon.
     *
     * @param period candles, positive.
     * @return the specification.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public static Aroon of(int period) {
        return new Aroon(period);
    }

    @Override
    protected void update(IndicatorState state, CandleInput candle) {
        int sinceHighest = highest.next(state, candle.high());
        int sinceLowest = lowest.next(state, candle.low());
        if (state.samples() >= period) {
            state.storeOutput(UP, percent * (period - sinceHighest));
            state.storeOutput(DOWN, percent * (period - sinceLowest));
            state.storeOutput(OSCILLATOR, percent * (sinceLowest - sinceHighest));
        }
    }

    @Override
    public int warmUpPeriod(int output) {
        return period + 1;
    }

    @Override
    public int longestPeriod() {
        return period + 1;
    }
}
