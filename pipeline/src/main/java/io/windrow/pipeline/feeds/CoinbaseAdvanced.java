package io.windrow.pipeline.feeds;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.windrow.buffers.Side;

/**
 * Makes rows of the events of Coinbase's Advanced Trade feed. As in the Exchange feed the {@code side} of a trade is that of the maker's
 * order, so the taker's is the opposite. The book's sides are {@code bid} and {@code offer}.
 *
 * @see <a href="https://docs.cdp.coinbase.com/coinbase-app/advanced-trade-apis/websocket/websocket-channels">Advanced Trade: channels</a>
 * @see <a href="https://nautilustrader.io/docs/rust-api-latest/nautilus_coinbase/http/parse/fn.coinbase_side_to_aggressor.html">Nautilus,
 *      which reads the side in the same way</a>
 */
final class CoinbaseAdvanced extends EventRows {

    private static final byte[] SNAPSHOT = "snapshot".getBytes(US_ASCII);

    private static final int TYPE = 0;
    private static final int SYMBOL = 1;
    private static final int TRADES = 2;
    private static final int TICKERS = 3;
    private static final int UPDATES = 4;

    private final JsonFields event = new JsonFields("type", "product_id", "trades", "tickers", "updates");
    private final JsonRows trades = new Trades();
    private final JsonRows tickers = new Tickers();
    private final DepthRows updates = new Updates();
    private FeedContent content;
    private long nanos;

    /** Begins the events of a message, with the time that the message has. */
    void begin(byte[] message, int from, int to, FeedContent events, long messageNanos) {
        content = events;
        nanos = messageNanos;
        begin(message, from, to);
    }

    @Override
    JsonRows open(byte[] text, int end, JsonCursor json, RowFields into) {
        event.begin();
        event.rest(text, json);
        int array = content == FeedContent.TRADES ? TRADES : content == FeedContent.QUOTES ? TICKERS : UPDATES;
        String fault = event.isArray(array) ? null : event.missing(array);
        fault = fault == null && array == UPDATES ? event.symbol(SYMBOL, into) : fault;
        fault = fault == null && event.hasEscapedKey() ? Reasons.ESCAPED_KEY : fault;
        if (fault != null || array != TRADES && nanos < 0) {
            into.bad(fault != null ? fault : Epochs.reason(nanos));
            return null;
        }
        JsonRows rows = array == TRADES ? trades : array == TICKERS ? tickers : updates;
        rows.clear();
        if (array == UPDATES) {
            updates.begin(into, nanos, 0, event.is(TYPE, text, SNAPSHOT));
        }
        rows.add(text, event.from(array), end, Side.UNKNOWN.code());
        return rows;
    }

    /** Completes a trade of either feed: the maker's side, and error codes of time and number. */
    static LineStatus trade(long nanos, int makerSide, long id, RowFields into) {
        if (nanos < 0 || id < 0) {
            return into.bad(nanos < 0 ? Epochs.reason(nanos) : Reasons.ID_NOT_A_NUMBER);
        }
        if (makerSide == Side.UNKNOWN.code()) {
            return into.bad(Reasons.SIDE_NEITHER);
        }
        into.setContent(FeedContent.TRADES);
        into.setTimeNanos(nanos);
        into.setTradeId(id);
        // Who made the price was resting: the other one came to it.
        into.setSideCode(makerSide == Side.BUY.code() ? Side.SELL.code() : Side.BUY.code());
        return LineStatus.ROW;
    }

    /** Of {@code market_trades}. */
    private static final class Trades extends ObjectRows {

        Trades() {
            super("product_id", "price", "size", "side", "time", "trade_id");
        }

        @Override
        LineStatus row(byte[] text, JsonFields item, RowFields into) {
            String fault = item.symbol(0, into);
            fault = fault == null ? item.amount(1, FeedColumn.PRICE, into) : fault;
            fault = fault == null ? item.amount(2, FeedColumn.QUANTITY, into) : fault;
            return fault != null ? into.bad(fault) : trade(item.isoNanos(4, text), item.side(3, text), item.digits(5, text), into);
        }
    }

    /** Of {@code ticker}, whose time is that of the message. */
    private final class Tickers extends ObjectRows {

        Tickers() {
            super("product_id", "best_bid", "best_bid_quantity", "best_ask", "best_ask_quantity");
        }

        @Override
        LineStatus row(byte[] text, JsonFields item, RowFields into) {
            String fault = quote(item, into);
            into.setTimeNanos(nanos);
            return fault != null ? into.bad(fault) : LineStatus.ROW;
        }
    }

    /** Of {@code l2_data}. */
    private static final class Updates extends DepthRows {

        private final JsonFields item = new JsonFields("side", "price_level", "new_quantity");

        @Override
        String level(byte[] text, int token, JsonCursor json, RowFields into) {
            item.begin();
            if (token != JsonCursor.OBJECT || !item.rest(text, json)) {
                return Reasons.LEVEL_SHAPE;
            }
            into.setSideCode(item.side(0, text));
            return amounts(item, 1, 2, into);
        }
    }
}
