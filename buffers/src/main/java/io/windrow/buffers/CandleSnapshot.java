package io.windrow.buffers;

/**
 * One candle copied out of a window, for a thread that is not the window's writer. Make one and reuse it; not thread-safe.
 *
 * <p>Times are nanoseconds since the epoch, prices and volume mantissas at the instrument's scales.
 */
public final class CandleSnapshot {

    final long[] values = new long[CandleLayout.COLUMNS];

    /** Creates a snapshot that holds zeros. */
    public CandleSnapshot() {
    }

    /**
     * When the candle opened.
     *
     * @return nanoseconds since the epoch.
     */
    public long openTimeNanos() {
        return values[CandleLayout.OPEN_TIME];
    }

    /**
     * First price.
     *
     * @return mantissa.
     */
    public long open() {
        return values[CandleLayout.OPEN];
    }

    /**
     * Highest price.
     *
     * @return mantissa.
     */
    public long high() {
        return values[CandleLayout.HIGH];
    }

    /**
     * Lowest price.
     *
     * @return mantissa.
     */
    public long low() {
        return values[CandleLayout.LOW];
    }

    /**
     * Last price.
     *
     * @return mantissa.
     */
    public long close() {
        return values[CandleLayout.CLOSE];
    }

    /**
     * Quantity traded.
     *
     * @return mantissa.
     */
    public long volume() {
        return values[CandleLayout.VOLUME];
    }
}
