package io.windrow.pools;

import io.windrow.buffers.memory.MemoryBlock;

/**
 * The rows of a {@link SlotTable} in its block, by slot: taking and freeing. A free slot holds the number of the next free one, the one
 * freed last first; a slot is used for the first time only when none is free.
 */
final class SlotRows {

    private static final int NONE = -1;

    final MemoryBlock block;
    final int capacity;
    private final int rowLongs;
    /** How many slots were ever taken: always the lowest ones. */
    private int used;
    private int free = NONE;

    SlotRows(MemoryBlock block, int capacity, int rowLongs) {
        this.block = block;
        this.capacity = capacity;
        this.rowLongs = rowLongs;
    }

    int used() {
        return used;
    }

    boolean isFull() {
        return free == NONE && used == capacity;
    }

    /** Puts a row of zeros into a free slot of a table that is not full. */
    int take(long key, long nowNanos) {
        int slot = free;
        if (slot == NONE) {
            slot = used++;
        } else {
            free = (int) block.getLongAt(at(slot, SlotLayout.KEY));
        }
        int row = at(slot, 0);
        for (int i = SlotLayout.ROW_HEADER_LONGS; i < rowLongs; i++) {
            block.putLongAt(row + i, 0);
        }
        block.putLongAt(row + SlotLayout.KEY, key);
        block.putLongAt(row + SlotLayout.TOUCHED, nowNanos);
        block.putLongAtRelease(row + SlotLayout.HANDLE, Pooled.acquired((long) slot << Pooled.SLOT_SHIFT | handle(slot)));
        return slot;
    }

    void free(int slot) {
        block.putLongAtRelease(at(slot, SlotLayout.HANDLE), Pooled.as(handle(slot), Pooled.FREE));
        block.putLongAt(at(slot, SlotLayout.KEY), free);
        free = slot;
    }

    long handle(int slot) {
        return block.getLongAt(at(slot, SlotLayout.HANDLE));
    }

    boolean isTaken(int slot) {
        return Pooled.kind(handle(slot)) == Pooled.OUT;
    }

    /** How often a slot was taken: what its handle counts above the two bits of its kind. */
    long takenCount(int slot) {
        return (handle(slot) & (1L << Pooled.SLOT_SHIFT) - 1) >>> 2;
    }

    /** The first taken slot from this one on, or -1. */
    int takenFrom(int first) {
        for (int slot = first; slot < used; slot++) {
            if (isTaken(slot)) {
                return slot;
            }
        }
        return NONE;
    }

    long key(int slot) {
        return block.getLongAt(at(slot, SlotLayout.KEY));
    }

    long touchedNanos(int slot) {
        return block.getLongAt(at(slot, SlotLayout.TOUCHED));
    }

    void touch(int slot, long nowNanos) {
        block.putLongAt(at(slot, SlotLayout.TOUCHED), nowNanos);
    }

    /** Whether the row was touched that long ago, or longer; a time after now is no time ago. */
    boolean isExpired(int slot, long nowNanos, long limitNanos) {
        long touched = touchedNanos(slot);
        // The difference of any two times fits 64 bits without a sign.
        return nowNanos > touched && Long.compareUnsigned(nowNanos - touched, limitNanos) >= 0;
    }

    /** Where the row's message begins, in bytes. */
    int messageOffset(int slot) {
        return at(slot, SlotLayout.ROW_HEADER_LONGS) * Long.BYTES;
    }

    void addSwept() {
        block.putLongAt(SlotLayout.SWEPT, swept() + 1);
    }

    long swept() {
        return block.getLongAt(SlotLayout.SWEPT);
    }

    /** Makes the list of free slots from what the rows say. */
    void rebuild() {
        used = capacity;
        while (used > 0 && handle(used - 1) == 0) {
            used--;
        }
        for (int slot = used - 1; slot >= 0; slot--) {
            requireWhole(slot);
            if (!isTaken(slot)) {
                block.putLongAt(at(slot, SlotLayout.KEY), free);
                free = slot;
            }
        }
    }

    private void requireWhole(int slot) {
        long handle = handle(slot);
        boolean kept = Pooled.kind(handle) == Pooled.OUT || Pooled.kind(handle) == Pooled.FREE;
        if (handle != 0 && (Pooled.slot(handle) != slot || !kept)) {
            throw new IllegalArgumentException(
                "row in a block is damaged: tag=" + block.tag() + ", slot=" + slot + ", handle=" + Long.toHexString(handle));
        }
    }

    private int at(int slot, int index) {
        return SlotLayout.HEADER_LONGS + slot * rowLongs + index;
    }
}
