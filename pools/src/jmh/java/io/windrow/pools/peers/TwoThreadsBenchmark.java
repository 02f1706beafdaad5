package io.windrow.pools.peers;

import org.openjdk.jmh.annotations.Param;

/** Pools that any thread may use. */
public class TwoThreadsBenchmark extends TwoThreads {

    @Param({"concurrent", "manyToMany", "commons", "vibur", "new"})
    public String pool;

    @Override
    Peer<? extends Content> peer() {
        return Peer.of(pool);
    }
}
