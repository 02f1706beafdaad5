package io.windrow.pipeline.feeds;

import io.windrow.buffers.Side;

/** Makes rows of the fields of Binance's messages, whose order does not matter, and says what is missing. */
final class BinanceRows {

    private final PairRows depth = new PairRows();

    PairRows depth() {
        return depth;
    }

    /** A {@code trade} or {@code aggTrade}. */
    static LineStatus trade(byte[] text, JsonFields fields, boolean aggregate, RowFields into) {
        String fault = tradeFault(fields, aggregate, into);
        if (fault != null) {
            return into.bad(fault);
        }
        long nanos = Epochs.nanos(text, fields.from(BinanceFields.TIME), fields.to(BinanceFields.TIME));
        if (nanos < 0) {
            return into.bad(Epochs.reason(nanos));
        }
        int idField = aggregate ? BinanceFields.A : BinanceFields.TRADE_ID;
        long id = Epochs.digits(text, fields.from(idField), fields.to(idField));
        if (id < 0) {
            return into.bad(Reasons.ID_NOT_A_NUMBER);
        }
        into.setContent(FeedContent.TRADES);
        into.setAggregated(aggregate);
        into.setTimeNanos(nanos);
        into.setTradeId(id);
        // When the buyer's order was resting, it was the seller who came to it.
        into.setSideCode(fields.kind(BinanceFields.MAKER) == JsonCursor.TRUE ? Side.SELL.code() : Side.BUY.code());
        return LineStatus.ROW;
    }

    private static String tradeFault(JsonFields fields, boolean aggregate, RowFields into) {
        String fault = fields.symbol(BinanceFields.SYMBOL, into);
        fault = fault == null ? fields.amount(BinanceFields.PRICE, FeedColumn.PRICE, into) : fault;
        fault = fault == null ? fields.amount(BinanceFields.QUANTITY, FeedColumn.QUANTITY, into) : fault;
        if (fault != null) {
            return fault;
        }
        if (!fields.isNumber(BinanceFields.TIME)) {
            return fields.missing(BinanceFields.TIME);
        }
        int maker = fields.kind(BinanceFields.MAKER);
        if (maker != JsonCursor.TRUE && maker != JsonCursor.FALSE) {
            return fields.missing(BinanceFields.MAKER);
        }
        int idField = aggregate ? BinanceFields.A : BinanceFields.TRADE_ID;
        return fields.isNumber(idField) ? null : fields.missing(idField);
    }

    /** A {@code bookTicker}; spot's has no time, so that the time of its arrival counts. */
    static LineStatus quote(byte[] text, JsonFields fields, long arrivalNanos, RowFields into) {
        String fault = fields.symbol(BinanceFields.SYMBOL, into);
        fault = fault == null ? fields.amount(BinanceFields.B, FeedColumn.BID, into) : fault;
        fault = fault == null ? fields.amount(BinanceFields.BID_SIZE, FeedColumn.BID_SIZE, into) : fault;
        fault = fault == null ? fields.amount(BinanceFields.A, FeedColumn.ASK, into) : fault;
        fault = fault == null ? fields.amount(BinanceFields.ASK_SIZE, FeedColumn.ASK_SIZE, into) : fault;
        if (fault != null) {
            return into.bad(fault);
        }
        long own = BinanceFields.nanos(text, fields);
        long nanos = own == Epochs.ABSENT ? arrivalNanos : own;
        if (nanos < 0) {
            return into.bad(Epochs.reason(nanos));
        }
        into.setContent(FeedContent.QUOTES);
        into.setTimeNanos(nanos);
        return LineStatus.ROW;
    }

    /** Begins the levels of a {@code depthUpdate}. */
    LineStatus update(byte[] text, int to, JsonFields fields, RowFields into) {
        String fault = fields.symbol(BinanceFields.SYMBOL, into);
        if (fault != null) {
            return into.bad(fault);
        }
        return levels(text, to, fields, BinanceFields.nanos(text, fields), BinanceFields.UPDATE_ID, into);
    }

    /** Begins the levels of a partial book, which names a symbol and a time only where futures are traded. */
    LineStatus book(byte[] text, int to, JsonFields fields, long arrivalNanos, RowFields into) {
        if (fields.kind(BinanceFields.BOOK_SYMBOL) != 0) {
            String fault = fields.symbol(BinanceFields.BOOK_SYMBOL, into);
            if (fault != null) {
                return into.bad(fault);
            }
        }
        long own = BinanceFields.nanos(text, fields);
        return levels(text, to, fields, own == Epochs.ABSENT ? arrivalNanos : own, BinanceFields.BOOK_UPDATE_ID, into);
    }

    private LineStatus levels(byte[] text, int to, JsonFields fields, long nanos, int idField, RowFields into) {
        boolean whole = idField == BinanceFields.BOOK_UPDATE_ID;
        int bids = whole ? BinanceFields.BIDS : BinanceFields.B;
        int asks = whole ? BinanceFields.ASKS : BinanceFields.A;
        if (!fields.isArray(bids) || !fields.isArray(asks)) {
            return into.bad(fields.missing(fields.isArray(bids) ? asks : bids));
        }
        if (!fields.isNumber(idField)) {
            return into.bad(fields.missing(idField));
        }
        long id = Epochs.digits(text, fields.from(idField), fields.to(idField));
        if (nanos < 0 || id < 0) {
            return into.bad(nanos < 0 ? Epochs.reason(nanos) : Reasons.ID_NOT_A_NUMBER);
        }
        depth.begin(into, nanos, id, whole);
        depth.add(text, fields.from(bids), to, Side.BUY.code());
        depth.add(text, fields.from(asks), to, Side.SELL.code());
        return depth.hasNext() ? depth.next(into) : into.skipped(Reasons.NO_ROWS);
    }
}
