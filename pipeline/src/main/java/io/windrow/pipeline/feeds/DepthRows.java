package io.windrow.pipeline.feeds;

import io.windrow.buffers.Side;

/** The levels of one change of an order book, or of a whole one: what they have in common, and in which order they stand. */
abstract class DepthRows extends JsonRows {

    private int symbolFrom;
    private int symbolTo;
    private long timeNanos;
    private long updateId;
    private int snapshot;
    private boolean begun;
    private boolean firstTaken;

    /** Finds side, price and quantity of one level, or says what is wrong with it; null if nothing. */
    abstract String level(byte[] text, int token, JsonCursor json, RowFields into);

    /** Begins a message. The symbol is a row's that has it, or none where the message names none. */
    final void begin(RowFields symbol, long nanos, long id, boolean whole) {
        clear();
        symbolFrom = symbol.hasSymbol() ? symbol.from(FeedColumn.SYMBOL) : 0;
        symbolTo = symbol.hasSymbol() ? symbol.to(FeedColumn.SYMBOL) : 0;
        timeNanos = nanos;
        updateId = id;
        snapshot = whole ? MarketListener.DEPTH_SNAPSHOT : 0;
        begun = false;
        firstTaken = false;
    }

    @Override
    final LineStatus row(byte[] text, int token, JsonCursor json, int side, RowFields into) {
        into.setContent(FeedContent.DEPTH);
        into.setTimeNanos(timeNanos);
        into.setTradeId(updateId);
        into.setSideCode(side);
        if (symbolTo > 0) {
            into.set(FeedColumn.SYMBOL, symbolFrom, symbolTo);
        }
        String fault = level(text, token, json, into);
        if (fault != null) {
            return into.bad(fault);
        }
        return into.sideCode() == Side.UNKNOWN.code() ? into.bad(Reasons.LEVEL_SIDE) : LineStatus.ROW;
    }

    @Override
    final LineStatus next(RowFields into) {
        // First is the first that was taken: a book is not to be mixed with the one before because its top level was bad.
        firstTaken |= begun && into.reason().isEmpty();
        begun = true;
        LineStatus status = super.next(into);
        into.setDepthFlags(snapshot | (firstTaken ? 0 : MarketListener.DEPTH_FIRST) | (hasNext() ? 0 : MarketListener.DEPTH_LAST));
        return status;
    }

    /** Reads a level written {@code [price, quantity, …]}; the cursor has passed what precedes the price. */
    static String amounts(JsonCursor json, RowFields into) {
        boolean both = JsonItems.amount(json, FeedColumn.PRICE, into) && JsonItems.amount(json, FeedColumn.QUANTITY, into);
        return both ? null : Reasons.LEVEL_SHAPE;
    }

    /** Reads a level that is an object with price and quantity. */
    static String amounts(JsonFields item, int price, int quantity, RowFields into) {
        if (item.hasEscapedKey()) {
            return Reasons.ESCAPED_KEY;
        }
        String fault = item.amount(price, FeedColumn.PRICE, into);
        return fault == null ? item.amount(quantity, FeedColumn.QUANTITY, into) : fault;
    }
}
