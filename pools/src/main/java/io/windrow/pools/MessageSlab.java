package io.windrow.pools;

import io.windrow.buffers.memory.MemoryBlock;
import io.windrow.buffers.memory.OffHeapMemory;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;

/** Messages and the off-heap slots under them: one block for each time the pool grows. */
final class MessageSlab<T extends Message> implements ObjectSource<T> {

    private final OffHeapMemory memory;
    private final Supplier<? extends T> factory;
    private final MessageLayout layout;
    /** A block for each step of the pool, in the order of slots; steps are alike but for the last. */
    private MemoryBlock[] blocks = new MemoryBlock[0];
    private int step;
    private boolean closed;

    MessageSlab(OffHeapMemory memory, Supplier<? extends T> factory) {
        this.memory = Objects.requireNonNull(memory, "memory");
        this.factory = Objects.requireNonNull(factory, "factory");
        layout = Objects.requireNonNull(factory.get(), "the factory must not return null").layout();
    }

    MessageLayout layout() {
        return layout;
    }

    @Override
    public synchronized void prepare(String pool, int firstSlot, int count) {
        if (firstSlot == 0) {
            requireUnused(pool);
            step = count;
        }
        requireOpen(pool);
        MemoryBlock block = memory.allocate(pool, (long) count * layout.bytes());
        MemoryBlock[] grown = Arrays.copyOf(blocks, blocks.length + 1);
        grown[blocks.length] = block;
        blocks = grown;
    }

    @Override
    public synchronized void abandon(int firstSlot) {
        int index = firstSlot / step;
        blocks[index].close();
        blocks = Arrays.copyOf(blocks, index);
    }

    @Override
    public T make(int slot) {
        T message = factory.get();
        // One that has a pool already is refused there, and must not be moved before.
        if (message != null && message.pool() == null) {
            requireLayout(message);
            message.moveTo(blocks[slot / step], slot % step * layout.bytes());
        }
        return message;
    }

    @Override
    public T succeed(T old) {
        return make(old.slot());
    }

    @Override
    public boolean standAlone() {
        return false;
    }

    @Override
    public synchronized void close() {
        closed = true;
        for (MemoryBlock block : blocks) {
            block.close();
        }
    }

    /** A thread that found its pool open may come here when another has closed it meanwhile; its block would be nobody's. */
    private void requireOpen(String pool) {
        if (closed) {
            throw new IllegalStateException("pool is closed: pool=" + pool);
        }
    }

    private void requireUnused(String pool) {
        if (blocks.length > 0) {
            throw new IllegalStateException("a plan of messages opens one pool: pool=" + pool);
        }
    }

    private void requireLayout(T message) {
        if (message.layout() != layout) {
            throw new IllegalStateException("the factory must make messages of one layout: layout=" + layout.name() + ", made="
                + message.layout().name());
        }
    }
}
