package io.windrow.pools;

import io.windrow.buffers.memory.MemoryBlock;
import io.windrow.buffers.memory.OffHeapMemory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A fixed number of messages, any of which any thread may acquire and any other release. Bounded, preallocated, lock-free,
 * no thread-locals; acquiring and releasing allocate nothing.
 *
 * <p>Memory effects: what a thread did before it released a message is visible to the thread that acquires it next.
 *
 * <p>Footprint: 64 bytes off heap a message and 128 for the pool, plus one small object a message on the heap, made at opening.
 *
 * @param <T> the kind of message.
 */
public final class MessagePool<T extends Message> implements AutoCloseable {

    /** Most messages a pool can hold. */
    public static final int MAX_CAPACITY = 1 << 20;

    /** A handle: the slot above this bit, below it the generation, and in bit 0 whether the message is out. */
    private static final int SLOT_SHIFT = 43;
    private static final long GENERATION_MASK = (1L << SLOT_SHIFT) - 1;
    private static final long IN_USE = 1;

    private final String name;
    private final MemoryBlock block;
    private final T[] messages;
    private final PoolExhaustedException exhausted;
    private final AtomicLong refused = new AtomicLong();

    private MessagePool(OffHeapMemory memory, String name, int capacity, T[] messages, Supplier<T> factory) {
        this.name = name;
        this.messages = messages;
        this.block = memory.allocate(name, MessageLayout.blockBytes(capacity));
        this.exhausted = new PoolExhaustedException("pool is exhausted: pool=" + name + ", capacity=" + capacity);
        for (int slot = capacity - 1; slot >= 0; slot--) {
            messages[slot] = factory.get();
            messages[slot].attach(this, block, slot);
            block.putLong(stateOffset(slot), (long) slot << SLOT_SHIFT);
            push(slot);
        }
    }

    /**
     * Opens a pool of signals.
     *
     * @param memory   what it takes its bytes from, under the tag {@code signals}.
     * @param capacity messages, 1 to {@link #MAX_CAPACITY}.
     * @return the pool.
     * @throws IllegalArgumentException if the capacity is out of range.
     */
    public static MessagePool<Signal> signals(OffHeapMemory memory, int capacity) {
        return new MessagePool<>(memory, "signals", capacity, new Signal[checkCapacity(capacity)], Signal::new);
    }

    /**
     * Opens a pool of orders.
     *
     * @param memory   what it takes its bytes from, under the tag {@code orders}.
     * @param capacity messages, 1 to {@link #MAX_CAPACITY}.
     * @return the pool.
     * @throws IllegalArgumentException if the capacity is out of range.
     */
    public static MessagePool<Order> orders(OffHeapMemory memory, int capacity) {
        return new MessagePool<>(memory, "orders", capacity, new Order[checkCapacity(capacity)], Order::new);
    }

    /**
     * What a pool takes from the budget.
     *
     * @param capacity messages.
     * @return bytes.
     * @throws IllegalArgumentException if the capacity is out of range.
     */
    public static long footprintBytes(int capacity) {
        return OffHeapMemory.footprintBytes(MessageLayout.blockBytes(checkCapacity(capacity)));
    }

    /**
     * Takes a message out of the pool. Its content is undefined until it is set.
     *
     * @return the message, now the caller's.
     * @throws PoolExhaustedException if none is free.
     * @throws IllegalStateException  if the pool is closed.
     */
    public T acquire() {
        T message = tryAcquire();
        if (message == null) {
            throw exhausted;
        }
        return message;
    }

    /**
     * Takes a message out of the pool if one is free.
     *
     * @return the message, now the caller's, or null.
     * @throws IllegalStateException if the pool is closed.
     */
    public T tryAcquire() {
        int slot = pop();
        if (slot < 0) {
            refused.incrementAndGet();
            return null;
        }
        long state = block.getLong(stateOffset(slot)) | IN_USE;
        block.putLongRelease(stateOffset(slot), state);
        T message = messages[slot];
        message.acquired(state);
        return message;
    }

    /**
     * Puts a message back.
     *
     * @param message one of this pool.
     * @throws IllegalArgumentException if it belongs to another pool.
     * @throws IllegalStateException    if it is released already, or the pool is closed.
     */
    public void release(T message) {
        if (message.pool() != this) {
            throw new IllegalArgumentException("message must be of this pool: pool=" + name + ", message's pool=" + message.pool().name());
        }
        release(message.slot(), message.state());
    }

