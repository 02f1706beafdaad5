package io.windrow.pipeline.feeds;

import io.windrow.buffers.Side;

/**
 * Makes rows of the messages of Coinbase's Exchange feed. The {@code side} of a match is that of the maker's order, so the taker's is the
 * opposite; changes of the book come as {@code ["buy", price, size]}.
 *
 * @see <a href="https://docs.cdp.coinbase.com/exchange/websocket-feed/channels">Coinbase Exchange: channels</a>
 */
final class CoinbaseExchange {

    static final int TYPE = 0;
    static final int CHANNEL = 1;
    static final int EVENTS = 2;
    static final int TIMESTAMP = 3;

    private static final int SYMBOL = 4;
    private static final int TIME = 5;
    private static final int PRICE = 6;
    private static final int SIZE = 7;
    private static final int SIDE = 8;
    private static final int TRADE_ID = 9;
    private static final int BID = 10;
    private static final int ASK = 11;
    private static final int BID_SIZE = 12;
    private static final int ASK_SIZE = 13;
    private static final int BIDS = 14;
    private static final int ASKS = 15;
    private static final int CHANGES = 16;

    private final JsonFields fields;
    private final PairRows levels = new PairRows();
    private final DepthRows changes = new Changes();

    CoinbaseExchange(JsonFields fields) {
        this.fields = fields;
    }

    /** The keys of both feeds. */
    static JsonFields fields() {
        return new JsonFields("type", "channel", "events", "timestamp", "product_id", "time", "price", "size", "side", "trade_id",
            "best_bid", "best_ask", "best_bid_size", "best_ask_size", "bids", "asks", "changes");
    }

    void clear() {
        levels.clear();
        changes.clear();
    }

    /** The next level of a message; null if there is none. */
    LineStatus next(RowFields into) {
        return levels.hasNext() ? levels.next(into) : changes.hasNext() ? changes.next(into) : null;
    }

    LineStatus trade(byte[] text, RowFields into) {
        String fault = fields.symbol(SYMBOL, into);
        fault = fault == null ? fields.amount(PRICE, FeedColumn.PRICE, into) : fault;
        fault = fault == null ? fields.amount(SIZE, FeedColumn.QUANTITY, into) : fault;
        if (fault != null) {
            return into.bad(fault);
        }
        return CoinbaseAdvanced.trade(fields.isoNanos(TIME, text), fields.side(SIDE, text), fields.digits(TRADE_ID, text), into);
    }

    LineStatus quote(byte[] text, long arrivalNanos, RowFields into) {
        String fault = fields.symbol(SYMBOL, into);
        fault = fault == null ? fields.amount(BID, FeedColumn.BID, into) : fault;
        fault = fault == null ? fields.amount(ASK, FeedColumn.ASK, into) : fault;
        // Recordings from before 2022 have no sizes.
        if (fault == null && fields.kind(BID_SIZE) != 0 && fields.kind(ASK_SIZE) != 0) {
            fault = fields.amount(BID_SIZE, FeedColumn.BID_SIZE, into);
            fault = fault == null ? fields.amount(ASK_SIZE, FeedColumn.ASK_SIZE, into) : fault;
        }
        long nanos = nanos(text, arrivalNanos);
        if (fault != null || nanos < 0) {
            return into.bad(fault != null ? fault : Epochs.reason(nanos));
        }
        into.setContent(FeedContent.QUOTES);
        into.setTimeNanos(nanos);
        return LineStatus.ROW;
    }

    /** Begins a whole book or changes of it. */
    LineStatus depth(byte[] text, int to, boolean whole, long arrivalNanos, RowFields into) {
        String fault = fields.symbol(SYMBOL, into);
        int missing = !whole ? CHANGES : fields.isArray(BIDS) ? ASKS : BIDS;
        if (fault == null && !fields.isArray(missing)) {
            fault = fields.missing(missing);
        }
        long nanos = nanos(text, arrivalNanos);
        if (fault != null || nanos < 0) {
            return into.bad(fault != null ? fault : Epochs.reason(nanos));
        }
        DepthRows rows = whole ? levels : changes;
        rows.begin(into, nanos, 0, whole);
        rows.add(text, fields.from(whole ? BIDS : CHANGES), to, whole ? Side.BUY.code() : Side.UNKNOWN.code());
        if (whole) {
            rows.add(text, fields.from(ASKS), to, Side.SELL.code());
        }
        return rows.hasNext() ? rows.next(into) : into.skipped(Reasons.NO_ROWS);
    }

    private long nanos(byte[] text, long arrivalNanos) {
        long own = fields.isoNanos(TIME, text);
        return own == Epochs.ABSENT ? arrivalNanos : own;
    }

    /** Levels that name their side themselves. */
    private static final class Changes extends DepthRows {

        @Override
        String level(byte[] text, int token, JsonCursor json, RowFields into) {
            if (token != JsonCursor.ARRAY || json.next() != JsonCursor.STRING) {
                return Reasons.LEVEL_SHAPE;
            }
            into.setSideCode(Sides.of(text, json.from(), json.to()));
            return amounts(json, into);
        }
    }
}
