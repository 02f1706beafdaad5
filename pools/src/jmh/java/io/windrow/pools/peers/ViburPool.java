package io.windrow.pools.peers;

import org.vibur.objectpool.ConcurrentPool;
import org.vibur.objectpool.PoolObjectFactory;
import org.vibur.objectpool.util.ConcurrentLinkedDequeCollection;

/** Vibur's object pool over its own collection, filled before it is used, not fair. */
final class ViburPool extends Peer<PlainItem> {

    private final ConcurrentPool<PlainItem> pool =
        new ConcurrentPool<>(new ConcurrentLinkedDequeCollection<>(), new Factory(), CAPACITY, CAPACITY, false);

    @Override
    PlainItem acquire() {
        return pool.tryTake();
    }

    @Override
    void release(PlainItem object) {
        pool.restore(object);
    }

    @Override
    long made() {
        return pool.createdTotal();
    }

    @Override
    void close() {
        pool.close();
    }

    private static final class Factory implements PoolObjectFactory<PlainItem> {

        @Override
        public PlainItem create() {
            return new PlainItem();
        }

        @Override
        public boolean readyToTake(PlainItem object) {
            return true;
        }

        @Override
        public boolean readyToRestore(PlainItem object) {
            return true;
        }

        @Override
        public void destroy(PlainItem object) {
            // Nothing to dispose of.
        }
    }
}
