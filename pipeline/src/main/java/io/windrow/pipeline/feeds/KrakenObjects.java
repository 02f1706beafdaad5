package io.windrow.pipeline.feeds;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.windrow.buffers.Side;
import java.util.Set;

/**
 * Makes rows of the messages of Kraken's websocket, version 2: {@code {"channel":…,"type":"snapshot" or "update","data":[…]}}. Amounts are
 * JSON numbers. Channels {@code trade}, {@code ticker} and {@code book}; the messages of version 1 that are objects, and answers to
 * requests, are of other streams.
 *
 * @see <a href="https://docs.kraken.com/exchange/api-reference/spot-websocket-v2/trade">Kraken: trade</a>
 * @see <a href="https://docs.kraken.com/exchange/api-reference/spot-websocket-v2/ticker">Kraken: ticker</a>
 * @see <a href="https://docs.kraken.com/exchange/api-reference/spot-websocket-v2/book">Kraken: book</a>
 */
final class KrakenObjects {

    private static final byte[] TRADE = "trade".getBytes(US_ASCII);
    private static final byte[] TICKER = "ticker".getBytes(US_ASCII);
    private static final byte[] BOOK = "book".getBytes(US_ASCII);
    private static final byte[] SNAPSHOT = "snapshot".getBytes(US_ASCII);

    private static final int CHANNEL = 0;
    private static final int TYPE = 1;
    private static final int DATA = 2;
    private static final int EVENT = 3;
    private static final int METHOD = 4;

    private final boolean trades;
    private final boolean quotes;
    private final boolean depth;
    private final ReasonTable otherStreams;
    private final JsonFields fields = new JsonFields("channel", "type", "data", "event", "method");
    private final JsonRows tradeRows = new Trades();
    private final JsonRows quoteRows = new Quotes();
    private final Books books = new Books();
    private JsonRows rows = tradeRows;
    private long arrivalNanos;
    private boolean whole;

    KrakenObjects(Set<FeedContent> chosen, ReasonTable otherStreams) {
        trades = chosen.contains(FeedContent.TRADES);
        quotes = chosen.contains(FeedContent.QUOTES);
        depth = chosen.contains(FeedContent.DEPTH);
        this.otherStreams = otherStreams;
    }

    void clear() {
        tradeRows.clear();
        quoteRows.clear();
        books.clear();
    }

    /** The next row of a message; null if there is none. */
    LineStatus next(RowFields into) {
        return rows.hasNext() ? rows.next(into) : books.next(into);
    }

    /** Reads the object that the cursor has entered, which is the whole text; an answer if it is not ours, or bad if it is no JSON. */
    LineStatus read(byte[] text, JsonCursor json, RowFields into) {
        fields.begin();
        for (int key = fields.next(text, json); key != JsonFields.COMPLETE; key = fields.next(text, json)) {
            if (key == JsonFields.BROKEN) {
                return LineStatus.BAD;
            }
            boolean names = key == CHANNEL || key == EVENT || key == METHOD;
            if (names && fields.isString(key) && !(key == CHANNEL && isOurs(text))) {
                return into.skipped(otherStreams.reason(text, fields.from(key), fields.to(key)));
            }
        }
        return json.next() == JsonCursor.END ? null : LineStatus.BAD;
    }

    LineStatus finish(byte[] text, int to, long arrival, RowFields into) {
        if (!fields.isString(CHANNEL)) {
            return into.skipped(Reasons.NO_EVENT);
        }
        if (fields.hasEscapedKey() || !fields.isArray(DATA)) {
            return into.bad(fields.hasEscapedKey() ? Reasons.ESCAPED_KEY : fields.missing(DATA));
        }
        arrivalNanos = arrival;
        whole = fields.is(TYPE, text, SNAPSHOT);
        if (fields.is(CHANNEL, text, BOOK)) {
            books.begin(text, fields.from(DATA), to);
        } else {
            rows = fields.is(CHANNEL, text, TRADE) ? tradeRows : quoteRows;
            rows.add(text, fields.from(DATA), to, 0);
        }
        LineStatus status = next(into);
        return status == null ? into.skipped(Reasons.NO_ROWS) : status;
    }

