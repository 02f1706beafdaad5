package io.windrow.pools.peers;

import org.openjdk.jmh.annotations.Param;

/** Pools that work on any thread. */
public class OneThreadBenchmark extends OneThread {

    @Param({"stack", "single", "lane", "concurrent", "singleMessages", "laneMessages", "concurrentMessages", "oneToOne", "manyToMany",
        "commons", "vibur", "new"})
    public String pool;

    @Override
    Peer<? extends Content> peer() {
        return Peer.of(pool);
    }
}
