package io.windrow.pipeline.feeds;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Set;

/**
 * Messages of Binance's websocket: {@code trade} and {@code aggTrade} events, {@code bookTicker} as quotes, {@code depthUpdate} and partial
 * books as depth, and closed candles of {@code kline}; bare or within {@code {"stream":…,"data":{…}}}, keys in any order. Times are the
 * exchange's: the transaction's, {@code T}, where there is one, else the event's, {@code E}. Spot writes none into {@code bookTicker} and
 * partial books; there the time of arrival counts. A partial book of spot names no symbol either, so that it is the file's or the caller's;
 * within a stream of several symbols it is bad.
 *
 * <p>A message of another stream is left at the key that says so and not read further: what is not ours is not judged.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/web-socket-streams">Binance: web socket streams</a>
 */
final class BinanceWsDecoder extends WsDecoder {

    private static final byte[] TRADE = "trade".getBytes(US_ASCII);
    private static final byte[] AGGREGATE = "aggTrade".getBytes(US_ASCII);
    private static final byte[] BOOK_TICKER = "bookTicker".getBytes(US_ASCII);
    private static final byte[] DEPTH_UPDATE = "depthUpdate".getBytes(US_ASCII);
    private static final byte[] KLINE = "kline".getBytes(US_ASCII);
    private static final byte[] STREAM_PREFIX = "{\"stream\":\"".getBytes(US_ASCII);
    private static final byte[] DATA_PREFIX = "\",\"data\":".getBytes(US_ASCII);

    /** What the event type says. */
    private enum Event { TRADE, AGGREGATE, QUOTE, DEPTH, BOOK, CANDLE, OTHER }

    private final boolean trades;
    private final boolean quotes;
    private final boolean depth;
    private final boolean candles;
    private final ReasonTable otherStreams = new ReasonTable(Reasons.OTHER_STREAM);
    private final JsonFields outer = BinanceFields.create();
    private final JsonFields inner = BinanceFields.create();
    private final FlatObject flat = new FlatObject(outer);
    private final BinanceCandle candle = new BinanceCandle();
    private final BinanceRows rows = new BinanceRows();
    /** The fields of the event: those of {@code data} if there is one. */
    private JsonFields event;
    /** Among which fields {@link #candle} was. */
    private JsonFields candleOf;
    private int streamFrom;
    private int streamTo;

    BinanceWsDecoder(Set<FeedContent> chosen) {
        trades = chosen.contains(FeedContent.TRADES);
        quotes = chosen.contains(FeedContent.QUOTES);
        depth = chosen.contains(FeedContent.DEPTH);
        candles = chosen.contains(FeedContent.CANDLES);
    }

    @Override
    LineStatus message(byte[] text, int from, int to, RowFields into) {
        rows.depth().clear();
        begin();
        if (isFlat(text, from, to)) {
            return finish(text, to, into);
        }
        if (isOther(text)) {
            return otherEvent(text, into);
        }
        begin();
        LineStatus status = enterObject(text, from, to, into);
        status = status == null ? object(outer, text, into) : status;
        if (status != null) {
            return status;
        }
        return json.next() == JsonCursor.END ? finish(text, to, into) : notJson(into);
    }

    @Override
    public LineStatus more(RowFields into) {
        return rows.depth().hasNext() ? rows.depth().next(into) : null;
    }

    private void begin() {
        outer.begin();
        event = outer;
        candleOf = null;
        streamTo = 0;
    }

    /** Reads the message if it is in the form in which most come; what it has noted of another is right as far as it goes. */
    private boolean isFlat(byte[] text, int from, int to) {
        boolean enclosed = Swar.begins(text, from, to, STREAM_PREFIX);
        int at = enclosed ? dataOf(text, from + STREAM_PREFIX.length, to) : from;
        int end = flat.read(text, at, to);
        return enclosed ? end == to - 1 && text[end] == '}' : end == to;
    }

    /** Where the value of {@code data} begins, behind a stream's name; {@code to} if it does not follow at once. */
    private int dataOf(byte[] text, int from, int to) {
        int quote = Swar.plainEnd(text, from, to);
        if (!Swar.begins(text, quote, to, DATA_PREFIX)) {
            return to;
        }
        streamFrom = from;
        streamTo = quote;
        return quote + DATA_PREFIX.length;
    }

    /** Reads the object that the cursor has entered, to its end; an answer if that ends the message. */
    private LineStatus object(JsonFields fields, byte[] text, RowFields into) {
        for (int key = fields.next(text, json); key != JsonFields.COMPLETE; key = fields.next(text, json)) {
            LineStatus status = key == JsonFields.BROKEN ? notJson(into) : onField(fields, key, text, into);
            if (status != null) {
                return status;
            }
        }
        return null;
    }

