package io.windrow.buffers.indicators;

import io.windrow.buffers.CandleWindow;

/**
 * Relative strength index, 0 to 100: the share of the average gain in the average gain and loss between closes, smoothed as in Wilder's
 * "New Concepts in Technical Trading Systems" (1978) with the factor {@code 1 / period}. It is 0 where nothing has moved.
 *
 * <p>Under {@link Seed#MEAN} the first change is that of the second candle and the warm-up is one period and one candle; under
 * {@link Seed#FIRST_VALUE} the first candle counts as a change of zero and the warm-up is one period.
 */
public final class Rsi implements Indicator {

    private final int period;
    private final Seed seed;
    private final Smoothing gain;
    private final Smoothing loss;
    private double previousClose = Double.NaN;

    /**
     * Creates an index that starts from the mean of its first period.
     *
     * @param period candles, positive.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public Rsi(int period) {
        this(period, Seed.MEAN);
    }

    /**
     * Creates an index.
     *
     * @param period candles, positive.
     * @param seed   what its averages start from.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public Rsi(int period, Seed seed) {
        this.period = period;
        this.seed = seed;
        gain = new Smoothing(period, 1.0 / period, seed);
        loss = new Smoothing(period, 1.0 / period, seed);
    }

    @Override
    public void update(CandleWindow window) {
        update(window.closeAsDouble(0));
    }

    /**
     * Takes in the next close.
     *
     * @param close price.
     */
    public void update(double close) {
        boolean first = Double.isNaN(previousClose);
        if (!first || seed == Seed.FIRST_VALUE) {
            double change = first ? 0 : close - previousClose;
            gain.update(Math.max(change, 0));
            loss.update(Math.max(-change, 0));
        }
        previousClose = close;
    }

    @Override
    public double value() {
        double sum = gain.value() + loss.value();
        return sum == 0 ? 0 : 100 * gain.value() / sum;
    }

    @Override
    public int warmUpPeriod() {
        return seed == Seed.MEAN ? period + 1 : period;
    }

    @Override
    public boolean isReady() {
        return gain.isReady();
    }

    @Override
    public void reset() {
        gain.reset();
        loss.reset();
        previousClose = Double.NaN;
    }
}