    private boolean isOurs(byte[] text) {
        return trades && fields.is(CHANNEL, text, TRADE) || quotes && fields.is(CHANNEL, text, TICKER)
            || depth && fields.is(CHANNEL, text, BOOK);
    }

    /** The time of an item, or of its message's arrival where it has none. */
    private long nanos(JsonFields item, int key, byte[] text) {
        long own = item.isoNanos(key, text);
        return own == Epochs.ABSENT ? arrivalNanos : own;
    }

    /** Of {@code trade}; the side is the taker's. */
    private static final class Trades extends ObjectRows {

        Trades() {
            super("symbol", "price", "qty", "side", "timestamp", "trade_id");
        }

        @Override
        LineStatus row(byte[] text, JsonFields item, RowFields into) {
            String fault = item.symbol(0, into);
            fault = fault == null ? item.amount(1, FeedColumn.PRICE, into) : fault;
            fault = fault == null ? item.amount(2, FeedColumn.QUANTITY, into) : fault;
            long nanos = item.isoNanos(4, text);
            long id = item.digits(5, text);
            fault = fault == null && nanos < 0 ? Epochs.reason(nanos) : fault;
            fault = fault == null && id < 0 ? Reasons.ID_NOT_A_NUMBER : fault;
            fault = fault == null && item.side(3, text) == Side.UNKNOWN.code() ? Reasons.SIDE_NEITHER : fault;
            into.setContent(FeedContent.TRADES);
            into.setTimeNanos(nanos);
            into.setTradeId(id);
            into.setSideCode(item.side(3, text));
            return fault == null ? LineStatus.ROW : into.bad(fault);
        }
    }

    /** Of {@code ticker}. */
    private final class Quotes extends ObjectRows {

        Quotes() {
            super("symbol", "bid", "bid_qty", "ask", "ask_qty", "timestamp");
        }

        @Override
        LineStatus row(byte[] text, JsonFields item, RowFields into) {
            String fault = quote(item, into);
            long nanos = nanos(item, 5, text);
            into.setTimeNanos(nanos);
            fault = fault == null && nanos < 0 ? Epochs.reason(nanos) : fault;
            return fault == null ? LineStatus.ROW : into.bad(fault);
        }
    }

    /** Of {@code book}: each object is the book of one symbol. */
    private final class Books extends EventRows {

        private final JsonFields item = new JsonFields("symbol", "bids", "asks", "timestamp");
        private final DepthRows levels = new Levels();

        @Override
        JsonRows open(byte[] text, int end, JsonCursor json, RowFields into) {
            item.begin();
            item.rest(text, json);
            String fault = item.hasEscapedKey() ? Reasons.ESCAPED_KEY : item.symbol(0, into);
            long nanos = nanos(item, 3, text);
            fault = fault == null && nanos < 0 ? Epochs.reason(nanos) : fault;
            fault = fault == null && !item.isArray(1) && !item.isArray(2) ? item.missing(1) : fault;
            if (fault != null) {
                into.bad(fault);
                return null;
            }
            levels.begin(into, nanos, 0, whole);
            for (int array = 1; array <= 2; array++) {
                if (item.isArray(array)) {
                    levels.add(text, item.from(array), end, array == 1 ? Side.BUY.code() : Side.SELL.code());
                }
            }
            return levels;
        }
    }

    /** Levels that are objects. */
    private static final class Levels extends DepthRows {

        private final JsonFields item = new JsonFields("price", "qty");

        @Override
        String level(byte[] text, int token, JsonCursor json, RowFields into) {
            item.begin();
            return token == JsonCursor.OBJECT && item.rest(text, json) ? amounts(item, 0, 1, into) : Reasons.LEVEL_SHAPE;
        }
    }
}
