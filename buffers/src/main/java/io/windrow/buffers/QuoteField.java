package io.windrow.buffers;

/** The values of a quote, in the order of their columns. */
public enum QuoteField implements WindowField {
    /** When it was made, in nanoseconds since the epoch. */
    TIME(Unit.NANOS),
    /** Best price of a buyer. */
    BID(Unit.PRICE),
    /** Quantity at the bid, 0 where the feed gives none. */
    BID_SIZE(Unit.QUANTITY),
    /** Best price of a seller. */
    ASK(Unit.PRICE),
    /** Quantity at the ask, 0 where the feed gives none. */
    ASK_SIZE(Unit.QUANTITY);

    private final Unit unit;

    QuoteField(Unit unit) {
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
