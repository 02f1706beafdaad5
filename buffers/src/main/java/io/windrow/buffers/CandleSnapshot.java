package io.windrow.buffers;

/**
 * One candle copied out of a window, for a thread that is not the window's writer. Make one and reuse it; not thread-safe.
 *
 * <p>Times are nanoseconds since the epoch, prices and volume mantissas at the instrument's scales.
 */
public final class CandleSnapshot {

    final long[] values = new long[CandleLayout.FULL.columns()];
    /** Of the window read last. */
    int columns = CandleLayout.FULL.columns();

    /** Creates a snapshot that holds zeros. */
    public CandleSnapshot() {
    }

    /**
     * When the candle opened.
     *
     * @return nanoseconds since the epoch.
     */
    public long openTimeNanos() {
        return values[CandleRing.OPEN_TIME];
    }

    /**
     * First price.
     *
     * @return mantissa.
     */
    public long open() {
        return values[CandleRing.OPEN];
    }

    /**
     * Highest price.
     *
     * @return mantissa.
     */
    public long high() {
        return values[CandleRing.HIGH];
    }

    /**
     * Lowest price.
     *
     * @return mantissa.
     */
    public long low() {
        return values[CandleRing.LOW];
    }

    /**
     * Last price.
     *
     * @return mantissa.
     */
    public long close() {
        return values[CandleRing.CLOSE];
    }

    /**
     * Quantity traded.
     *
     * @return mantissa.
     */
    public long volume() {
        return values[CandleRing.VOLUME];
    }

    /**
     * Any value.
     *
     * @param field which.
     * @return as the field's unit says: nanoseconds, mantissa or count.
     * @throws IllegalArgumentException if the window read last does not keep this field.
     */
    public long value(CandleField field) {
        if (field.column() >= columns) {
            throw new IllegalArgumentException("the window read does not keep this field: field=" + field);
        }
        return values[field.column()];
    }
}
