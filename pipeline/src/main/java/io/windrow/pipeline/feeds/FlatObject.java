package io.windrow.pipeline.feeds;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * Reads a JSON object in the form in which exchanges write most events: keys of one letter, no spaces, no escapes, nothing nested. It
 * accepts less than JSON and nothing else, and is several times as fast as {@link JsonCursor}, which is left to read all other objects.
 */
final class FlatObject {

    /** Answer of {@link #read}: it is none, or no JSON at all. */
    static final int NOT_FLAT = -1;

    private static final byte[] TRUE_BYTES = "true".getBytes(US_ASCII);
    private static final byte[] FALSE_BYTES = "false".getBytes(US_ASCII);
    private static final long TRUE = Swar.word(Arrays.copyOf(TRUE_BYTES, Swar.LANES), 0);
    private static final long FALSE = Swar.word(Arrays.copyOf(FALSE_BYTES, Swar.LANES), 0);
    private static final long TRUE_MASK = 0xFFFF_FFFFL;
    private static final long FALSE_MASK = 0xFF_FFFF_FFFFL;
    /** {@code "x":}, with any letter. */
    private static final int KEY_BYTES = 4;
    private static final long KEY = '"' | '"' << 16 | (long) ':' << 24;
    private static final long KEY_MASK = 0xFFFF_00FFL;
    private static final int LETTERS = 128;
    private static final byte NO_FIELD = -1;

    private final JsonFields fields;
    private final byte[] fieldOf = new byte[LETTERS];
    private int valueFrom;
    private int valueTo;

    /** With what receives the values. */
    FlatObject(JsonFields fields) {
        this.fields = fields;
        byte[] letter = new byte[1];
        for (int i = 0; i < LETTERS; i++) {
            letter[0] = (byte) i;
            int field = fields.indexOf(letter, 0, 1);
            fieldOf[i] = field < 0 ? NO_FIELD : (byte) field;
        }
    }

    /** Reads the object at an index and returns the index behind it, or {@link #NOT_FLAT}; some values may have been noted then. */
    int read(byte[] text, int from, int to) {
        if (from >= to || text[from] != '{') {
            return NOT_FLAT;
        }
        int at = from + 1;
        while (at <= to - Swar.LANES) {
            long head = Swar.word(text, at);
            int letter = (int) (head >>> 8) & 0xFF;
            if ((head & KEY_MASK) != KEY || letter < 'A' || letter >= LETTERS || letter == '\\') {
                return NOT_FLAT;
            }
            int end = member(text, at + KEY_BYTES, to, fieldOf[letter]);
            if (end < 0 || end >= to) {
                return NOT_FLAT;
            }
            if (text[end] != ',') {
                return text[end] == '}' ? end + 1 : NOT_FLAT;
            }
            at = end + 1;
        }
        return NOT_FLAT;
    }

    private int member(byte[] text, int at, int to, int field) {
        byte first = text[at];
        int kind;
        int end;
        if (first == '"') {
            kind = JsonCursor.STRING;
            end = string(text, at + 1, to);
        } else if (first >= '0' && first <= '9') {
            kind = JsonCursor.NUMBER;
            end = integer(text, at, to);
        } else {
            kind = first == 't' ? JsonCursor.TRUE : JsonCursor.FALSE;
            end = word(text, at, to);
        }
        if (end > 0 && field != NO_FIELD) {
            fields.setPlain(field, kind, valueFrom, valueTo);
        }
        return end;
    }

    private int string(byte[] text, int from, int to) {
        int end = Swar.plainEnd(text, from, to);
        valueFrom = from;
        valueTo = end;
        return end < to && text[end] == '"' ? end + 1 : NOT_FLAT;
    }

    private int integer(byte[] text, int from, int to) {
        int i = from;
        long stops = 0;
        while (stops == 0 && i <= to - Swar.LANES) {
            stops = Swar.noDigits(Swar.word(text, i));
            i += stops == 0 ? Swar.LANES : Swar.firstLane(stops);
        }
        while (stops == 0 && i < to && text[i] >= '0' && text[i] <= '9') {
            i++;
        }
        valueFrom = from;
        valueTo = i;
        return text[from] == '0' && i > from + 1 ? NOT_FLAT : i;
    }

    private int word(byte[] text, int at, int to) {
        if (to - at < Swar.LANES) {
            return shortWord(text, at, to);
        }
        long word = Swar.word(text, at);
        valueFrom = at;
        valueTo = (word & TRUE_MASK) == TRUE ? at + 4 : (word & FALSE_MASK) == FALSE ? at + 5 : NOT_FLAT;
        return valueTo;
    }

    /** The last member's value ends close to the text's end, where no eight bytes are left. */
    private int shortWord(byte[] text, int at, int to) {
        valueFrom = at;
        valueTo = Swar.begins(text, at, to, TRUE_BYTES) ? at + 4 : Swar.begins(text, at, to, FALSE_BYTES) ? at + 5 : NOT_FLAT;
        return valueTo;
    }
}
