package io.windrow.examples.prove.engines;

/** An average true range of primitives on the heap. */
public final class PrimitiveAtr {

    private final boolean fromMean;
    private final PrimitiveAverage range;
    private double previousClose = Double.NaN;

    /**
     * Creates an average.
     *
     * @param period   candles, positive.
     * @param fromMean whether it starts from the mean of its first period, else from the first range.
     */
    public PrimitiveAtr(int period, boolean fromMean) {
        this.fromMean = fromMean;
        range = PrimitiveAverage.wilder(period, fromMean);
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
        } else if (!fromMean) {
            range.update(high - low);
        }
        previousClose = close;
    }

    /**
     * The average so far.
     *
     * @return the value in units of price, NaN until it is ready.
     */
    public double value() {
        return range.value();
    }
}
