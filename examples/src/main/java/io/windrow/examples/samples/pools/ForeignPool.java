package io.windrow.examples.samples.pools;

import io.windrow.pools.PoolCounters;
import java.util.concurrent.ArrayBlockingQueue;

/** A pool of connections of somebody else's, watched like one of ours. */
final class ForeignPool {

    private ForeignPool() {
    }

    // docs:begin
    record Connections(int most, ArrayBlockingQueue<String> free) implements PoolCounters {
        @Override public String name() { return "database"; }
        @Override public long capacity() { return most; }
        @Override public long inUse() { return most - free.size(); }
    }
    // docs:end

    static void run() {
        ArrayBlockingQueue<String> free = new ArrayBlockingQueue<>(2);
        free.add("connection 1");
        PoolCounters pool = new Connections(2, free);
        System.out.println(pool.name() + " " + pool.inUse() + " of " + pool.capacity() + ", leaked " + pool.leakedCount());
    }
}
