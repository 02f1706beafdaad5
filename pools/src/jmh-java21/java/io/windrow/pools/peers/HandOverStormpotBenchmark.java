package io.windrow.pools.peers;

/** Stormpot, whose classes need Java 21. */
public class HandOverStormpotBenchmark extends HandOver {

    @Override
    Peer<? extends Content> peer() {
        return new StormpotPool(false);
    }
}
