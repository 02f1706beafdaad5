package io.windrow.pools.work;

/**
 * The items that a handler is given: a view that is made once and used again for every batch. Index 0 is the item added first.
 *
 * <p>Read by the handler's thread while it handles; afterwards it is empty. It holds the items where they are and copies nothing.
 *
 * @param <T> the kind of item.
 */
public final class Batch<T> {

    private final BatchQueue<T> queue;
    private int size;
    private int tryNumber;
    private FlushCause cause;

    Batch(BatchQueue<T> queue) {
        this.queue = queue;
    }

    /**
     * How many items there are.
     *
     * @return the count, 1 to the processor's batch size; 0 when the handler has returned.
     */
    public int size() {
        return size;
    }

    /**
     * An item.
     *
     * @param index 0 for the one added first, to {@code size() - 1}.
     * @return the item.
     * @throws IndexOutOfBoundsException if there is no such item.
     */
    public T get(int index) {
        checkIndex(index);
        return queue.item(index);
    }

    /**
     * When the first item was added, by the processor's clock.
     *
     * @return nanoseconds.
     * @throws IndexOutOfBoundsException if the batch is empty: its handler has returned.
     */
    public long firstAddedNanos() {
        checkIndex(0);
        return queue.firstAddedNanos();
    }

    /**
     * Why it was flushed.
     *
     * @return the cause of this try.
     */
    public FlushCause cause() {
        return cause;
    }

    /**
     * How often these same items have been given to the handler, this time included.
     *
     * @return 1 for the first try.
     */
    public int tryNumber() {
        return tryNumber;
    }

    void open(int itemCount, FlushCause why, int number) {
        size = itemCount;
        cause = why;
        tryNumber = number;
    }

    void empty() {
        size = 0;
    }

    private void checkIndex(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("index must be below the batch's size: index=" + index + ", size=" + size);
        }
    }
}
