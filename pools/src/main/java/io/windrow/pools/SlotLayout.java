package io.windrow.pools;

import io.windrow.buffers.memory.MemoryBlock;
import io.windrow.buffers.memory.OffHeapMemory;

/**
 * Where the parts of a {@link SlotTable} lie in its block. All are {@code long}s in the machine's byte order; nothing is an address, so
 * the bytes mean the same wherever they are copied to.
 *
 * <pre>
 *   header, 128 bytes
 *   0       8         16          24         32       40      48            56       64             128
 *   +-------+---------+-----------+----------+--------+-------+-------------+--------+--------------+
 *   | magic | version | layout    | layout   | capa-  | rows  | name length | -      | layout name, |
 *   |       |         | hash      | bytes    | city   | swept |             |        | 64 bytes     |
 *   +-------+---------+-----------+----------+--------+-------+-------------+--------+--------------+
 *   row, 24 bytes + those of the message; slot n begins at 128 + n * that
 *   0                       8         16        24
 *   +-----------------------+---------+---------+-----------+
 *   | key, or the next free | touched | handle  | message   |
 *   +-----------------------+---------+---------+-----------+
 * </pre>
 *
 * The handle is that of {@link Pooled}: slot, how often it was taken, and whether it is; 0 in a slot that never was. It is written last,
 * so that a row is in the table whole or not at all.
 */
final class SlotLayout {

    static final int HEADER_LONGS = 16;
    static final int ROW_HEADER_LONGS = 3;
    static final int KEY = 0;
    static final int TOUCHED = 1;
    static final int HANDLE = 2;

    static final int SWEPT = 5;
    /** "windslot" as it reads on a machine with the high byte first. */
    static final long MAGIC = 0x77696e64736c6f74L;
    static final long VERSION = 1;

    private static final int LAYOUT_HASH = 2;
    private static final int LAYOUT_BYTES = 3;
    private static final int CAPACITY = 4;
    private static final int NAME_LENGTH = 6;
    private static final int NAME = 8;
    private static final int NAME_BYTES = 64;
    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private SlotLayout() {
    }

    static int rowLongs(MessageLayout layout) {
        return ROW_HEADER_LONGS + layout.bytes() / Long.BYTES;
    }

    static long blockBytes(MessageLayout layout, int capacity) {
        return Long.BYTES * (HEADER_LONGS + (long) PoolBuilder.checkCapacity("capacity", capacity) * rowLongs(layout));
    }

    static MemoryBlock allocate(OffHeapMemory memory, String name, MessageLayout layout, int capacity) {
        MemoryBlock block = memory.allocate(name, blockBytes(layout, capacity));
        block.putLongAt(1, VERSION);
        block.putLongAt(LAYOUT_HASH, hash(layout));
        block.putLongAt(LAYOUT_BYTES, layout.bytes());
        block.putLongAt(CAPACITY, capacity);
        putName(block, layout.name());
        block.putLongAtRelease(0, MAGIC);
        return block;
    }

    /** Returns the capacity of the table that a block holds, of rows of this layout. */
    static int capacityIn(MemoryBlock block, MessageLayout layout) {
        if (block.bytes() < HEADER_LONGS * Long.BYTES || block.getLongAt(0) != MAGIC) {
            throw new IllegalArgumentException("block must hold a slot table: tag=" + block.tag() + ", bytes=" + block.bytes());
        }
        same(block, "version", block.getLongAt(1), VERSION);
        if (block.getLongAt(LAYOUT_HASH) != hash(layout) || block.getLongAt(LAYOUT_BYTES) != layout.bytes()) {
            throw new IllegalArgumentException("rows must be of the table's layout: tag=" + block.tag() + ", block's="
                + text(name(block), block.getLongAt(LAYOUT_BYTES), block.getLongAt(LAYOUT_HASH)) + ", table's="
                + text(layout.name(), layout.bytes(), hash(layout)));
        }
        long capacity = block.getLongAt(CAPACITY);
        if (capacity < 1 || capacity > ObjectPool.MAX_CAPACITY) {
            throw new IllegalArgumentException("capacity in a block must be 1 to " + ObjectPool.MAX_CAPACITY + ": tag=" + block.tag()
                + ", capacity=" + capacity);
        }
        same(block, "bytes", block.bytes(), blockBytes(layout, (int) capacity));
        return (int) capacity;
    }

    private static void same(MemoryBlock block, String what, long found, long expected) {
        if (found != expected) {
            throw new IllegalArgumentException(
                what + " of a slot table's block must be " + expected + ": tag=" + block.tag() + ", " + what + "=" + found);
        }
    }

    private static String text(String name, long bytes, long hash) {
        return name + " of " + bytes + " bytes, hash " + Long.toHexString(hash);
    }

    /** FNV-1a, 64 bits, of the layout's name and fields: isthe.com/chongo/tech/comp/fnv. */
    private static long hash(MessageLayout layout) {
        String text = layout.toString();
        long hash = FNV_BASIS;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }

    /** The name is there for the error only: what does not fit is left out, what is not ASCII shows as a question mark. */
    private static void putName(MemoryBlock block, String name) {
        int length = Math.min(name.length(), NAME_BYTES);
        block.putLongAt(NAME_LENGTH, length);
        for (int i = 0; i < length; i++) {
            int index = NAME + i / Long.BYTES;
            long character = name.charAt(i) < 128 ? name.charAt(i) : '?';
            block.putLongAt(index, block.getLongAt(index) | character << i % Long.BYTES * Byte.SIZE);
        }
    }

    private static String name(MemoryBlock block) {
        StringBuilder name = new StringBuilder();
        long length = Math.min(block.getLongAt(NAME_LENGTH), NAME_BYTES);
        for (int i = 0; i < length; i++) {
            name.append((char) (block.getLongAt(NAME + i / Long.BYTES) >>> i % Long.BYTES * Byte.SIZE & 127));
        }
        return name.toString();
    }
}
