package io.windrow.pools;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** What a {@link SlotTable} counts. One thread writes, any may read, also after close. */
abstract class SlotCounts implements PoolCounters {

    static final int SIZE = 0;
    static final int USED = 1;
    static final int CREATED = 2;
    static final int SWEPT = 3;
    static final int REFUSED = 4;
    static final int SWEEPS = 5;
    static final int LAST_SWEPT = 6;

    private static final VarHandle COUNTS = MethodHandles.arrayElementVarHandle(long[].class);

    private final long[] counts = new long[LAST_SWEPT + 1];
    private final String name;
    private final int capacity;

    SlotCounts(String name, int capacity) {
        this.name = name;
        this.capacity = capacity;
    }

    /**
     * The table's name, which is also the owner of its bytes.
     *
     * @return the name.
     */
    @Override
    public String name() {
        return name;
    }

    /**
     * Most rows.
     *
     * @return the count.
     */
    @Override
    public long capacity() {
        return capacity;
    }

    /**
     * Rows in the table.
     *
     * @return 0 to {@link #capacity()}.
     */
    public int size() {
        return (int) get(SIZE);
    }

    /**
     * Whether there is no room for another key.
     *
     * @return true if there is none.
     */
    public boolean isFull() {
        return size() == capacity;
    }

    @Override
    public long inUse() {
        return get(SIZE);
    }

    @Override
    public long idle() {
        return capacity - get(SIZE);
    }

    /**
     * Most rows that were ever in the table at a time, exact.
     *
     * @return the count; a table picked up from a block goes on with the block's.
     */
    @Override
    public long highWaterMark() {
        // A slot is used for the first time only when none is free.
        return get(USED);
    }

    /**
     * How often a key got a row.
     *
     * @return the count; a table picked up from a block goes on with the block's.
     */
    @Override
    public long acquiredCount() {
        return get(CREATED);
    }

    /**
     * How many rows were removed, not by sweeps.
     *
     * @return the count; a table picked up from a block goes on with the block's.
     */
    @Override
    public long releasedCount() {
        return get(CREATED) - get(SWEPT) - get(SIZE);
    }

    /**
     * How often a key found no room, since the table was opened.
     *
     * @return the count.
     */
    @Override
    public long refusedCount() {
        return get(REFUSED);
    }

    /**
     * How many rows sweeps removed.
     *
     * @return the count; a table picked up from a block goes on with the block's.
     */
    @Override
    public long reclaimedCount() {
        return get(SWEPT);
    }

    /**
     * How often the table was swept since it was opened, on demand or by the clock.
     *
     * @return the count.
     */
    public long sweepCount() {
        return get(SWEEPS);
    }

    /**
     * How many rows the latest sweep removed.
     *
     * @return the count, 0 before the first.
     */
    public long lastSweepCount() {
        return get(LAST_SWEPT);
    }

    final long get(int count) {
        return (long) COUNTS.getOpaque(counts, count);
    }

    final void set(int count, long value) {
        COUNTS.setOpaque(counts, count, value);
    }

    final void add(int count, long value) {
        set(count, counts[count] + value);
    }
}
