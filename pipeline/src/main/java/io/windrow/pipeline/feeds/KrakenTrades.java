package io.windrow.pipeline.feeds;

import io.windrow.buffers.Side;

/** The trades of a message of Kraken's version 1, {@code [price, volume, time, side, order type, miscellaneous]} each. */
final class KrakenTrades extends JsonRows {

    private int symbolFrom;
    private int symbolTo;

    /** Begins the trades and gives the first. */
    LineStatus begin(byte[] text, int to, JsonItems items, RowFields into) {
        if (items.kind(1) != JsonCursor.ARRAY) {
            return into.bad(Reasons.ROW_SHAPE);
        }
        symbolFrom = into.from(FeedColumn.SYMBOL);
        symbolTo = into.to(FeedColumn.SYMBOL);
        add(text, items.from(1), to, 0);
        return hasNext() ? next(into) : into.skipped(Reasons.NO_ROWS);
    }

    @Override
    LineStatus row(byte[] text, int token, JsonCursor json, int tag, RowFields into) {
        boolean amounts = token == JsonCursor.ARRAY && JsonItems.amount(json, FeedColumn.PRICE, into)
            && JsonItems.amount(json, FeedColumn.QUANTITY, into);
        if (!amounts) {
            return into.bad(Reasons.ROW_SHAPE);
        }
        long nanos = JsonItems.seconds(text, json);
        if (nanos < 0) {
            return into.bad(Epochs.reason(nanos));
        }
        int side = json.next() == JsonCursor.STRING ? Sides.of(text, json.from(), json.to()) : Side.UNKNOWN.code();
        if (side == Side.UNKNOWN.code()) {
            return into.bad(Reasons.SIDE_NEITHER);
        }
        into.setContent(FeedContent.TRADES);
        into.set(FeedColumn.SYMBOL, symbolFrom, symbolTo);
        into.setTimeNanos(nanos);
        into.setSideCode(side);
        return LineStatus.ROW;
    }
}
