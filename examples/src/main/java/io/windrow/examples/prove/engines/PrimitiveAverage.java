package io.windrow.examples.prove.engines;

/** A recursive average in two fields on the heap, as a rival would write it. */
public final class PrimitiveAverage {

    private final int period;
    private final double factor;
    private final boolean fromMean;
    private int samples;
    private double average;

    private PrimitiveAverage(int period, double factor, boolean fromMean) {
        this.period = period;
        this.factor = factor;
        this.fromMean = fromMean;
    }

    /**
     * An exponential average.
     *
     * @param period   candles, positive.
     * @param fromMean whether it starts from the mean of its first period, else from the first value.
     * @return the average.
     */
    public static PrimitiveAverage exponential(int period, boolean fromMean) {
        return new PrimitiveAverage(period, 2.0 / (period + 1), fromMean);
    }

    static PrimitiveAverage wilder(int period, boolean fromMean) {
        return new PrimitiveAverage(period, 1.0 / period, fromMean);
    }

    /**
     * Takes in the next value.
     *
     * @param value the value.
     */
    public void update(double value) {
        if (samples == 0 && !fromMean) {
            average = value;
        } else if (samples < period && fromMean) {
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

    /**
     * The average so far.
     *
     * @return the value, NaN until a period is full.
     */
    public double value() {
        return samples == period ? average : Double.NaN;
    }
}
