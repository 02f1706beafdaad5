package io.windrow.pipeline.feeds;

import io.windrow.buffers.Side;

/** The levels of a {@code book} message of Kraken's version 1, in one object or in two. */
final class KrakenBook {

    private static final int MAX_OBJECTS = 2;
    private static final int BIDS = 0;
    private static final int ASKS = 1;
    private static final int ALL_BIDS = 2;
    private static final int ALL_ASKS = 3;
    /** Of a level: price, volume, time. */
    private static final int TIME_ITEM = 3;

    private final JsonFields fields = new JsonFields("b", "a", "bs", "as");
    private final JsonCursor data = new JsonCursor();
    private final PairRows levels = new PairRows();
    private final int[] starts = new int[2 * MAX_OBJECTS];
    private final int[] sides = new int[2 * MAX_OBJECTS];
    private int arrays;
    private boolean whole;
    private boolean changes;

    void clear() {
        levels.clear();
    }

    LineStatus next(RowFields into) {
        return levels.hasNext() ? levels.next(into) : null;
    }

    /** Begins the levels and gives the first. */
    LineStatus begin(byte[] text, int to, JsonItems items, RowFields into) {
        arrays = 0;
        whole = false;
        changes = false;
        int objects = items.count() - 3;
        for (int item = 1; item <= objects; item++) {
            String fault = objects > MAX_OBJECTS || items.kind(item) != JsonCursor.OBJECT ? Reasons.ROW_SHAPE
                : object(text, items.from(item), to);
            if (fault != null) {
                return into.bad(fault);
            }
        }
        long nanos = latest(text, to);
        if (arrays == 0 || nanos < 0) {
            return arrays == 0 ? into.bad(Reasons.ROW_SHAPE) : nanos == Epochs.ABSENT ? into.skipped(Reasons.NO_ROWS)
                : into.bad(Epochs.reason(nanos));
        }
        levels.begin(into, nanos, 0, whole);
        for (int i = 0; i < arrays; i++) {
            levels.add(text, starts[i], to, sides[i]);
        }
        return levels.next(into);
    }

    private String object(byte[] text, int from, int to) {
        data.wrap(text, from, to);
        data.next();
        fields.begin();
        fields.rest(text, data);
        whole |= fields.kind(ALL_BIDS) != 0 || fields.kind(ALL_ASKS) != 0;
        changes |= fields.kind(BIDS) != 0 || fields.kind(ASKS) != 0;
        if (fields.hasEscapedKey() || whole && changes) {
            return whole && changes ? Reasons.ROW_SHAPE : Reasons.ESCAPED_KEY;
        }
        array(whole ? ALL_BIDS : BIDS, Side.BUY);
        array(whole ? ALL_ASKS : ASKS, Side.SELL);
        return null;
    }

    private void array(int field, Side side) {
        if (fields.isArray(field)) {
            sides[arrays] = side.code();
            starts[arrays++] = fields.from(field);
        }
    }

    /** The latest time of all levels; {@link Epochs#ABSENT} if there is no level. */
    private long latest(byte[] text, int to) {
        long latest = Epochs.ABSENT;
        for (int i = 0; i < arrays; i++) {
            data.wrap(text, starts[i], to);
            data.next();
            for (int token = data.next(); token != JsonCursor.ARRAY_END && token != JsonCursor.ERROR; token = data.next()) {
                long nanos = token == JsonCursor.ARRAY ? time(text) : Epochs.NOT_A_NUMBER;
                if (nanos < 0) {
                    // The book's time cannot be told from the other levels alone.
                    return nanos;
                }
                latest = latest == Epochs.ABSENT ? nanos : Math.max(latest, nanos);
                if (token != JsonCursor.ARRAY) {
                    data.skip(token);
                }
            }
        }
        return latest;
    }

    /** The third item of the level that the cursor has entered; leaves it behind the level's end, whatever the level holds. */
    private long time(byte[] text) {
        int outside = data.depth() - 1;
        int items = 0;
        long nanos = Epochs.NOT_A_NUMBER;
        int token = data.next();
        while (data.depth() > outside && token != JsonCursor.ERROR) {
            if (++items == TIME_ITEM && (token == JsonCursor.STRING || token == JsonCursor.NUMBER)) {
                nanos = Epochs.seconds(text, data.from(), data.to());
            }
            data.skip(token);
            token = data.next();
        }
        return nanos;
    }
}
