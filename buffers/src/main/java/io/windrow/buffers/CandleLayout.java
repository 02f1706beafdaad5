package io.windrow.buffers;

/**
 * Which values of its candles a window keeps, each a {@code long}, each in a column of its own. Prices are at the instrument's price
 * scale, volumes at its quantity scale, quote volumes at its quote scale.
 *
 * <pre>
 *   column  0          1     2     3    4      5       6             7            8                 9
 *           open time | open | high | low | close | volume | quote volume | trade count | taker-buy volume | taker-buy quote volume
 *           +------------------ OHLCV: 48 bytes ---------+
 *           +------------------ FULL: 80 bytes -------------------------------------------------------------------------+
 * </pre>
 */
public enum CandleLayout {
    /** Open time, open, high, low, close, volume: 48 bytes a candle. */
    OHLCV(6),
    /** These and quote volume, trade count, taker-buy volume and taker-buy quote volume: 80 bytes a candle, what an exchange publishes. */
    FULL(10);

    /** What the block's header says of a window of candles. */
    static final int KIND = 1;

    private final int columns;

    CandleLayout(int columns) {
        this.columns = columns;
    }

    /**
     * How many values a candle has.
     *
     * @return columns.
     */
    public int columns() {
        return columns;
    }

    /**
     * What a candle takes.
     *
     * @return bytes.
     */
    public int rowBytes() {
        return columns * Long.BYTES;
    }

    /**
     * Whether a value is kept.
     *
     * @param field the value.
     * @return true if it has a column.
     */
    public boolean has(CandleField field) {
        return field.column() < columns;
    }
}
