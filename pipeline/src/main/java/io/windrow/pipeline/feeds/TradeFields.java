package io.windrow.pipeline.feeds;

/**
 * The parts of one decoded line, to be used again for the next. Symbol, price and quantity are ranges in the line's own text,
 * because only the instrument says at which scale they are to be read.
 */
public final class TradeFields {

    private int symbolFrom;
    private int symbolTo;
    private int priceFrom;
    private int priceTo;
    private int quantityFrom;
    private int quantityTo;
    private long timeNanos;
    private long tradeId;
    private int sideCode;
    private boolean aggregated;
    private String reason = "";

    /** Creates empty fields. */
    public TradeFields() {
    }

    /** Empties the fields, before the next line. */
    public void clear() {
        symbolFrom = 0;
        symbolTo = 0;
        priceFrom = 0;
        priceTo = 0;
        quantityFrom = 0;
        quantityTo = 0;
        timeNanos = 0;
        tradeId = 0;
        sideCode = 0;
        aggregated = false;
        reason = "";
    }

    /**
     * Sets where the symbol stands.
     *
     * @param from its first byte.
     * @param to   behind its last byte; equal to {@code from} where the line names no symbol.
     */
    public void setSymbol(int from, int to) {
        symbolFrom = from;
        symbolTo = to;
    }

    /**
     * Sets where the price stands.
     *
     * @param from its first byte.
     * @param to   behind its last byte.
     */
    public void setPrice(int from, int to) {
        priceFrom = from;
        priceTo = to;
    }

    /**
     * Sets where the quantity stands.
     *
     * @param from its first byte.
     * @param to   behind its last byte.
     */
    public void setQuantity(int from, int to) {
        quantityFrom = from;
        quantityTo = to;
    }

    /**
     * Sets the time.
     *
     * @param nanos nanoseconds since 1970-01-01 UTC.
     */
    public void setTimeNanos(long nanos) {
        timeNanos = nanos;
    }

    /**
     * Sets the exchange's number.
     *
     * @param id the number, 0 for none.
     */
    public void setTradeId(long id) {
        tradeId = id;
    }

    /**
     * Sets who took the initiative.
     *
     * @param code as {@link io.windrow.buffers.Side#code()}.
     */
    public void setSideCode(int code) {
        sideCode = code;
    }

    /**
     * Sets whether the line sums up several trades of one order.
     *
     * @param sum true for an aggregate.
     */
    public void setAggregated(boolean sum) {
        aggregated = sum;
    }

    /**
     * Notes why the line is skipped.
     *
     * @param why one of few texts: a constant, or from a bounded table.
     * @return {@link LineStatus#SKIPPED}.
     */
    public LineStatus skipped(String why) {
        reason = why;
        return LineStatus.SKIPPED;
    }

    /**
     * Notes why the line is bad.
     *
     * @param why one of few texts: a constant, or from a bounded table.
     * @return {@link LineStatus#BAD}.
     */
    public LineStatus bad(String why) {
        reason = why;
        return LineStatus.BAD;
    }

    /**
     * Whether the line names a symbol.
     *
     * @return true if it does.
     */
    public boolean hasSymbol() {
        return symbolTo > symbolFrom;
    }

    /**
     * Start of the symbol.
     *
     * @return index of its first byte.
     */
    public int symbolFrom() {
        return symbolFrom;
    }

    /**
     * End of the symbol.
     *
     * @return index behind its last byte.
     */
    public int symbolTo() {
        return symbolTo;
    }

    /**
     * Start of the price.
     *
     * @return index of its first byte.
     */
    public int priceFrom() {
        return priceFrom;
    }

    /**
     * End of the price.
     *
     * @return index behind its last byte.
     */
    public int priceTo() {
        return priceTo;
    }

    /**
     * Start of the quantity.
     *
     * @return index of its first byte.
     */
    public int quantityFrom() {
        return quantityFrom;
    }

    /**
     * End of the quantity.
     *
     * @return index behind its last byte.
     */
    public int quantityTo() {
        return quantityTo;
    }

    /**
     * The time.
     *
     * @return nanoseconds since 1970-01-01 UTC.
     */
    public long timeNanos() {
        return timeNanos;
    }

    /**
     * The exchange's number.
     *
     * @return the number, 0 for none.
     */
    public long tradeId() {
        return tradeId;
    }

    /**
     * Who took the initiative.
     *
     * @return as {@link io.windrow.buffers.Side#code()}.
     */
    public int sideCode() {
        return sideCode;
    }

    /**
     * Whether the line sums up several trades of one order. A recording may hold both kinds; a feed then keeps one of them.
     *
     * @return true for an aggregate.
     */
    public boolean isAggregated() {
        return aggregated;
    }

    /**
     * Why the line is skipped or bad.
     *
     * @return the reason, empty for a trade.
     */
    public String reason() {
        return reason;
    }
}
