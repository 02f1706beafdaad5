package io.windrow.pipeline.feeds;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.windrow.buffers.Side;
import java.util.Arrays;

/**
 * The values of those keys of a JSON object that are of interest, wherever in the object they stand; the last counts where a key comes
 * twice. A value is a range in the text. To be used again for the next object.
 */
final class JsonFields {

    /** Answer of {@link #next}: the object is complete. */
    static final int COMPLETE = -1;
    /** Answer of {@link #next}: the text is no JSON. */
    static final int BROKEN = -2;

    private static final int MAX_SYMBOL_BYTES = 64;
    private static final int OTHER = -3;
    private static final int SLOTS = 128;

    private final byte[][] names;
    private final String[] missing;
    /** Number of the key by {@link #slot}, or by the next that is free. */
    private final byte[] slots = new byte[SLOTS];
    private final byte[] kinds;
    private final int[] starts;
    private final int[] ends;
    private int escapes;
    private int openDepth;
    private boolean escapedKey;

    /** With the names of the keys, at most 32; each is from then on known by its place in this list. */
    JsonFields(String... keys) {
        names = new byte[keys.length][];
        Arrays.fill(slots, (byte) OTHER);
        missing = new String[keys.length];
        for (int i = 0; i < keys.length; i++) {
            names[i] = keys[i].getBytes(US_ASCII);
            missing[i] = "missing field: " + keys[i];
            place(i);
        }
        kinds = new byte[keys.length];
        starts = new int[keys.length];
        ends = new int[keys.length];
    }

    /** Forgets all values, before an object. */
    void begin() {
        Arrays.fill(kinds, (byte) 0);
        escapes = 0;
        openDepth = Integer.MAX_VALUE;
        escapedKey = false;
    }

    /**
     * Moves to the next of the keys within the object whose beginning the cursor has passed, and notes its value. An object or array may
     * then be read with the same cursor, to its end; else it is passed over by the next call.
     *
     * @return the key's number, {@link #COMPLETE} or {@link #BROKEN}.
     */
    int next(byte[] text, JsonCursor json) {
        int key;
        do {
            while (json.depth() >= openDepth) {
                if (json.next() == JsonCursor.ERROR) {
                    return BROKEN;
                }
            }
            openDepth = Integer.MAX_VALUE;
            int token = json.next();
            if (token != JsonCursor.KEY) {
                return token == JsonCursor.OBJECT_END ? COMPLETE : BROKEN;
            }
            escapedKey |= json.isEscaped();
            key = indexOf(text, json.from(), json.to());
            if (!value(json, key)) {
                return BROKEN;
            }
        } while (key == OTHER);
        return key;
    }

    /** Reads the object to its end; false if the text is no JSON. */
    boolean rest(byte[] text, JsonCursor json) {
        int key = next(text, json);
        while (key >= 0) {
            key = next(text, json);
        }
        return key == COMPLETE;
    }

    private boolean value(JsonCursor json, int key) {
        int token = json.next();
        if (token == JsonCursor.OBJECT || token == JsonCursor.ARRAY) {
            openDepth = json.depth();
        }
        if (key != OTHER && token != JsonCursor.ERROR) {
            setPlain(key, token, json.from(), json.to());
            int bit = 1 << key;
            escapes = token == JsonCursor.STRING && json.isEscaped() ? escapes | bit : escapes & ~bit;
        }
        return token != JsonCursor.ERROR;
    }

    /** Notes a value; in an object of which all values are noted in this way there is no escape. */
    void setPlain(int key, int kind, int from, int to) {
        kinds[key] = (byte) kind;
        starts[key] = from;
        ends[key] = to;
    }

    /** Number of the key of a name, negative if it is none of them. */
    int indexOf(byte[] text, int from, int to) {
        if (to == from) {
            return OTHER;
        }
        int slot = slot(text, from, to - from);
        while (slots[slot] != OTHER) {
            byte[] name = names[slots[slot]];
            if (name.length == to - from && Swar.begins(text, from, to, name)) {
                return slots[slot];
            }
            slot = slot + 1 & SLOTS - 1;
        }
        return OTHER;
    }

    private static int slot(byte[] text, int from, int length) {
        return (text[from] * 31 + text[from + (length >> 1)]) * 31 + text[from + length - 1] + length & SLOTS - 1;
    }

    private void place(int key) {
        int slot = slot(names[key], 0, names[key].length);
        while (slots[slot] != OTHER) {
            slot = slot + 1 & SLOTS - 1;
        }
        slots[slot] = (byte) key;
    }

    /** Kind of the value, a token of {@link JsonCursor}; 0 if the key was not met. */
    int kind(int key) {
        return kinds[key];
    }

    boolean isString(int key) {
        return kinds[key] == JsonCursor.STRING;
    }

    boolean isNumber(int key) {
        return kinds[key] == JsonCursor.NUMBER;
    }

    boolean isArray(int key) {
        return kinds[key] == JsonCursor.ARRAY;
    }

    /** First byte of the value; of a string, behind its quote. */
    int from(int key) {
        return starts[key];
    }

    /** Behind the last byte of the value; undefined for objects and arrays. */
    int to(int key) {
        return ends[key];
    }

    /** Whether one of the keys was written with an escape, so that it may be one that was not found. */
    boolean hasEscapedKey() {
        return escapedKey;
    }

    /** Whether the value is the text. */
    boolean is(int key, byte[] text, byte[] value) {
        return isString(key) && ends[key] - starts[key] == value.length
            && Arrays.equals(text, starts[key], ends[key], value, 0, value.length);
    }

    /** The reason for a row that lacks the key. */
    String missing(int key) {
        return missing[key];
    }

    /** Hands on where the symbol stands, or says what is wrong with it. */
    String symbol(int key, RowFields into) {
        int length = ends[key] - starts[key];
        if (!isString(key) || length == 0) {
            return missing[key];
        }
        if ((escapes & 1 << key) != 0 || length > MAX_SYMBOL_BYTES) {
            return length > MAX_SYMBOL_BYTES ? Reasons.LONG_SYMBOL : Reasons.ESCAPED_SYMBOL;
        }
        into.set(FeedColumn.SYMBOL, starts[key], ends[key]);
        return null;
    }

    /** The time written as ISO 8601, or a negative code for {@link Epochs#reason}. */
    long isoNanos(int key, byte[] text) {
        if (!isString(key)) {
            return kinds[key] == 0 ? Epochs.ABSENT : Epochs.NOT_ISO;
        }
        return IsoTime.nanos(text, starts[key], ends[key]);
    }

    /** The side, as its code; unknown if it is none. */
    int side(int key, byte[] text) {
        return isString(key) ? Sides.of(text, starts[key], ends[key]) : Side.UNKNOWN.code();
    }

    /** The number, a string of digits or a number, or a negative code. */
    long digits(int key, byte[] text) {
        return isString(key) || isNumber(key) ? Epochs.digits(text, starts[key], ends[key]) : Epochs.ABSENT;
    }

    /** Hands on where an amount stands, which is a string or a number, or says that there is none. */
    String amount(int key, FeedColumn column, RowFields into) {
        if (!isString(key) && !isNumber(key)) {
            return missing[key];
        }
        into.set(column, starts[key], ends[key]);
        return null;
    }
}
