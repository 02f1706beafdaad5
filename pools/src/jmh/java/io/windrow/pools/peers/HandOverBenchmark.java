package io.windrow.pools.peers;

import org.openjdk.jmh.annotations.Param;

/** Pools that two threads can share in this way. */
public class HandOverBenchmark extends HandOver {

    @Param({"lane", "concurrent", "oneToOne", "manyToMany", "commons", "vibur", "new"})
    public String pool;

    @Override
    Peer<? extends Content> peer() {
        return Peer.of(pool);
    }
}
