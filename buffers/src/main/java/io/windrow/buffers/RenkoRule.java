package io.windrow.buffers;

/**
 * Bricks: the next one lies above the last or below it, so a turn takes a move of twice the size from the last close. No sum can
 * overflow: a brick is made only if a price has reached its far end.
 */
final class RenkoRule implements ClosingRule {

    /** More bricks of one trade are a wrong price. */
    static final int MAX_BRICKS = 1_000_000;

    private final long size;
    private boolean begun;
    /** The two ends of the last brick; both the first price until there is one. */
    private long high;
    private long low;
    private boolean up;

    RenkoRule(long size) {
        this.size = size;
    }

    @Override
    public void check(long price) {
        long bricks = begun ? bricks(price) : 0;
        if (Long.compareUnsigned(bricks, MAX_BRICKS) > 0) {
            throw new IllegalArgumentException("a trade must not make more than " + MAX_BRICKS + " bricks: bricks="
                + Long.toUnsignedString(bricks) + ", price=" + price + ", size=" + size);
        }
    }

    @Override
    public int take(FormingCandle candle, long price, long quantity, long quote) {
        if (!begun) {
            begun = true;
            high = price;
            low = price;
        }
        up = price > high;
        return (int) bricks(price);
    }

    /** Distances fit 64 bits without a sign. */
    private long bricks(long price) {
        if (price > high) {
            return Long.divideUnsigned(price - high, size);
        }
        return price < low ? Long.divideUnsigned(low - price, size) : 0;
    }

    @Override
    public void shape(FormingCandle candle) {
        if (up) {
            low = high;
            high += size;
        } else {
            high = low;
            low -= size;
        }
        candle.open = up ? low : high;
        candle.high = high;
        candle.low = low;
        candle.close = up ? high : low;
    }
}
