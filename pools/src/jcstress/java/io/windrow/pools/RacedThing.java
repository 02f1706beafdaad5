package io.windrow.pools;

import java.util.concurrent.atomic.AtomicInteger;

/** What the races are about. */
final class RacedThing extends Pooled {

    /** Plain, so that it is seen in order only where the pool orders it. */
    int value;
    final AtomicInteger disposals = new AtomicInteger();

    static PoolBuilder<RacedThing> plan(int capacity) {
        return ObjectPool.of(RacedThing::new).capacity(capacity).onLeak(report -> { });
    }

    /** 1 if the object was released by this call, 0 if it was refused. */
    static int closed(RacedThing object) {
        try {
            object.close();
            return 1;
        } catch (IllegalStateException e) {
            return 0;
        }
    }

    /** 1 if the acquisition was ended by this call, 0 if it was refused. */
    static int released(ObjectPool<RacedThing> pool, long handle) {
        try {
            pool.release(handle);
            return 1;
        } catch (IllegalStateException e) {
            return 0;
        }
    }

    /** 1 if there was one, 0 if there was none, 2 if the pool was closed. */
    static int acquired(ObjectPool<RacedThing> pool) {
        try {
            return pool.acquire() == null ? 0 : 1;
        } catch (PoolExhaustedException e) {
            return 0;
        } catch (IllegalStateException e) {
            return 2;
        }
    }
}
