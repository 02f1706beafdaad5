package io.windrow.pools.peers;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** An object that the method which made it has done with: the compiler need not make it at all. */
@State(Scope.Thread)
public class NeverEscapingBenchmark extends PeerBenchmark {

    @Param({"new", "single"})
    public String pool;

    private long number;

    @Override
    Peer<? extends Content> peer() {
        return Peer.of(pool);
    }

    @Benchmark
    public long within() {
        Content item = peer.acquire();
        item.write(++number);
        long read = item.number();
        peer.release(item);
        return read;
    }
}
