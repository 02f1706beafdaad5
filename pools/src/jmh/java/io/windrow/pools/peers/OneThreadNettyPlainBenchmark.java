package io.windrow.pools.peers;

/** Netty's recycler on a thread of the JDK's own, on which it makes an object for each call. */
public class OneThreadNettyPlainBenchmark extends OneThread {

    @Override
    Peer<? extends Content> peer() {
        return Peer.of("nettyGuarded");
    }
}