    /**
     * Puts the message of one acquisition back: also finds the holder whose message has been released and acquired again since.
     *
     * @param handle the {@link Message#handle()} of the acquisition.
     * @throws IllegalArgumentException if no acquisition of this pool can have this handle.
     * @throws IllegalStateException    if that acquisition has ended, or the pool is closed.
     */
    public void release(long handle) {
        int slot = (int) (handle >>> SLOT_SHIFT);
        if (slot < 0 || slot >= messages.length || (handle & IN_USE) == 0) {
            throw new IllegalArgumentException("no handle of this pool: handle=" + handle + ", pool=" + name);
        }
        release(slot, handle);
    }

    /**
     * The pool's name, which is also its tag in the memory's ledger.
     *
     * @return the name.
     */
    public String name() {
        return name;
    }

    /**
     * How many messages there are.
     *
     * @return the count.
     */
    public int capacity() {
        return messages.length;
    }

    /**
     * How many messages are out. Costs the hot path nothing: it is counted from the slots' states when asked, and exact when no
     * thread is acquiring or releasing meanwhile.
     *
     * @return the count.
     * @throws IllegalStateException if the pool is closed.
     */
    public int inUse() {
        int count = 0;
        for (int slot = 0; slot < messages.length; slot++) {
            count += (int) (block.getLongAcquire(stateOffset(slot)) & IN_USE);
        }
        return count;
    }

    /**
     * How often a message was acquired: counted from the slots' generations, as {@link #inUse()} is.
     *
     * @return the count.
     * @throws IllegalStateException if the pool is closed.
     */
    public long acquiredCount() {
        long count = 0;
        for (int slot = 0; slot < messages.length; slot++) {
            count += ((block.getLongAcquire(stateOffset(slot)) & GENERATION_MASK) + 1) >>> 1;
        }
        return count;
    }

    /**
     * How often no message was free.
     *
     * @return the count.
     */
    public long refusedCount() {
        return refused.get();
    }

    /** Gives the memory back. Messages that are still out throw when they are used. */
    @Override
    public void close() {
        block.close();
    }

    void releaseUnchecked(Message message) {
        release(message.slot(), message.state());
    }

    private void release(int slot, long handle) {
        if ((handle & IN_USE) == 0 || !block.compareAndSetLong(stateOffset(slot), handle, nextGeneration(handle))) {
            throw new IllegalStateException("message is released already: pool=" + name + ", slot=" + slot);
        }
        messages[slot].released();
        push(slot);
    }

    /** The generation wraps after 2^42 uses of a slot and never runs into the slot's number above it. */
    private static long nextGeneration(long handle) {
        return (handle & ~GENERATION_MASK) | ((handle + 1) & GENERATION_MASK & ~IN_USE);
    }

    private void push(int slot) {
        long head;
        do {
            head = block.getLongAcquire(MessageLayout.HEAD_OFFSET);
            block.putInt(MessageLayout.slotOffset(slot) + MessageLayout.NEXT_OFFSET, (int) head);
        } while (!block.compareAndSetLong(MessageLayout.HEAD_OFFSET, head, changed(head, slot + 1)));
    }

    private int pop() {
        long head;
        int next;
        do {
            head = block.getLongAcquire(MessageLayout.HEAD_OFFSET);
            if ((int) head == 0) {
                return -1;
            }
            next = block.getInt(MessageLayout.slotOffset((int) head - 1) + MessageLayout.NEXT_OFFSET);
        } while (!block.compareAndSetLong(MessageLayout.HEAD_OFFSET, head, changed(head, next)));
        return (int) head - 1;
    }

    private static long changed(long head, int first) {
        return ((head >>> 32) + 1) << 32 | first;
    }

    private static int stateOffset(int slot) {
        return MessageLayout.slotOffset(slot) + MessageLayout.STATE_OFFSET;
    }

    private static int checkCapacity(int capacity) {
        if (capacity < 1 || capacity > MAX_CAPACITY) {
            throw new IllegalArgumentException("capacity must be 1 to " + MAX_CAPACITY + ": capacity=" + capacity);
        }
        return capacity;
    }
}
