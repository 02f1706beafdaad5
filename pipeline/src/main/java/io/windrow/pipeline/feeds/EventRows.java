package io.windrow.pipeline.feeds;

/**
 * Goes over the objects of an array, each of which holds an array of rows, in a message that is known to be JSON. To be used again for the
 * next message.
 */
abstract class EventRows {

    private final JsonCursor json = new JsonCursor();
    private byte[] text;
    private int end;
    private JsonRows rows;

    /** Begins at the array at an index. */
    final void begin(byte[] message, int from, int to) {
        text = message;
        end = to;
        rows = null;
        json.wrap(message, from, to);
        json.next();
    }

    /** Forgets all rows. */
    final void clear() {
        text = null;
    }

    /** Reads one object, which the cursor has entered, to its end; returns the rows in it, or null with a reason in the fields. */
    abstract JsonRows open(byte[] text, int end, JsonCursor json, RowFields into);

    /** Reads the next row; null if there is none. */
    final LineStatus next(RowFields into) {
        while (text != null) {
            if (rows != null && rows.hasNext()) {
                return rows.next(into);
            }
            int token = json.next();
            if (token == JsonCursor.ARRAY_END || token == JsonCursor.ERROR) {
                text = null;
                return null;
            }
            into.clear();
            rows = token == JsonCursor.OBJECT ? open(text, end, json, into) : null;
            if (rows == null) {
                json.skip(token == JsonCursor.ARRAY ? token : JsonCursor.END);
                return into.bad(into.reason().isEmpty() ? Reasons.ROW_SHAPE : into.reason());
            }
        }
        return null;
    }
}
