package io.windrow.buffers;

/**
 * One trade copied out of a window, for a thread that is not the window's writer. Make one and reuse it; not thread-safe.
 *
 * <p>Times are nanoseconds since the epoch, price and quantity mantissas at the instrument's scales.
 */
public final class TradeSnapshot {

    final long[] values = new long[TradeLayout.COLUMNS];

    /** Creates a snapshot that holds zeros. */
    public TradeSnapshot() {
    }

    /**
     * When the trade happened.
     *
     * @return nanoseconds since the epoch.
     */
    public long timeNanos() {
        return values[TradeLayout.TIME];
    }

    /**
     * Price.
     *
     * @return mantissa.
     */
    public long price() {
        return values[TradeLayout.PRICE];
    }

    /**
     * Quantity.
     *
     * @return mantissa.
     */
    public long quantity() {
        return values[TradeLayout.QUANTITY];
    }

    /**
     * The exchange's number.
     *
     * @return the number, 0 where the feed gave none.
     */
    public long tradeId() {
        return values[TradeLayout.ID];
    }

    /**
     * Who took the initiative.
     *
     * @return the side.
     */
    public Side side() {
        return Side.of((int) values[TradeLayout.SIDE]);
    }
}
