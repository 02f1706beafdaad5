package io.windrow.pipeline.feeds;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Set;

/**
 * Makes rows of the messages of Kraken's websocket, version 1: {@code [channel id, data…, channel name, pair]}. A {@code trade} is
 * {@code [price, volume, time, side, order type, miscellaneous]}, a {@code spread} {@code [bid, ask, time, bid volume, ask volume]}, of a
 * {@code ticker} the first and the last of {@code "a":[price, whole lots, volume]} and of {@code "b"} count. A whole book has the keys
 * {@code as} and {@code bs}, changes of it {@code a} and {@code b}, in one object or two, with levels
 * {@code [price, volume, time, …]}; its time is the latest of its levels.
 *
 * @see <a href="https://docs.kraken.com/websockets">Kraken: websockets API 1.9</a>
 */
final class KrakenArrays {

    private static final byte[] TRADE = "trade".getBytes(US_ASCII);
    private static final byte[] SPREAD = "spread".getBytes(US_ASCII);
    private static final byte[] TICKER = "ticker".getBytes(US_ASCII);
    private static final byte[] BOOK = "book-".getBytes(US_ASCII);

    private final boolean trades;
    private final boolean quotes;
    private final boolean depth;
    private final ReasonTable otherStreams;
    private final JsonItems items = new JsonItems();
    private final KrakenBook book = new KrakenBook();
    private final KrakenTrades tradeRows = new KrakenTrades();
    private final JsonFields ticker = new JsonFields("a", "b");
    private final JsonCursor data = new JsonCursor();

    KrakenArrays(Set<FeedContent> chosen, ReasonTable otherStreams) {
        trades = chosen.contains(FeedContent.TRADES);
        quotes = chosen.contains(FeedContent.QUOTES);
        depth = chosen.contains(FeedContent.DEPTH);
        this.otherStreams = otherStreams;
    }

    void clear() {
        tradeRows.clear();
        book.clear();
    }

    /** The next row of a message; null if there is none. */
    LineStatus next(RowFields into) {
        return tradeRows.hasNext() ? tradeRows.next(into) : book.next(into);
    }

    /** Notes the items of the array that the cursor has entered; false if the text is no JSON. */
    boolean read(JsonCursor json) {
        return items.read(json);
    }

    LineStatus finish(byte[] text, int to, long arrivalNanos, RowFields into) {
        int name = items.count() - 2;
        if (name < 2 || !items.isString(name) || !items.isString(name + 1)) {
            return into.skipped(Reasons.NO_EVENT);
        }
        boolean spread = items.is(name, text, SPREAD);
        boolean isQuote = spread || items.is(name, text, TICKER);
        boolean isTrade = items.is(name, text, TRADE);
        boolean isBook = items.begins(name, text, BOOK);
        if (!(isTrade && trades || isQuote && quotes || isBook && depth)) {
            return into.skipped(otherStreams.reason(text, items.from(name), items.to(name)));
        }
        String fault = items.symbol(name + 1, into);
        if (fault != null) {
            return into.bad(fault);
        }
        if (isBook) {
            return book.begin(text, to, items, into);
        }
        if (isTrade) {
            return tradeRows.begin(text, to, items, into);
        }
        fault = spread ? spread(text, to, into) : ticker(text, to, arrivalNanos, into);
        return fault == null ? LineStatus.ROW : into.bad(fault);
    }

    private String spread(byte[] text, int to, RowFields into) {
        if (items.kind(1) != JsonCursor.ARRAY) {
            return Reasons.ROW_SHAPE;
        }
        data.wrap(text, items.from(1), to);
        data.next();
        boolean prices = JsonItems.amount(data, FeedColumn.BID, into) && JsonItems.amount(data, FeedColumn.ASK, into);
        long nanos = JsonItems.seconds(text, data);
        if (!prices || !JsonItems.amount(data, FeedColumn.BID_SIZE, into) || !JsonItems.amount(data, FeedColumn.ASK_SIZE, into)) {
            return Reasons.ROW_SHAPE;
        }
        return quote(nanos, into);
    }

    private String ticker(byte[] text, int to, long arrivalNanos, RowFields into) {
        if (items.kind(1) != JsonCursor.OBJECT) {
            return Reasons.ROW_SHAPE;
        }
        data.wrap(text, items.from(1), to);
        data.next();
        ticker.begin();
        ticker.rest(text, data);
        if (ticker.hasEscapedKey() || !ticker.isArray(0) || !ticker.isArray(1)) {
            return ticker.hasEscapedKey() ? Reasons.ESCAPED_KEY : ticker.missing(ticker.isArray(0) ? 1 : 0);
        }
        boolean whole = side(text, ticker.from(0), to, FeedColumn.ASK, FeedColumn.ASK_SIZE, into)
            && side(text, ticker.from(1), to, FeedColumn.BID, FeedColumn.BID_SIZE, into);
        return whole ? quote(arrivalNanos, into) : Reasons.ROW_SHAPE;
    }

    /** Price, whole lots, which are passed over, and volume. */
    private boolean side(byte[] text, int from, int to, FeedColumn price, FeedColumn size, RowFields into) {
        data.wrap(text, from, to);
        data.next();
        return JsonItems.amount(data, price, into) && data.skip(data.next()) && JsonItems.amount(data, size, into);
    }

    private static String quote(long nanos, RowFields into) {
        into.setContent(FeedContent.QUOTES);
        into.setTimeNanos(nanos);
        return nanos < 0 ? Epochs.reason(nanos) : null;
    }
}
