package io.windrow.pools.peers;

import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.pools.EmptyPolicy;
import io.windrow.pools.LanePool;
import io.windrow.pools.LeakReport;
import io.windrow.pools.Message;
import io.windrow.pools.ObjectPool;
import io.windrow.pools.PoolBuilder;
import io.windrow.pools.Pooled;
import java.util.function.Function;

/**
 * The pools of this room. What is acquired and released is typed in subclasses, as it is in a program: a cast to an interface would
 * cost more.
 */
abstract class OwnPool<T extends Pooled & Content> extends Peer<T> {

    final ObjectPool<T> pool;

    OwnPool(PoolBuilder<T> plan, Function<PoolBuilder<T>, ObjectPool<T>> variant) {
        pool = variant.apply(plan.capacity(CAPACITY).whenEmpty(EmptyPolicy.returnNull()).onLeak(OwnPool::expected));
    }

    static PoolBuilder<PooledItem> objects() {
        return ObjectPool.of(PooledItem::new);
    }

    static PoolBuilder<MessageItem> messages() {
        return Message.pool(OffHeapMemory.withBudget(MessageItem.LAYOUT.slabBytes(CAPACITY)), MessageItem::new);
    }

    @Override
    long made() {
        return pool.capacity();
    }

    @Override
    void unbind() {
        if (pool instanceof LanePool<T> lane) {
            lane.unbind();
        }
    }

    @Override
    void verify() {
        if (pool.inUse() != 0 || pool.acquiredCount() != pool.releasedCount() || pool.retiredCount() != 0) {
            throw new IllegalStateException("all must have come back: " + pool);
        }
        super.verify();
    }

    @Override
    void close() {
        pool.close();
    }

    /** Misuse leaves objects out. */
    private static void expected(LeakReport report) {
        // Not worth a line.
    }

    /** Objects on the heap. */
    static final class Objects extends OwnPool<PooledItem> {
        Objects(PoolBuilder<PooledItem> plan, Function<PoolBuilder<PooledItem>, ObjectPool<PooledItem>> variant) {
            super(plan, variant);
        }

        @Override
        PooledItem acquire() {
            return pool.acquire();
        }

        @Override
        void release(PooledItem object) {
            pool.release(object);
        }
    }

    /** Messages off the heap. */
    static final class Messages extends OwnPool<MessageItem> {
        Messages(PoolBuilder<MessageItem> plan, Function<PoolBuilder<MessageItem>, ObjectPool<MessageItem>> variant) {
            super(plan, variant);
        }

        @Override
        MessageItem acquire() {
            return pool.acquire();
        }

        @Override
        void release(MessageItem object) {
            pool.release(object);
        }
    }
}
