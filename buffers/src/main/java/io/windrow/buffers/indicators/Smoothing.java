package io.windrow.buffers.indicators;

/**
 * The recursive average behind the others: {@code next = previous + (value - previous) × factor}. Ready after one period
 * under either seed.
 */
final class Smoothing {

    private final int period;
    private final double factor;
    private final Seed seed;
    private int samples;
    private double average;

    Smoothing(int period, double factor, Seed seed) {
        if (period < 1) {
            throw new IllegalArgumentException("period must be positive: period=" + period);
        }
        this.period = period;
        this.factor = factor;
        this.seed = seed;
    }

    void update(double value) {
        if (samples == 0 && seed == Seed.FIRST_VALUE) {
            average = value;
        } else if (samples < period && seed == Seed.MEAN) {
            // Until the period is full this is a sum.
            average += value;
            if (samples == period - 1) {
                average /= period;
            }
        } else {
            average += (value - average) * factor;
        }
        samples = Math.min(samples + 1, period);
    }

    boolean isReady() {
        return samples == period;
    }

    double value() {
        return isReady() ? average : Double.NaN;
    }

    void reset() {
        samples = 0;
        average = 0;
    }
}
