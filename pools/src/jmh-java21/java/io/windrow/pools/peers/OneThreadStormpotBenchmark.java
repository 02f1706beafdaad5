package io.windrow.pools.peers;

import org.openjdk.jmh.annotations.Param;

/** Stormpot, whose classes need Java 21. */
public class OneThreadStormpotBenchmark extends OneThread {

    @Param({"threadSafe", "singleThread"})
    public String tap;

    @Override
    Peer<? extends Content> peer() {
        return new StormpotPool(tap.equals("singleThread"));
    }
}
