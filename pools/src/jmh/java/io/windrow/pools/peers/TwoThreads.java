package io.windrow.pools.peers;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.Blackhole;

/** Acquire and release by two threads that share a pool: the time of one thread for both. */
@State(Scope.Benchmark)
@Threads(2)
public abstract class TwoThreads extends PeerBenchmark {

    @Benchmark
    public void shared(Blackhole sink) {
        Content item = peer.acquire();
        while (item == null) {
            // A queue is seen as empty while the thread that puts one at its head is stopped in the midst of it.
            Thread.onSpinWait();
            item = peer.acquire();
        }
        sink.consume(item);
        peer.release(item);
    }
}
