package io.windrow.pipeline.feeds;

import java.util.Arrays;

/** The items of a JSON array that says by their places what they are, and readers for such arrays. To be used again for the next array. */
final class JsonItems {

    /** An array with more is none of those that are known. */
    static final int MAX_ITEMS = 6;

    private static final int MAX_SYMBOL_BYTES = 64;

    private final int[] kinds = new int[MAX_ITEMS];
    private final int[] starts = new int[MAX_ITEMS];
    private final int[] ends = new int[MAX_ITEMS];
    private int count;
    private boolean lastEscaped;

    /** Notes the items of the array that the cursor has entered, which is the whole text; false if the text is no JSON. */
    boolean read(JsonCursor json) {
        int found = 0;
        for (int token = json.next(); token != JsonCursor.ARRAY_END; token = json.next()) {
            int at = Math.min(found++, MAX_ITEMS - 1);
            kinds[at] = token;
            starts[at] = json.from();
            ends[at] = json.to();
            lastEscaped = token == JsonCursor.STRING && json.isEscaped();
            if (!json.skip(token)) {
                return false;
            }
        }
        count = found > MAX_ITEMS ? 0 : found;
        return json.next() == JsonCursor.END;
    }

    /** How many there are; 0 for more than {@link #MAX_ITEMS}. */
    int count() {
        return count;
    }

    int kind(int item) {
        return kinds[item];
    }

    boolean isString(int item) {
        return kinds[item] == JsonCursor.STRING;
    }

    int from(int item) {
        return starts[item];
    }

    int to(int item) {
        return ends[item];
    }

    boolean is(int item, byte[] text, byte[] value) {
        return ends[item] - starts[item] == value.length && begins(item, text, value);
    }

    boolean begins(int item, byte[] text, byte[] value) {
        return ends[item] - starts[item] >= value.length
            && Arrays.equals(text, starts[item], starts[item] + value.length, value, 0, value.length);
    }

    /** Hands on the last item as the symbol, or says what is wrong with it. */
    String symbol(int item, RowFields into) {
        int length = ends[item] - starts[item];
        if (length == 0 || lastEscaped) {
            return length == 0 ? Reasons.EMPTY_SYMBOL : Reasons.ESCAPED_SYMBOL;
        }
        into.set(FeedColumn.SYMBOL, starts[item], ends[item]);
        return length > MAX_SYMBOL_BYTES ? Reasons.LONG_SYMBOL : null;
    }

    /** Hands on where the next item stands, if it is a string or a number. */
    static boolean amount(JsonCursor json, FeedColumn column, RowFields into) {
        int token = json.next();
        into.set(column, json.from(), json.to());
        return token == JsonCursor.STRING || token == JsonCursor.NUMBER;
    }

    /** The next item as a time in seconds, or a negative code for {@link Epochs#reason}. */
    static long seconds(byte[] text, JsonCursor json) {
        int token = json.next();
        return token == JsonCursor.STRING || token == JsonCursor.NUMBER ? Epochs.seconds(text, json.from(), json.to()) : Epochs.ABSENT;
    }
}
