package io.windrow.pipeline.feeds;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Set;

/**
 * Messages of Coinbase's two feeds, told by their keys: the Exchange feed, whose messages have a {@code type}, and the Advanced Trade feed,
 * whose messages have a {@code channel} and {@code events}. Trades are {@code match}, {@code last_match} and {@code market_trades};
 * quotes {@code ticker}; depth {@code snapshot}, {@code l2update} and {@code l2_data}. A message of another type or channel is left at the
 * key that says so.
 *
 * <p>Times are the exchange's, ISO 8601: the trade's, and for quotes and depth the message's; where it has none, as the snapshots of the
 * Exchange feed once had none, the time of its arrival counts. Symbols are kept as written, {@code BTC-USD}.
 *
 * @see <a href="https://docs.cdp.coinbase.com/exchange/websocket-feed/channels">Coinbase Exchange: channels</a>
 * @see <a href="https://docs.cdp.coinbase.com/coinbase-app/advanced-trade-apis/websocket/websocket-channels">Advanced Trade: channels</a>
 */
final class CoinbaseWsDecoder extends WsDecoder {

    private static final byte[] MATCH = "match".getBytes(US_ASCII);
    private static final byte[] LAST_MATCH = "last_match".getBytes(US_ASCII);
    private static final byte[] MARKET_TRADES = "market_trades".getBytes(US_ASCII);
    private static final byte[] TICKER = "ticker".getBytes(US_ASCII);
    private static final byte[] SNAPSHOT = "snapshot".getBytes(US_ASCII);
    private static final byte[] L2_UPDATE = "l2update".getBytes(US_ASCII);
    private static final byte[] L2_DATA = "l2_data".getBytes(US_ASCII);

    private final boolean trades;
    private final boolean quotes;
    private final boolean depth;
    private final ReasonTable otherStreams = new ReasonTable(Reasons.OTHER_STREAM);
    private final JsonFields fields = CoinbaseExchange.fields();
    private final CoinbaseExchange exchange = new CoinbaseExchange(fields);
    private final CoinbaseAdvanced advanced = new CoinbaseAdvanced();

    CoinbaseWsDecoder(Set<FeedContent> chosen) {
        trades = chosen.contains(FeedContent.TRADES);
        quotes = chosen.contains(FeedContent.QUOTES);
        depth = chosen.contains(FeedContent.DEPTH);
    }

    @Override
    LineStatus message(byte[] text, int from, int to, RowFields into) {
        exchange.clear();
        advanced.clear();
        fields.begin();
        LineStatus status = enterObject(text, from, to, into);
        if (status != null) {
            return status;
        }
        for (int key = fields.next(text, json); key != JsonFields.COMPLETE; key = fields.next(text, json)) {
            if (key == JsonFields.BROKEN) {
                return notJson(into);
            }
            if ((key == CoinbaseExchange.TYPE || key == CoinbaseExchange.CHANNEL) && fields.isString(key) && isOther(text, key)) {
                return into.skipped(otherStreams.reason(text, fields.from(key), fields.to(key)));
            }
        }
        return json.next() == JsonCursor.END ? finish(text, to, into) : notJson(into);
    }

    @Override
    public LineStatus more(RowFields into) {
        LineStatus status = exchange.next(into);
        return status == null ? advanced.next(into) : status;
    }

    private LineStatus finish(byte[] text, int to, RowFields into) {
        if (fields.hasEscapedKey()) {
            return into.bad(Reasons.ESCAPED_KEY);
        }
        if (fields.isString(CoinbaseExchange.CHANNEL)) {
            return advanced(text, to, into);
        }
        if (!fields.isString(CoinbaseExchange.TYPE)) {
            return into.skipped(Reasons.NO_EVENT);
        }
        return switch (contentOf(text, CoinbaseExchange.TYPE)) {
            case TRADES -> exchange.trade(text, into);
            case QUOTES -> exchange.quote(text, arrivalNanos(text), into);
            default -> exchange.depth(text, to, fields.is(CoinbaseExchange.TYPE, text, SNAPSHOT), arrivalNanos(text), into);
        };
    }

    private LineStatus advanced(byte[] text, int to, RowFields into) {
        if (!fields.isArray(CoinbaseExchange.EVENTS)) {
            return into.bad(fields.missing(CoinbaseExchange.EVENTS));
        }
        long own = fields.isoNanos(CoinbaseExchange.TIMESTAMP, text);
        long nanos = own == Epochs.ABSENT ? arrivalNanos(text) : own;
        advanced.begin(text, fields.from(CoinbaseExchange.EVENTS), to, contentOf(text, CoinbaseExchange.CHANNEL), nanos);
        LineStatus status = advanced.next(into);
        return status == null ? into.skipped(Reasons.NO_ROWS) : status;
    }

    private boolean isOther(byte[] text, int key) {
        return contentOf(text, key) == null;
    }

    /** What a message of that type, or of that channel, holds; null if it is not to be taken. */
    private FeedContent contentOf(byte[] text, int key) {
        int from = fields.from(key);
        int to = fields.to(key);
        boolean channel = key == CoinbaseExchange.CHANNEL;
        if (channel ? equal(text, from, to, MARKET_TRADES) : equal(text, from, to, MATCH) || equal(text, from, to, LAST_MATCH)) {
            return trades ? FeedContent.TRADES : null;
        }
        if (channel ? equal(text, from, to, L2_DATA) : equal(text, from, to, L2_UPDATE) || equal(text, from, to, SNAPSHOT)) {
            return depth ? FeedContent.DEPTH : null;
        }
        return quotes && equal(text, from, to, TICKER) ? FeedContent.QUOTES : null;
    }

    private static boolean equal(byte[] text, int from, int to, byte[] name) {
        return to - from == name.length && Arrays.equals(text, from, to, name, 0, name.length);
    }
}
