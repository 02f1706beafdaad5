package io.windrow.pools;

/** The rows of a {@link SlotTable} by their keys, and the one thread that may use them. */
abstract class KeyedRows<T extends Message> extends SlotCounts {

    final SlotRows rows;
    final SlotIndex index;
    final SlotCursors<T> cursors;
    final TableThread thread;

    KeyedRows(SlotTableBuilder<T> plan, SlotRows rows) {
        super(rows.block.tag(), rows.capacity);
        this.rows = rows;
        thread = new TableThread(name());
        index = new SlotIndex(rows.capacity);
        cursors = new SlotCursors<>(plan.factory, plan.layout, rows);
    }

    /**
     * Moves a cursor to the row of a key. A key that has none gets one, full of zeros.
     *
     * @param key      any number.
     * @param row      the cursor; it is on no row if there is no room.
     * @param nowNanos what is kept as the time the row was last touched.
     * @return whether the row is new.
     * @throws IllegalArgumentException if the row is no cursor of this table.
     * @throws IllegalStateException    if the key has no row and the table is full, if the table is closed, or another thread's.
     */
    public boolean put(long key, T row, long nowNanos) {
        int before = size();
        if (!tryPut(key, row, nowNanos)) {
            throw new IllegalStateException("table is full: table=" + name() + ", capacity=" + capacity());
        }
        return size() != before;
    }

    /**
     * Moves a cursor to the row of a key, if it has one or there is room for one, full of zeros.
     *
     * @param key      any number.
     * @param row      the cursor; it is on no row if there is no room.
     * @param nowNanos what is kept as the time the row was last touched.
     * @return false if the key has no row and the table is full.
     * @throws IllegalArgumentException if the row is no cursor of this table.
     * @throws IllegalStateException    if the table is closed, or another thread's.
     */
    public boolean tryPut(long key, T row, long nowNanos) {
        if (find(key, row)) {
            rows.touch(cursors.slotOf(row), nowNanos);
            return true;
        }
        if (rows.isFull()) {
            add(REFUSED, 1);
            return false;
        }
        int slot = rows.take(key, nowNanos);
        index.put(key, slot);
        add(SIZE, 1);
        add(CREATED, 1);
        set(USED, rows.used());
        cursors.place(row, slot);
        return true;
    }

    /**
     * Moves a cursor to the row of a key.
     *
     * @param key any number.
     * @param row the cursor; it is on no row if the key has none.
     * @return whether the key has a row.
     * @throws IllegalArgumentException if the row is no cursor of this table.
     * @throws IllegalStateException    if the table is closed, or another thread's.
     */
    public boolean find(long key, T row) {
        enter(row);
        int slot = index.find(key);
        if (slot == SlotIndex.NONE) {
            cursors.takeOff(row);
            return false;
        }
        cursors.place(row, slot);
        return true;
    }

    /**
     * Whether a key has a row.
     *
     * @param key any number.
     * @return true if it has.
     * @throws IllegalStateException if the table is closed, or another thread's.
     */
    public boolean contains(long key) {
        enter();
        return index.find(key) != SlotIndex.NONE;
    }

    /**
     * Removes the row of a key. Cursors that are on it refuse every use from then on.
     *
     * @param key any number.
     * @return whether the key had a row.
     * @throws IllegalStateException if the table is closed, or another thread's.
     */
    public boolean remove(long key) {
        enter();
        int slot = index.remove(key);
        if (slot == SlotIndex.NONE) {
            return false;
        }
        free(slot);
        return true;
    }

    /** Lets another thread take over; the calling thread must not use the table again before that one has handed it back. */
    public void unbind() {
        thread.unbind();
    }

    /** Frees a slot whose key is not in the index any more. */
    final void free(int slot) {
        long handle = rows.handle(slot);
        rows.free(slot);
        add(SIZE, -1);
        cursors.removed(handle);
    }

    /** Indexes and counts what the rows of a block say. */
    final void pickUpRows() {
        long created = 0;
        for (int slot = 0; slot < rows.used(); slot++) {
            created += rows.takenCount(slot);
            if (rows.isTaken(slot)) {
                requireNew(rows.key(slot), slot);
                index.put(rows.key(slot), slot);
                add(SIZE, 1);
            }
        }
        set(USED, rows.used());
        set(CREATED, created);
        set(SWEPT, rows.swept());
    }

    private void requireNew(long key, int slot) {
        int other = index.find(key);
        if (other != SlotIndex.NONE) {
            throw new IllegalArgumentException(
                "rows in a block must have keys of their own: tag=" + name() + ", key=" + key + ", slots=" + other + " and " + slot);
        }
    }

    final void enter(T row) {
        thread.enter();
        cursors.require(row);
    }

    final void enter() {
        thread.enter();
    }
}
