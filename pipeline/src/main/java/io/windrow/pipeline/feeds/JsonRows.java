package io.windrow.pipeline.feeds;

/**
 * Goes over the elements of one or more arrays of a message that is known to be JSON, each of which is a row; what does not look like
 * one is bad and the next is read. To be used again for the next message.
 */
abstract class JsonRows {

    private static final int MAX_ARRAYS = 4;

    private final JsonCursor json = new JsonCursor();
    private final int[] starts = new int[MAX_ARRAYS];
    private final int[] tags = new int[MAX_ARRAYS];
    private byte[] text;
    private int end;
    private int arrays;
    private int array;
    private int token = JsonCursor.END;

    /** Reads one element, whose first token the cursor has just passed; what it leaves of it is passed over. */
    abstract LineStatus row(byte[] text, int token, JsonCursor json, int tag, RowFields into);

    /** Forgets all rows. */
    final void clear() {
        arrays = 0;
        array = -1;
        token = JsonCursor.END;
    }

    /** Adds the array that begins at an index; the tag comes back with each of its elements. */
    final void add(byte[] message, int from, int to, int tag) {
        text = message;
        end = to;
        starts[arrays] = from;
        tags[arrays++] = tag;
        if (token == JsonCursor.END) {
            nextArray();
        }
    }

    final boolean hasNext() {
        return token != JsonCursor.END;
    }

    /** Reads the next row; there must be one. */
    LineStatus next(RowFields into) {
        into.clear();
        LineStatus status = row(text, token, json, tags[array], into);
        while (json.depth() > 1) {
            json.next();
        }
        token = json.next();
        if (isEnd()) {
            nextArray();
        }
        return status;
    }

    private void nextArray() {
        do {
            if (array + 1 == arrays) {
                token = JsonCursor.END;
                return;
            }
            json.wrap(text, starts[++array], end);
            json.next();
            token = json.next();
        } while (isEnd());
    }

    /** An error cannot be, as the text was checked; if it were, it would end the array. */
    private boolean isEnd() {
        return token == JsonCursor.ARRAY_END || token == JsonCursor.ERROR;
    }
}
