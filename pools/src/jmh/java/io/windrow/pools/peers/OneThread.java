package io.windrow.pools.peers;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Acquire and release by one thread. The object goes where the compiler cannot see what becomes of it. */
@State(Scope.Thread)
public abstract class OneThread extends PeerBenchmark {

    private long number;

    @Benchmark
    public void escaping(Blackhole sink) {
        Content item = peer.acquire();
        sink.consume(item);
        peer.release(item);
    }

    @Benchmark
    public void written(Blackhole sink) {
        Content item = peer.acquire();
        item.write(++number);
        sink.consume(item);
        peer.release(item);
    }
}
