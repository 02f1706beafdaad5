package io.windrow.buffers.indicators;

import io.windrow.buffers.CandleWindow;

/**
 * Average true range: the mean distance a candle spans, the gap to the previous close included, smoothed as in Wilder's "New
 * Concepts in Technical Trading Systems" (1978) with the factor {@code 1 / period}. In units of price.
 *
 * <p>Under {@link Seed#MEAN} the first range is that of the second candle, which has a previous close, and the warm-up is one period
 * and one candle; under {@link Seed#FIRST_VALUE} the first candle counts with its own range and the warm-up is one period.
 */
public final class Atr implements Indicator {

    private final int period;
    private final Seed seed;
    private final Smoothing range;
    private double previousClose = Double.NaN;

    /**
     * Creates an average that starts from the mean of its first period.
     *
     * @param period candles, positive.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public Atr(int period) {
        this(period, Seed.MEAN);
    }

    /**
     * Creates an average.
     *
     * @param period candles, positive.
     * @param seed   what it starts from.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public Atr(int period, Seed seed) {
        this.period = period;
        this.seed = seed;
        range = new Smoothing(period, 1.0 / period, seed);
    }

    @Override
    public void update(CandleWindow window) {
        update(window.highAsDouble(0), window.lowAsDouble(0), window.closeAsDouble(0));
    }

    /**
     * Takes in the next candle.
     *
     * @param high  highest price.
     * @param low   lowest price.
     * @param close last price.
     */
    public void update(double high, double low, double close) {
        boolean first = Double.isNaN(previousClose);
        if (!first) {
            range.update(Math.max(high - low, Math.max(Math.abs(high - previousClose), Math.abs(low - previousClose))));
        } else if (seed == Seed.FIRST_VALUE) {
            range.update(high - low);
        }
        previousClose = close;
    }

    @Override
    public double value() {
        return range.value();
    }

    @Override
    public int warmUpPeriod() {
        return seed == Seed.MEAN ? period + 1 : period;
    }

    @Override
    public boolean isReady() {
        return range.isReady();
    }

    @Override
    public void reset() {
        range.reset();
        previousClose = Double.NaN;
    }
}
