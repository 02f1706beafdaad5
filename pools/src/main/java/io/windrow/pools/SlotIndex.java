package io.windrow.pools;

import org.agrona.collections.Long2LongHashMap;

/**
 * From key to slot: Agrona's {@code Long2LongHashMap}, made so large that it never grows. It probes linearly, is at most 55 % full, and
 * moves entries together when one is removed, so that churn does not wear it out. Its missing value is a rule for values, which are slots
 * and never negative; a key may be any {@code long}.
 */
final class SlotIndex {

    static final int NONE = -1;

    private static final float MOST_FULL = 0.55f;
    private static final int LEAST_ENTRIES = 8;
    private static final int ENTRY_BYTES = 2 * Long.BYTES;

    private final Long2LongHashMap slots;

    SlotIndex(int capacity) {
        slots = new Long2LongHashMap(entries(capacity), MOST_FULL, NONE);
    }

    /** What the entries of an index take on the heap, without the few bytes of the objects around them. */
    static long heapBytes(int capacity) {
        return (long) ENTRY_BYTES * entries(capacity);
    }

    /** How many entries there is room for; always the same. */
    int room() {
        return slots.capacity();
    }

    int find(long key) {
        return (int) slots.get(key);
    }

    void put(long key, int slot) {
        slots.put(key, slot);
    }

    int remove(long key) {
        return (int) slots.remove(key);
    }

    void clear() {
        slots.clear();
    }

    /** A power of two of which the capacity is at most the part that may be full. */
    private static int entries(int capacity) {
        int entries = LEAST_ENTRIES;
        while ((int) (entries * MOST_FULL) < capacity) {
            entries *= 2;
        }
        return entries;
    }
}
