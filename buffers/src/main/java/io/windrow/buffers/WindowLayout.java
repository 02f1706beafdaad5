package io.windrow.buffers;

import io.windrow.buffers.memory.OffHeapMemory;

/**
 * Where the parts of a window lie, counted in {@code long}s from its first. A window describes itself and holds no address, so it can
 * lie anywhere.
 *
 * <pre>
 *   0       1         2              3       4          5       6       7         8          9
 *   +-------+---------+--------------+-------+----------+-------+-------+---------+----------+
 *   | magic | kind,   | capacity,    | step  | decimals | first | begun | written | revision |
 *   |       | columns | instrument   |       |          |       |       |         |          |
 *   +-------+---------+--------------+-------+----------+-------+-------+---------+----------+
 *   | rows, by column (candles) or one after another (trades, quotes)                        |   9 on
 * </pre>
 *
 * <p>{@code begun} is raised before a row is overwritten and {@code written} after it is complete; both count all rows since
 * opening. A reader that finds {@code begun} still within capacity of its row after reading has read that row and no other.
 * {@code revision} is odd while a complete row is being changed: a reader that finds it even and the same before and after has
 * read no half of a change. {@code first} is the sequence of the first row of the instrument that has the place now.
 */
final class WindowLayout {

    /** "WINDROW" and the version of this layout, as ASCII. */
    static final long MAGIC = 0x57494e44524f5702L;

    static final int MAGIC_AT = 0;
    static final int KIND_AT = 1;
    static final int CAPACITY_AT = 2;
    static final int STEP_AT = 3;
    static final int DECIMALS_AT = 4;
    static final int FIRST_AT = 5;
    static final int BEGUN_AT = 6;
    static final int WRITTEN_AT = 7;
    static final int REVISION_AT = 8;
    static final int HEADER = 9;

    private WindowLayout() {
    }

    /** Bytes of one window, without what aligns it. */
    static long bytes(int columns, int capacity) {
        return (HEADER + (long) capacity * columns) * Long.BYTES;
    }

    static int checkCapacity(int columns, int capacity) {
        if (capacity <= 0 || bytes(columns, capacity) > OffHeapMemory.MAX_BLOCK_BYTES) {
            throw new IllegalArgumentException("capacity must be positive and the window at most "
                + OffHeapMemory.MAX_BLOCK_BYTES + " bytes: capacity=" + capacity);
        }
        return capacity;
    }
}
