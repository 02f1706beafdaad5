package io.windrow.pools.peers;

import org.openjdk.jmh.annotations.Fork;

/** Netty's recycler, which keeps a pool for each thread. */
@Fork(value = 3, jvmArgsAppend = {FastThreads.EXECUTOR, FastThreads.CLASS})
public class TwoThreadsNettyBenchmark extends TwoThreads {

    @Override
    Peer<? extends Content> peer() {
        return Peer.of("nettyGuarded");
    }
}
