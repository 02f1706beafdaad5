package io.windrow.buffers;

/** The values of a candle, in the order of their columns; the last four are kept by {@link CandleLayout#FULL} only. */
public enum CandleField implements WindowField {
    /** When it opened, in nanoseconds since the epoch. */
    OPEN_TIME(Unit.NANOS),
    /** First price. */
    OPEN(Unit.PRICE),
    /** Highest price. */
    HIGH(Unit.PRICE),
    /** Lowest price. */
    LOW(Unit.PRICE),
    /** Last price. */
    CLOSE(Unit.PRICE),
    /** Quantity traded. */
    VOLUME(Unit.QUANTITY),
    /** Sum of price × quantity. */
    QUOTE_VOLUME(Unit.QUOTE),
    /** How many trades. */
    TRADE_COUNT(Unit.COUNT),
    /** Quantity traded at the initiative of the buyer. */
    TAKER_BUY_VOLUME(Unit.QUANTITY),
    /** Sum of price × quantity at the initiative of the buyer. */
    TAKER_BUY_QUOTE_VOLUME(Unit.QUOTE);

    private final Unit unit;

    CandleField(Unit unit) {
        this.unit = unit;
    }

    @Override
    public int column() {
        return ordinal();
    }

    @Override
    public Unit unit() {
        return unit;
    }
}
