package io.windrow.pipeline.feeds;

/**
 * Walks over one JSON text, token by token, forward only, without making anything. It accepts what RFC 8259 accepts, up to 64
 * levels deep, and stays on {@link #ERROR} from the first byte that does not belong. Bytes of 0x80 and above are let through within
 * strings unchecked.
 *
 * <p>Our own, because a parser from a library makes objects for each line, and a recording has hundreds of lines per millisecond of
 * reading.
 */
final class JsonCursor {

    static final int ERROR = -1;
    static final int END = 0;
    static final int OBJECT = 1;
    static final int OBJECT_END = 2;
    static final int ARRAY = 3;
    static final int ARRAY_END = 4;
    static final int KEY = 5;
    static final int STRING = 6;
    static final int NUMBER = 7;
    static final int TRUE = 8;
    static final int FALSE = 9;
    static final int NULL = 10;

    private static final int MAX_DEPTH = 64;
    private static final int HEX_DIGITS = 4;

    private static final int EXPECT_VALUE = 0;
    private static final int EXPECT_ITEM_OR_END = 1;
    private static final int EXPECT_KEY_OR_END = 2;
    private static final int EXPECT_COMMA_OR_END = 3;
    private static final int DONE = 4;
    private static final int FAILED = 5;

    private byte[] text;
    private int at;
    private int to;
    private int state;
    private int depth;
    /** One bit per level, the innermost lowest: set for an object, clear for an array. */
    private long objects;
    private int tokenFrom;
    private int tokenTo;
    private boolean escaped;
    private int failedAt;

    /** Starts on the text from its first byte to the one before {@code end}. */
    void wrap(byte[] bytes, int start, int end) {
        text = bytes;
        at = start;
        to = end;
        state = EXPECT_VALUE;
        depth = 0;
        objects = 0;
    }

    /** First byte of the last key, string (its quotes left out), number or word, and of an object or array that has just begun. */
    int from() {
        return tokenFrom;
    }

    /** Behind the last byte of it. */
    int to() {
        return tokenTo;
    }

    /** Whether the last key or string holds an escape, so that its bytes are not its text. */
    boolean isEscaped() {
        return escaped;
    }

    /** Where the text stopped being JSON: index of the first byte that does not belong, or of the end. */
    int failedAt() {
        return failedAt;
    }

    /** How many objects and arrays are open. */
    int depth() {
        return depth;
    }

    /** Moves to the next token and returns its kind. */
    int next() {
        skipSpace();
        if (at == to) {
            return state == DONE ? END : fail();
        }
        return switch (state) {
            case EXPECT_VALUE -> value();
            case EXPECT_ITEM_OR_END -> text[at] == ']' ? close(ARRAY_END) : value();
            case EXPECT_KEY_OR_END -> text[at] == '}' ? close(OBJECT_END) : key();
            case EXPECT_COMMA_OR_END -> commaOrEnd();
            default -> fail();
        };
    }

    /** Moves behind the value that follows a key, or the rest of the one that {@code token} has just begun. */
    boolean skip(int token) {
        if (token == OBJECT || token == ARRAY) {
            int outside = depth - 1;
            while (depth > outside) {
                if (next() == ERROR) {
                    return false;
                }
            }
        }
        return token != ERROR;
    }

    private int commaOrEnd() {
        boolean inObject = (objects & 1) != 0;
        byte b = text[at];
        if (b == ',') {
            at++;
            skipSpace();
            return inObject ? key() : value();
        }
        if (b == (inObject ? '}' : ']')) {
            return close(inObject ? OBJECT_END : ARRAY_END);
        }
        return fail();
    }

    private int value() {
        if (at == to) {
            return fail();
        }
        return switch (text[at]) {
            case '"' -> string() ? valueRead(STRING) : fail();
            case '{' -> open(OBJECT, EXPECT_KEY_OR_END);
            case '[' -> open(ARRAY, EXPECT_ITEM_OR_END);
            case 't' -> word("true", TRUE);
            case 'f' -> word("false", FALSE);
            case 'n' -> word("null", NULL);
            default -> number() ? valueRead(NUMBER) : fail();
        };
    }

    private int valueRead(int kind) {
        state = depth == 0 ? DONE : EXPECT_COMMA_OR_END;
        return kind;
    }

    private int open(int kind, int next) {
        if (depth == MAX_DEPTH) {
            return fail();
        }
        objects = objects << 1 | (kind == OBJECT ? 1 : 0);
        depth++;
        tokenFrom = at;
        at++;
        state = next;
        return kind;
    }

    private int close(int kind) {
        objects >>>= 1;
        depth--;
        at++;
        return valueRead(kind);
    }

    private int key() {
        if (at == to || text[at] != '"' || !string()) {
            return fail();
        }
        skipSpace();
        if (at == to || text[at] != ':') {
            return fail();
        }
        at++;
        state = EXPECT_VALUE;
        return KEY;
    }

    private int word(String word, int kind) {
        int length = word.length();
        if (to - at < length) {
            return fail();
        }
        for (int i = 1; i < length; i++) {
            if (text[at + i] != word.charAt(i)) {
                return fail();
            }
        }
        tokenFrom = at;
        at += length;
        tokenTo = at;
        return valueRead(kind);
    }

    private boolean string() {
        byte[] bytes = text;
        int end = to;
        tokenFrom = at + 1;
        escaped = false;
        for (int i = Swar.plainEnd(bytes, at + 1, end); i < end; i++) {
            byte b = bytes[i];
            if (b == '"') {
                tokenTo = i;
                at = i + 1;
                return true;
            }
            if (b == '\\') {
                int length = escape(i + 1);
                if (length == 0) {
                    return false;
                }
                escaped = true;
                i += length;
            } else if (b >= 0 && b < ' ') {
                return false;
            }
        }
        return false;
    }

    /** Length of the escape behind a backslash, 0 if it is none. */
    private int escape(int start) {
        if (start >= to) {
            return 0;
        }
        return switch (text[start]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> 1;
            case 'u' -> isHex(start + 1) ? 1 + HEX_DIGITS : 0;
            default -> 0;
        };
    }

    private boolean isHex(int start) {
        if (to - start < HEX_DIGITS) {
            return false;
        }
        for (int i = start; i < start + HEX_DIGITS; i++) {
            if (Character.digit(text[i], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean number() {
        tokenFrom = at;
        int i = at < to && text[at] == '-' ? at + 1 : at;
        int whole = digitsEnd(i);
        boolean valid = whole > i && (text[i] != '0' || whole == i + 1);
        i = whole;
        if (valid && i < to && text[i] == '.') {
            int fraction = digitsEnd(i + 1);
            valid = fraction > i + 1;
            i = fraction;
        }
        if (valid && i < to && (text[i] | 0x20) == 'e') {
            i += i + 1 < to && (text[i + 1] == '+' || text[i + 1] == '-') ? 2 : 1;
            int exponent = digitsEnd(i);
            valid = exponent > i;
            i = exponent;
        }
        at = i;
        tokenTo = i;
        return valid;
    }

    private int digitsEnd(int start) {
        int i = start;
        while (i < to && text[i] >= '0' && text[i] <= '9') {
            i++;
        }
        return i;
    }

    private void skipSpace() {
        while (at < to && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r' || text[at] == '\n')) {
            at++;
        }
    }

    private int fail() {
        failedAt = state == FAILED ? failedAt : at;
        state = FAILED;
        at = to;
        return ERROR;
    }
}
