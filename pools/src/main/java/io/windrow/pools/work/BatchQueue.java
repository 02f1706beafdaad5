package io.windrow.pools.work;

/**
 * A ring of items and the times they were added; index 0 is the oldest. Guarded by the monitor of {@link HeldItems}; the thread that
 * flushes reads the items of its batch without it, because nobody writes their places until it is done.
 */
final class BatchQueue<T> {

    private final T[] items;
    private final long[] addedNanos;
    private int first;
    private int size;
    private long removed;

    @SuppressWarnings("unchecked")
    BatchQueue(int capacity) {
        items = (T[]) new Object[capacity];
        addedNanos = new long[capacity];
    }

    int capacity() {
        return items.length;
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size == items.length;
    }

    T item(int index) {
        return items[place(index)];
    }

    long firstAddedNanos() {
        return addedNanos[first];
    }

    /** How many have ever been removed: the number of the oldest item, counted from 0. */
    long removed() {
        return removed;
    }

    void append(T item, long nowNanos) {
        int place = place(size);
        items[place] = item;
        addedNanos[place] = nowNanos;
        size++;
    }

    void removeFirst(int count) {
        for (int i = 0; i < count; i++) {
            items[place(i)] = null;
        }
        first = place(count);
        size -= count;
        removed += count;
    }

    private int place(int index) {
        int place = first + index;
        return place < items.length ? place : place - items.length;
    }
}
