package io.windrow.pools;

import java.util.function.Consumer;

/** The rows of a {@link SlotTable} by cursors: one after the other, and what a row has beside its message. */
abstract class CursorRows<T extends Message> extends KeyedRows<T> {

    CursorRows(SlotTableBuilder<T> plan, SlotRows rows) {
        super(plan, rows);
    }

    /**
     * Makes a cursor, which is on no row yet. A table keeps at most 63 for as long as it lives: make them at the start. Any thread
     * may make them before one has made the table its own, afterwards that one.
     *
     * @return the cursor.
     * @throws IllegalStateException if there are as many already, if the factory makes no new message of the same layout, if the table is
     *                               closed, or another thread's.
     */
    public T newRow() {
        thread.requireFree();
        return cursors.make();
    }

    /**
     * Moves a cursor to the first row.
     *
     * @param row the cursor; it is on no row if there is none.
     * @return whether there is a row.
     * @throws IllegalArgumentException if the row is no cursor of this table.
     * @throws IllegalStateException    if the table is closed, or another thread's.
     */
    public boolean first(T row) {
        enter(row);
        return placeFrom(0, row);
    }

    /**
     * Moves a cursor to the row behind the one it is on, or was on before that one was removed. Rows that are put meanwhile may be passed
     * or not.
     *
     * @param row the cursor; it is on no row if there is none.
     * @return whether there is a row.
     * @throws IllegalArgumentException if the row is no cursor of this table.
     * @throws IllegalStateException    if the cursor is on no row to go on from; if the table is closed, or another thread's.
     */
    public boolean next(T row) {
        enter(row);
        return placeFrom(cursors.slotBefore(row) + 1, row);
    }

    /**
     * Shows all rows to a visitor, which may put and remove, and move the cursor.
     *
     * @param row     the cursor; it is on no row afterwards.
     * @param visitor is called for each row, with the cursor on it.
     * @throws IllegalArgumentException if the row is no cursor of this table.
     * @throws IllegalStateException    if the table is closed, or another thread's.
     */
    public void forEach(T row, Consumer<? super T> visitor) {
        enter(row);
        for (int slot = rows.takenFrom(0); slot >= 0; slot = rows.takenFrom(slot + 1)) {
            cursors.place(row, slot);
            visitor.accept(row);
            enter();
        }
        cursors.takeOff(row);
    }

    /**
     * The key of the row that a cursor is on.
     *
     * @param row the cursor.
     * @return the key.
     * @throws IllegalArgumentException if the row is no cursor of this table.
     * @throws IllegalStateException    if it is on no row, or its row was removed; if the table is closed, or another thread's.
     */
    public long keyOf(T row) {
        enter(row);
        return rows.key(cursors.slotOf(row));
    }

    /**
     * When the row that a cursor is on was last touched.
     *
     * @param row the cursor.
     * @return the time given to the latest put or touch.
     * @throws IllegalArgumentException if the row is no cursor of this table.
     * @throws IllegalStateException    if it is on no row, or its row was removed; if the table is closed, or another thread's.
     */
    public long touchedNanos(T row) {
        enter(row);
        return rows.touchedNanos(cursors.slotOf(row));
    }

    /**
     * Keeps the row that a cursor is on from expiring.
     *
     * @param row      the cursor.
     * @param nowNanos what is kept as the time the row was last touched.
     * @throws IllegalArgumentException if the row is no cursor of this table.
     * @throws IllegalStateException    if it is on no row, or its row was removed; if the table is closed, or another thread's.
     */
    public void touch(T row, long nowNanos) {
        enter(row);
        rows.touch(cursors.slotOf(row), nowNanos);
    }

    private boolean placeFrom(int first, T row) {
        int slot = rows.takenFrom(first);
        if (slot < 0) {
            cursors.takeOff(row);
            return false;
        }
        cursors.place(row, slot);
        return true;
    }
}
