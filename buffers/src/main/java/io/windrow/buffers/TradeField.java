package io.windrow.buffers;

/** The values of a trade, in the order of their columns. */
public enum TradeField implements WindowField {
    /** When it happened, in nanoseconds since the epoch. */
    TIME(Unit.NANOS),
    /** Price. */
    PRICE(Unit.PRICE),
    /** Quantity. */
    QUANTITY(Unit.QUANTITY),
    /** The exchange's number, 0 where the feed gave none. */
    TRADE_ID(Unit.COUNT),
    /** Who took the initiative, as {@link Side#code()}. */
    SIDE(Unit.COUNT);

    private final Unit unit;

    TradeField(Unit unit) {
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
