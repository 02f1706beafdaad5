package io.windrow.metrics.http;

/**
 * Writes JSON into a {@link ByteText}: commas by itself, numbers exact, nothing allocated. For one thread at a time.
 *
 * <p>It trusts its caller with the order of names, values and ends; depth is at most {@value #DEEPEST}.
 */
final class JsonText {

    private static final int DEEPEST = 63;
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private final ByteText text;
    /** One bit a level, set when something stands in it already. */
    private long started;
    /** One bit a level, set when it is a list. */
    private long lists;
    private int depth;

    JsonText(ByteText text) {
        this.text = text;
    }

    /** Forgets what an answer that failed half-way left open. */
    JsonText begin() {
        started = 0;
        lists = 0;
        depth = 0;
        return open('{', 0);
    }

    JsonText end() {
        boolean list = (lists & 1L << depth) != 0;
        text.write(list ? ']' : '}');
        depth--;
        return this;
    }

    /** An object in a list. */
    JsonText object() {
        comma();
        return open('{', 0);
    }

    JsonText object(String name) {
        name(name);
        return open('{', 0);
    }

    JsonText list(String name) {
        name(name);
        return open('[', 1);
    }

    JsonText string(String name, CharSequence value) {
        name(name);
        return quoted(value);
    }

    JsonText number(String name, long value) {
        name(name);
        text.number(value);
        return this;
    }

    /** A number, left out if it is negative: not known. */
    JsonText known(String name, long value) {
        return value < 0 ? this : number(name, value);
    }

    JsonText seconds(String name, long nanos) {
        name(name);
        text.seconds(nanos);
        return this;
    }

    /** Seconds, left out if they are negative: not known. */
    JsonText knownSeconds(String name, long nanos) {
        return nanos < 0 ? this : seconds(name, nanos);
    }

    /** A number, left out if it is not finite: not known. */
    JsonText knownDecimal(String name, double value) {
        if (Double.isFinite(value)) {
            name(name);
            text.decimal(value);
        }
        return this;
    }

    JsonText bool(String name, boolean value) {
        name(name);
        text.ascii(value ? "true" : "false");
        return this;
    }

    JsonText time(String name, long epochNanos) {
        name(name);
        text.write('"');
        UtcTime.write(text, epochNanos);
        text.write('"');
        return this;
    }

    /** A number in a list. */
    JsonText number(long value) {
        comma();
        text.number(value);
        return this;
    }

    /** Seconds in a list. */
    JsonText seconds(long nanos) {
        comma();
        text.seconds(nanos);
        return this;
    }

    /** What is not known, in a list. */
    JsonText unknown() {
        comma();
        text.ascii("null");
        return this;
    }

    private JsonText open(char bracket, long list) {
        if (depth == DEEPEST) {
            throw new IllegalStateException("JSON is at most this deep: depth=" + DEEPEST);
        }
        text.write(bracket);
        depth++;
        started &= ~(1L << depth);
        lists = lists & ~(1L << depth) | list << depth;
        return this;
    }

    private void name(CharSequence name) {
        comma();
        quoted(name);
        text.write(':');
    }

    private void comma() {
        if ((started & 1L << depth) != 0) {
            text.write(',');
        }
        started |= 1L << depth;
    }

    private JsonText quoted(CharSequence value) {
        text.write('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.write('\\');
                text.write(c);
            } else if (c < ' ') {
                text.ascii("\\u00");
                text.write(HEX[c >> 4]);
                text.write(HEX[c & 15]);
            } else {
                i += text.character(value, i);
            }
        }
        text.write('"');
        return this;
    }
}