    private LineStatus onField(JsonFields fields, int key, byte[] text, RowFields into) {
        if (key == BinanceFields.EVENT && isOther(text)) {
            return otherEvent(text, into);
        }
        boolean isObject = fields.kind(key) == JsonCursor.OBJECT;
        if (key == BinanceFields.KLINE && isObject) {
            candleOf = fields;
            return candle.read(text, json) ? null : notJson(into);
        }
        if (key == BinanceFields.DATA && isObject && fields == outer) {
            inner.begin();
            event = inner;
            return object(inner, text, into);
        }
        if (key == BinanceFields.STREAM && fields.isString(key) && fields == outer) {
            streamFrom = fields.from(key);
            streamTo = fields.to(key);
        }
        return null;
    }

    private LineStatus finish(byte[] text, int to, RowFields into) {
        Event kind = event.isString(BinanceFields.EVENT) ? eventOf(text) : eventByShape(text);
        if (kind == Event.OTHER) {
            return event.isString(BinanceFields.EVENT) ? otherEvent(text, into) : withoutEvent(text, into);
        }
        if (outer.hasEscapedKey() || event.hasEscapedKey() || candleOf != null && candle.hasEscapedKey()) {
            return into.bad(Reasons.ESCAPED_KEY);
        }
        return switch (kind) {
            case TRADE, AGGREGATE -> BinanceRows.trade(text, event, kind == Event.AGGREGATE, into);
            case QUOTE -> BinanceRows.quote(text, event, arrivalNanos(text), into);
            case DEPTH -> rows.update(text, to, event, into);
            case BOOK -> streamTo > 0 && event.kind(BinanceFields.BOOK_SYMBOL) == 0 ? into.bad(Reasons.STREAM_SYMBOL)
                : rows.book(text, to, event, arrivalNanos(text), into);
            default -> candleOf == event ? candle.finish(text, event, into) : into.bad(event.missing(BinanceFields.KLINE));
        };
    }

    private boolean isOther(byte[] text) {
        return event.isString(BinanceFields.EVENT) && eventOf(text) == Event.OTHER;
    }

    private LineStatus otherEvent(byte[] text, RowFields into) {
        return into.skipped(otherStreams.reason(text, event.from(BinanceFields.EVENT), event.to(BinanceFields.EVENT)));
    }

    private Event eventOf(byte[] text) {
        return eventOf(text, event.from(BinanceFields.EVENT), event.to(BinanceFields.EVENT));
    }

    /** What is not to be taken is another event, as one that is not known. */
    private Event eventOf(byte[] text, int from, int to) {
        return switch (to - from) {
            case 5 -> trades && equal(text, from, to, TRADE) ? Event.TRADE
                : candles && equal(text, from, to, KLINE) ? Event.CANDLE : Event.OTHER;
            case 8 -> trades && equal(text, from, to, AGGREGATE) ? Event.AGGREGATE : Event.OTHER;
            case 10 -> quotes && equal(text, from, to, BOOK_TICKER) ? Event.QUOTE : Event.OTHER;
            case 11 -> depth && equal(text, from, to, DEPTH_UPDATE) ? Event.DEPTH : Event.OTHER;
            default -> Event.OTHER;
        };
    }

    /** Partial books and spot's quotes have no event type. */
    private Event eventByShape(byte[] text) {
        if (depth && event.kind(BinanceFields.BOOK_UPDATE_ID) != 0) {
            return Event.BOOK;
        }
        boolean named = streamTo > 0 && eventOf(text, nameFrom(text), streamTo) == Event.QUOTE;
        boolean bare = streamTo == 0 && event.kind(BinanceFields.UPDATE_ID) != 0 && event.kind(BinanceFields.BID_SIZE) != 0
            && event.kind(BinanceFields.ASK_SIZE) != 0;
        return quotes && (named || bare) ? Event.QUOTE : Event.OTHER;
    }

    /** Where no event type says what it is, the stream's name has to tell. */
    private LineStatus withoutEvent(byte[] text, RowFields into) {
        if (streamTo == 0) {
            return into.skipped(Reasons.NO_EVENT);
        }
        int from = nameFrom(text);
        return eventOf(text, from, streamTo) == Event.OTHER
            ? into.skipped(otherStreams.reason(text, from, streamTo)) : into.bad(Reasons.NO_EVENT_FIELD);
    }

    /** Behind the symbol in the stream's name. */
    private int nameFrom(byte[] text) {
        int at = streamFrom;
        while (at < streamTo && text[at] != '@') {
            at++;
        }
        return at == streamTo ? streamFrom : at + 1;
    }

    private static boolean equal(byte[] text, int from, int to, byte[] name) {
        return to - from == name.length && Swar.begins(text, from, to, name);
    }
}
