package io.windrow.buffers.indicators;

import io.windrow.buffers.CandleWindow;

/**
 * Exponential moving average of the closes, factor {@code 2 / (period + 1)}. Warm-up: one period.
 */
public final class Ema implements Indicator {

    private final int period;
    private final Smoothing average;

    /**
     * Creates an average that starts from the mean of its first period.
     *
     * @param period candles, positive.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public Ema(int period) {
        this(period, Seed.MEAN);
    }

    /**
     * Creates an average.
     *
     * @param period candles, positive.
     * @param seed   what it starts from.
     * @throws IllegalArgumentException if the period is not positive.
     */
    public Ema(int period, Seed seed) {
        this.period = period;
        average = new Smoothing(period, 2.0 / (period + 1), seed);
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
        average.update(close);
    }

    @Override
    public double value() {
        return average.value();
    }

    @Override
    public int warmUpPeriod() {
        return period;
    }

    @Override
    public boolean isReady() {
        return average.isReady();
    }

    @Override
    public void reset() {
        average.reset();
    }
}
