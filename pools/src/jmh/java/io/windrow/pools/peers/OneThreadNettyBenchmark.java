package io.windrow.pools.peers;

import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;

/** Netty's recycler on the threads it is made for. */
@Fork(value = 3, jvmArgsAppend = {FastThreads.EXECUTOR, FastThreads.CLASS})
public class OneThreadNettyBenchmark extends OneThread {

    @Param({"nettyGuarded", "nettyUnguarded"})
    public String pool;

    @Override
    Peer<? extends Content> peer() {
        return Peer.of(pool);
    }
}
