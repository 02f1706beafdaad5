package io.windrow.pools.peers;

import org.agrona.concurrent.OneToOneConcurrentArrayQueue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.infra.Control;

/**
 * One thread acquires, writes and hands over through a queue that is the same for all; another takes, reads and releases. Each waits
 * for the other, so both halves show the time of one object on its whole way.
 */
@State(Scope.Group)
public abstract class HandOver extends PeerBenchmark {

    private final OneToOneConcurrentArrayQueue<Content> between = new OneToOneConcurrentArrayQueue<>(Peer.CAPACITY);

    /** Counts what one thread hands over. */
    @State(Scope.Thread)
    public static class Giver {
        private long number;
    }

    /** Counts what the other takes. */
    @State(Scope.Thread)
    public static class Taker {
        private long number;
        private long wrong;

        @TearDown
        public void verify() {
            if (wrong != 0) {
                throw new IllegalStateException("each must arrive once and in order: taken=" + number + ", wrong=" + wrong);
            }
        }
    }

    @Benchmark
    @Group("handOver")
    public void give(Giver giver, Control control) {
        Content item = peer.acquire();
        while (item == null && !control.stopMeasurement) {
            Thread.onSpinWait();
            item = peer.acquire();
        }
        if (item != null) {
            item.write(giver.number + 1);
            giver.number += offered(item, control) ? 1 : 0;
        }
    }

    @Benchmark
    @Group("handOver")
    public void take(Taker taker, Control control, Blackhole sink) {
        Content item = between.poll();
        while (item == null && !control.stopMeasurement) {
            Thread.onSpinWait();
            item = between.poll();
        }
        if (item != null) {
            taker.wrong += item.number() == ++taker.number ? 0 : 1;
            sink.consume(item);
            peer.release(item);
        }
    }

    @Override
    void bringBack() {
        for (Content item = between.poll(); item != null; item = between.poll()) {
            peer.release(item);
        }
    }

    /** Only objects that are not pooled can be more than the queue holds. */
    private boolean offered(Content item, Control control) {
        boolean offered = between.offer(item);
        while (!offered && !control.stopMeasurement) {
            Thread.onSpinWait();
            offered = between.offer(item);
        }
        return offered;
    }
}
