package io.windrow.pipeline.feeds;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * Recorded messages of Binance's websocket: {@code trade} and {@code aggTrade} events, bare or within
 * {@code {"stream":…,"data":{…}}}, keys in any order. A line may begin with the recorder's own time,
 * {@code 1723161254087896568 {…}} or {@code 1626992741.06217: {…}}, which is left out: the trade's time is the exchange's, {@code T}.
 *
 * <p>A message of another stream is left at the key that says so and not read further: what is not ours is not judged.
 */
final class BinanceWsDecoder implements LineDecoder {

    private static final byte[] DATA = "data".getBytes(US_ASCII);
    private static final byte[] STREAM = "stream".getBytes(US_ASCII);
    private static final byte[] TRADE = "trade".getBytes(US_ASCII);
    private static final byte[] AGGREGATE = "aggTrade".getBytes(US_ASCII);

    /** What the event type says. */
    private enum Event { NONE, TRADE, AGGREGATE, OTHER }

    private final JsonCursor json = new JsonCursor();
    private final BinanceTrade trade = new BinanceTrade();
    private final ReasonTable otherStreams = new ReasonTable(Reasons.OTHER_STREAM);

    private Event event = Event.NONE;
    private int streamFrom;
    private int streamTo;

    @Override
    public LineStatus decode(byte[] text, int from, int to, RowFields into) {
        into.clear();
        trade.clear();
        event = Event.NONE;
        streamFrom = 0;
        streamTo = 0;
        int start = messageStart(text, from, to);
        if (start == to) {
            return to == from ? into.skipped(Reasons.BLANK) : into.bad(Reasons.NOT_JSON);
        }
        json.wrap(text, start, to);
        for (int token = json.next(); token != JsonCursor.END; token = json.next()) {
            if (token == JsonCursor.ERROR || token == JsonCursor.KEY && !onKey(text, into)) {
                return into.bad(Reasons.NOT_JSON);
            }
            if (event == Event.OTHER) {
                return into.skipped(otherStreams.reason(text, json.from(), json.to()));
            }
        }
        return event == Event.NONE ? withoutEvent(text, into) : trade.finish(text, event == Event.AGGREGATE, into);
    }

    /** Behind the recorder's time and the space after it; {@code to} if there is nothing but a time, or no space after it. */
    private static int messageStart(byte[] text, int from, int to) {
        int time = skipSpace(text, from, to);
        int i = time;
        while (i < to && (text[i] >= '0' && text[i] <= '9' || text[i] == '.')) {
            i++;
        }
        if (i == time) {
            return i;
        }
        if (i < to && text[i] == ':') {
            i++;
        }
        int start = skipSpace(text, i, to);
        return start == i ? to : start;
    }

    private static int skipSpace(byte[] text, int from, int to) {
        int i = from;
        while (i < to && (text[i] == ' ' || text[i] == '\t')) {
            i++;
        }
        return i;
    }

    /** Reads the value of the key just met; false if there is no value. */
    private boolean onKey(byte[] text, RowFields into) {
        int from = json.from();
        int to = json.to();
        int token = json.next();
        if (to - from == 1) {
            onField(text, text[from], token, into);
        } else if (token == JsonCursor.OBJECT && equal(text, from, to, DATA)) {
            // The event itself: its keys are met next, one level down.
            return true;
        } else if (token == JsonCursor.STRING && equal(text, from, to, STREAM)) {
            streamFrom = json.from();
            streamTo = json.to();
        }
        return json.skip(token);
    }

    private void onField(byte[] text, byte key, int token, RowFields into) {
        if (key == 'e' && token == JsonCursor.STRING) {
            event = eventOf(text, json.from(), json.to());
        } else {
            trade.onField(key, token, json, into);
        }
    }

    private static Event eventOf(byte[] text, int from, int to) {
        return equal(text, from, to, TRADE) ? Event.TRADE : equal(text, from, to, AGGREGATE) ? Event.AGGREGATE : Event.OTHER;
    }

    /** Spot's bookTicker has no event type; then the stream's name has to tell. */
    private LineStatus withoutEvent(byte[] text, RowFields into) {
        if (streamTo == 0) {
            return into.skipped(Reasons.NO_EVENT);
        }
        int at = streamFrom;
        while (at < streamTo && text[at] != '@') {
            at++;
        }
        int from = at == streamTo ? streamFrom : at + 1;
        return eventOf(text, from, streamTo) == Event.OTHER
            ? into.skipped(otherStreams.reason(text, from, streamTo)) : into.bad(Reasons.NO_EVENT_FIELD);
    }

    private static boolean equal(byte[] text, int from, int to, byte[] name) {
        return to - from == name.length && Arrays.equals(text, from, to, name, 0, name.length);
    }
}
