package io.windrow.buffers;

import io.windrow.buffers.memory.OffHeapMemory;

/**
 * Where the parts of a window's block lie. The block describes itself and holds no address, so it can lie anywhere.
 *
 * <pre>
 *   0        8        16       24       32       40                64
 *   +--------+----+---+----+---+--------+----+---+-----------------+
 *   | magic  |kind|col|cap |ins| step   |pdec|qde| reserved        |   constant after opening
 *   +--------+----+---+----+---+--------+----+---+-----------------+
 *   | begun  |written | reserved                                   |   64: counters of rows
 *   +--------+--------+--------------------------------------------+
 *   | the forming row: one value for each column, at most 8        |   128
 *   +--------------------------------------------------------------+
 *   | column 0: capacity values of 8 bytes                         |   192
 *   | column 1 ...                                                 |
 * </pre>
 *
 * <p>{@code begun} is raised before a row is overwritten and {@code written} after it is complete; both count all rows since
 * opening. A reader that finds {@code begun} still within capacity of its row after reading has read that row and no other.
 */
final class WindowLayout {

    /** "WINDROW" and the version of this layout, as ASCII. */
    static final long MAGIC = 0x57494e44524f5701L;

    static final int MAGIC_OFFSET = 0;
    static final int KIND_OFFSET = 8;
    static final int COLUMNS_OFFSET = 12;
    static final int CAPACITY_OFFSET = 16;
    static final int INSTRUMENT_OFFSET = 20;
    static final int STEP_OFFSET = 24;
    static final int PRICE_DECIMALS_OFFSET = 32;
    static final int QUANTITY_DECIMALS_OFFSET = 36;
    static final int BEGUN_OFFSET = 64;
    static final int WRITTEN_OFFSET = 72;
    static final int FORMING_OFFSET = 128;
    static final int COLUMNS_START = 192;
    static final int MAX_COLUMNS = (COLUMNS_START - FORMING_OFFSET) / Long.BYTES;

    private WindowLayout() {
    }

    static long blockBytes(int capacity, int columns) {
        return COLUMNS_START + (long) capacity * columns * Long.BYTES;
    }

    static int checkCapacity(int capacity, int columns) {
        if (capacity <= 0 || blockBytes(capacity, columns) > OffHeapMemory.MAX_BLOCK_BYTES) {
            throw new IllegalArgumentException("capacity must be positive and the window at most "
                + OffHeapMemory.MAX_BLOCK_BYTES + " bytes: capacity=" + capacity);
        }
        return capacity;
    }
}
