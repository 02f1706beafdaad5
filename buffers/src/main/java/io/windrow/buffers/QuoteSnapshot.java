package io.windrow.buffers;

/**
 * One quote copied out of a window, for a thread that is not the window's writer. Make one and reuse it; not thread-safe.
 *
 * <p>Time is nanoseconds since the epoch, prices and sizes are mantissas at the instrument's scales.
 */
public final class QuoteSnapshot {

    final long[] values = new long[QuoteLayout.COLUMNS];

    /** Creates a snapshot that holds zeros. */
    public QuoteSnapshot() {
    }

    /**
     * When it was made.
     *
     * @return nanoseconds since the epoch.
     */
    public long timeNanos() {
        return values[QuoteLayout.TIME];
    }

    /**
     * Best price of a buyer.
     *
     * @return mantissa.
     */
    public long bid() {
        return values[QuoteLayout.BID];
    }

    /**
     * Quantity at the bid.
     *
     * @return mantissa, 0 where the feed gives none.
     */
    public long bidSize() {
        return values[QuoteLayout.BID_SIZE];
    }

    /**
     * Best price of a seller.
     *
     * @return mantissa.
     */
    public long ask() {
        return values[QuoteLayout.ASK];
    }

    /**
     * Quantity at the ask.
     *
     * @return mantissa, 0 where the feed gives none.
     */
    public long askSize() {
        return values[QuoteLayout.ASK_SIZE];
    }
}
