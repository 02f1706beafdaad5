package io.windrow.buffers;

/** A candle is complete when its high and low are so far apart. */
final class RangeRule implements ClosingRule {

    private final long size;

    RangeRule(long size) {
        this.size = size;
    }

    /** The distance of any two prices fits 64 bits without a sign. */
    @Override
    public int take(FormingCandle candle, long price, long quantity, long quote) {
        return Long.compareUnsigned(candle.high - candle.low, size) >= 0 ? 1 : 0;
    }
}
