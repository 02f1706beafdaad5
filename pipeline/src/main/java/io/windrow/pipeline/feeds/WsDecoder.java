package io.windrow.pipeline.feeds;

/**
 * Recorded or live websocket messages, one JSON text each. A line may begin with the recorder's own time, {@code 1723161254087896568 {…}}
 * or {@code 1626992741.06217: {…}}; it counts only for messages that hold no time themselves.
 *
 * <p>A message is checked to its end before its first row is given: of one that was cut off, nothing is taken.
 */
abstract class WsDecoder implements LineDecoder {

    final JsonCursor json = new JsonCursor();
    private long givenNanos;
    private long arrivalNanos;
    private int stampFrom;
    private int stampTo;

    /** Decodes one message up to its first row; there is at least a byte of it. */
    abstract LineStatus message(byte[] text, int from, int to, RowFields into);

    @Override
    public final void receivedAt(long nanos) {
        givenNanos = nanos;
    }

    @Override
    public final LineStatus decode(byte[] text, int from, int to, RowFields into) {
        into.clear();
        arrivalNanos = givenNanos;
        givenNanos = 0;
        int start = messageStart(text, from, to);
        if (start == to) {
            return to == from ? into.skipped(Reasons.BLANK) : into.bad(Reasons.NOT_JSON);
        }
        return message(text, start, to, into);
    }

    /** Enters the object that a message is; an answer if it is none. */
    final LineStatus enterObject(byte[] text, int from, int to, RowFields into) {
        json.wrap(text, from, to);
        int token = json.next();
        if (token == JsonCursor.OBJECT) {
            return null;
        }
        return json.skip(token) && json.next() == JsonCursor.END ? into.skipped(Reasons.NO_EVENT) : notJson(into);
    }

    /** The message is no JSON, as the cursor has found. */
    final LineStatus notJson(RowFields into) {
        return into.badAt(Reasons.NOT_JSON, json.failedAt());
    }

    /** When the message came: as the caller said, else as the line begins; or a negative code for {@link Epochs#reason}. */
    final long arrivalNanos(byte[] text) {
        if (arrivalNanos > 0) {
            return arrivalNanos;
        }
        return stampTo == stampFrom ? Epochs.ABSENT : Epochs.stamp(text, stampFrom, stampTo);
    }

    /** Behind the recorder's time and the space after it; {@code to} if there is nothing but a time, or no space after it. */
    private int messageStart(byte[] text, int from, int to) {
        stampFrom = skipSpace(text, from, to);
        int i = stampFrom;
        while (i < to && (text[i] >= '0' && text[i] <= '9' || text[i] == '.')) {
            i++;
        }
        stampTo = i;
        if (i == stampFrom) {
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
}
