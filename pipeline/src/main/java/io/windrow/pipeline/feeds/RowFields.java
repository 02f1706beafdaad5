package io.windrow.pipeline.feeds;

/**
 * The parts of one decoded row, to be used again for the next. Symbol and amounts are ranges in the line's own text, because only
 * the instrument says at which scale they are to be read.
 */
public final class RowFields {

    private final int[] starts = new int[FeedColumn.values().length];
    private final int[] ends = new int[starts.length];
    /** The amounts that the decoder has read on its way, as {@link QuickAmount#packed()}. */
    private final long[] amounts = new long[starts.length];
    /** A bit for each column that was set. */
    private int present;
    /** A bit for each column that was read. */
    private int read;
    private FeedContent content;
    private int depthFlags;
    private long timeNanos;
    private long tradeId;
    private int sideCode;
    private boolean aggregated;
    private int faultAt;
    private String reason = "";

    /** Creates empty fields. */
    public RowFields() {
        // As clear() leaves them.
    }

    /** Empties the fields, before the next line. */
    public void clear() {
        present = 0;
        read = 0;
        content = null;
        depthFlags = 0;
        timeNanos = 0;
        tradeId = 0;
        sideCode = 0;
        aggregated = false;
        reason = "";
    }

    /**
     * Sets what the row is. Every row has to say it.
     *
     * @param kind of the row.
     */
    public void setContent(FeedContent kind) {
        content = kind;
    }

    /**
     * Sets where in its message a level of the book stands.
     *
     * @param flags sum of {@link MarketListener#DEPTH_FIRST}, {@link MarketListener#DEPTH_LAST} and
     *              {@link MarketListener#DEPTH_SNAPSHOT}.
     */
    public void setDepthFlags(int flags) {
        depthFlags = flags;
    }

    /**
     * Sets where a symbol, a time or an amount stands.
     *
     * @param column what it is.
     * @param from   its first byte.
     * @param to     behind its last byte; equal to {@code from} where the line leaves it empty.
     */
    public void set(FeedColumn column, int from, int to) {
        starts[column.ordinal()] = from;
        ends[column.ordinal()] = to;
        present |= 1 << column.ordinal();
    }

    /** Sets where an amount stands, and what it is: {@code amount} has read it, from there. */
    void set(FeedColumn column, int from, int to, QuickAmount amount) {
        int index = column.ordinal();
        starts[index] = from;
        ends[index] = to;
        amounts[index] = amount.packed();
        present |= 1 << index;
        read |= 1 << index;
    }

    /** The mantissa of an amount that was read, by the column's number; negative if it is not known or does not fit the scale. */
    long mantissa(int index, int scale) {
        long amount = amounts[index];
        boolean isKnown = (read & 1 << index) != 0;
        return isKnown ? Mantissas.scaled(QuickAmount.digits(amount), scale - QuickAmount.decimals(amount)) : -1;
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
     * Sets the exchange's number of a trade, or of the update that a level of the book comes with.
     *
     * @param id the number, 0 for none.
     */
    public void setTradeId(long id) {
        tradeId = id;
    }

    /**
     * Sets who took the initiative to a trade, or the side of a level of the book, to buy for a bid.
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
        return badAt(why, -1);
    }

    /**
     * Notes why the line is bad, and where it went wrong.
     *
     * @param why   one of few texts: a constant, or from a bounded table.
     * @param index of the byte in the text, -1 where it is not known.
     * @return {@link LineStatus#BAD}.
     */
    public LineStatus badAt(String why, int index) {
        reason = why;
        faultAt = index;
        return LineStatus.BAD;
    }

    /**
     * What the row is.
     *
     * @return the content; null if the line is no row.
     */
    public FeedContent content() {
        return content;
    }

    /**
     * Where in its message a level of the book stands.
     *
     * @return sum of {@link MarketListener#DEPTH_FIRST}, {@link MarketListener#DEPTH_LAST} and {@link MarketListener#DEPTH_SNAPSHOT}.
     */
    public int depthFlags() {
        return depthFlags;
    }

    /**
     * Whether a symbol or an amount was set.
     *
     * @param column what it is.
     * @return true if it was, even if it is empty.
     */
    public boolean has(FeedColumn column) {
        return (present & 1 << column.ordinal()) != 0;
    }

    /**
     * Start of a symbol or an amount that was set.
     *
     * @param column what it is.
     * @return index of its first byte.
     */
    public int from(FeedColumn column) {
        return starts[column.ordinal()];
    }

    /**
     * End of a symbol or an amount that was set.
     *
     * @param column what it is.
     * @return index behind its last byte.
     */
    public int to(FeedColumn column) {
        return ends[column.ordinal()];
    }

    /**
     * Whether the line names a symbol.
     *
     * @return true if it does, and the name is not empty.
     */
    public boolean hasSymbol() {
        return has(FeedColumn.SYMBOL) && to(FeedColumn.SYMBOL) > from(FeedColumn.SYMBOL);
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
     * The exchange's number of a trade, or of the update that a level of the book comes with.
     *
     * @return the number, 0 for none.
     */
    public long tradeId() {
        return tradeId;
    }

    /**
     * Who took the initiative to a trade, or the side of a level of the book, to buy for a bid.
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
     * Where in the text the line went wrong.
     *
     * @return index of the byte, -1 where it is not known.
     */
    public int faultAt() {
        return faultAt;
    }

    /**
     * Why the line is skipped or bad.
     *
     * @return the reason, empty for a row.
     */
    public String reason() {
        return reason;
    }
}
