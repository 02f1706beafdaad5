package io.windrow.pools;

import java.util.Arrays;
import java.util.function.Supplier;

/**
 * The messages that stand for rows of a {@link SlotTable}: it knows them all, so that it can tell those on a row that goes. A cursor's
 * state is the handle of its row, or one of those below, so that reading a row checks nothing but what every message checks.
 */
final class SlotCursors<T extends Message> {

    static final int MOST = 64;

    /** States without a row. None of them is a state that an object outside a pool begins with. */
    private static final long NO_ROW = -8 | Pooled.ENDED;
    private static final long REMOVED = -12 | Pooled.ENDED;
    private static final long CLOSED = -16 | Pooled.ENDED;

    private final Supplier<? extends T> factory;
    private final MessageLayout layout;
    private final SlotRows rows;
    private Message[] cursors = new Message[0];

    SlotCursors(Supplier<? extends T> factory, MessageLayout layout, SlotRows rows) {
        this.factory = factory;
        this.layout = layout;
        this.rows = rows;
    }

    T make() {
        if (cursors.length == MOST) {
            throw new IllegalStateException("a table has at most " + MOST + " cursors, to be kept and moved: table=" + rows.block.tag());
        }
        T cursor = factory.get();
        if (cursor == null || cursor.pool() != null || cursor.state() != Pooled.ENDED || cursor.layout() != layout) {
            throw new IllegalStateException("the factory must make a new message of one layout each time: table=" + rows.block.tag());
        }
        cursor.moveTo(rows.block, 0);
        cursor.state(NO_ROW);
        cursors = Arrays.copyOf(cursors, cursors.length + 1);
        cursors[cursors.length - 1] = cursor;
        return cursor;
    }

    void require(T cursor) {
        for (Message known : cursors) {
            if (known == cursor) {
                return;
            }
        }
        throw new IllegalArgumentException("row must be a cursor of this table, made by newRow(): table=" + rows.block.tag());
    }

    void place(T cursor, int slot) {
        long handle = rows.handle(slot);
        cursor.moveTo(rows.block, rows.messageOffset(slot));
        cursor.latest(handle);
        cursor.state(handle);
    }

    void takeOff(T cursor) {
        cursor.state(NO_ROW);
    }

    /** The slot of the cursor's row, whether that row is still there or was removed under it. */
    int slotBefore(T cursor) {
        if (!cursor.isHeld() && cursor.state() != REMOVED) {
            throw new IllegalStateException("cursor has no row to go on from: table=" + rows.block.tag());
        }
        return Pooled.slot(cursor.latest());
    }

    int slotOf(T cursor) {
        if (!cursor.isHeld()) {
            throw cursor.refusal();
        }
        return Pooled.slot(cursor.latest());
    }

    /** The row with this handle goes. */
    void removed(long handle) {
        for (Message cursor : cursors) {
            if (cursor.state() == handle) {
                cursor.state(REMOVED);
            }
        }
    }

    void close() {
        for (Message cursor : cursors) {
            cursor.state(CLOSED);
        }
    }

    /** What a caller is told who uses an object that no pool has made its own. */
    static IllegalStateException refuseUse(Pooled object) {
        long state = object.state();
        if (state == NO_ROW) {
            return refusal("cursor is on no row", object);
        }
        if (state == REMOVED) {
            return refusal("row was removed", object);
        }
        return state == CLOSED ? refusal("table is closed", object)
            : new IllegalStateException("object was never acquired: " + object.getClass().getSimpleName());
    }

    /** What a caller is told who releases an object that no pool has made its own. */
    static IllegalStateException refuseRelease(Pooled object) {
        return object.state() == Pooled.ENDED ? new IllegalStateException("object is of no pool: " + object.getClass().getSimpleName())
            : refusal("a row is not released, remove(key) takes it out", object);
    }

    private static IllegalStateException refusal(String rule, Pooled cursor) {
        return new IllegalStateException(rule + ": table=" + ((Message) cursor).block().tag());
    }
}
