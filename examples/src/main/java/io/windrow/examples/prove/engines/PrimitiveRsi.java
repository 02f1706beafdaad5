package io.windrow.examples.prove.engines;

/** A relative strength index of primitives on the heap. */
public final class PrimitiveRsi {

    private final boolean fromMean;
    private final PrimitiveAverage gain;
    private final PrimitiveAverage loss;
    private double previousClose = Double.NaN;

    /**
     * Creates an index.
     *
     * @param period   candles, positive.
     * @param fromMean whether its averages start from the mean of their first period, else from the first value.
     */
    public PrimitiveRsi(int period, boolean fromMean) {
        this.fromMean = fromMean;
        gain = PrimitiveAverage.wilder(period, fromMean);
        loss = PrimitiveAverage.wilder(period, fromMean);
    }

    /**
     * Takes in the next close.
     *
     * @param close price.
     */
    public void update(double close) {
        boolean first = Double.isNaN(previousClose);
        if (!first || !fromMean) {
            double change = first ? 0 : close - previousClose;
            gain.update(Math.max(change, 0));
            loss.update(Math.max(-change, 0));
        }
        previousClose = close;
    }

    /**
     * The index so far.
     *
     * @return 0 to 100, NaN until it is ready.
     */
    public double value() {
        double sum = gain.value() + loss.value();
        return sum == 0 ? 0 : 100 * gain.value() / sum;
    }
}
