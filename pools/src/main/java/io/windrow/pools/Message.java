package io.windrow.pools;

import io.windrow.buffers.memory.MemoryBlock;

/**
 * A pooled message over an off-heap slot. Owned by one thread at a time, from {@link MessagePool#acquire()} to release; handing
 * it to another thread needs a queue or a ring between them, which also makes its values visible there.
 */
public abstract class Message implements AutoCloseable {

    private static final int RELEASED = -1;

    private MessagePool<?> pool;
    private MemoryBlock block;
    private int slot;
    private int bodyOffset = RELEASED;
    private long handle;

    Message() {
    }

    /**
     * Names this acquisition: the pool's slot and its generation. No two acquisitions from one pool share a handle.
     *
     * @return the handle.
     * @throws IllegalStateException if the message is released.
     */
    public final long handle() {
        body(0);
        return handle;
    }

    /**
     * Gives the message back to its pool.
     *
     * @throws IllegalStateException if it is released already.
     */
    @Override
    public final void close() {
        pool.releaseUnchecked(this);
    }

    final void attach(MessagePool<?> owner, MemoryBlock memory, int number) {
        pool = owner;
        block = memory;
        slot = number;
    }

    final void acquired(long state) {
        handle = state;
        bodyOffset = MessageLayout.slotOffset(slot) + MessageLayout.BODY_OFFSET;
    }

    final void released() {
        bodyOffset = RELEASED;
    }

    final MessagePool<?> pool() {
        return pool;
    }

    final int slot() {
        return slot;
    }

    final long state() {
        return handle;
    }

    final long getLong(int offset) {
        return block.getLong(body(offset));
    }

    final void putLong(int offset, long value) {
        block.putLong(body(offset), value);
    }

    final int getInt(int offset) {
        return block.getInt(body(offset));
    }

    final void putInt(int offset, int value) {
        block.putInt(body(offset), value);
    }

    private int body(int offset) {
        if (bodyOffset == RELEASED) {
            throw new IllegalStateException("message is released: pool=" + pool.name() + ", slot=" + slot);
        }
        return bodyOffset + offset;
    }
}
