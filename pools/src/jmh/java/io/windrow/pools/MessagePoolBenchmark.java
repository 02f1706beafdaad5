package io.windrow.pools;

import io.windrow.buffers.Side;
import io.windrow.buffers.memory.OffHeapMemory;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A signal's life: got, filled, handed to a place the compiler cannot see into, given back. From the pool, from a queue of objects used as
 * a pool, and as an object made each time. Run with {@code -prof gc} to see what each allocates.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class MessagePoolBenchmark {

    private static final int CAPACITY = 256;

    private OffHeapMemory memory;
    private MessagePool<Signal> pool;
    private ArrayBlockingQueue<PlainSignal> queue;
    private long number;

    /** The same content as {@link Signal}, on the heap. */
    static final class PlainSignal {
        int strategyId;
        int instrumentId;
        Side side;
        long stepNanos;
        long candleTimeNanos;
        long price;
        long dueNanos;

        PlainSignal set(long number) {
            strategyId = 1;
            instrumentId = 2;
            side = Side.BUY;
            stepNanos = number;
            candleTimeNanos = number;
            price = number;
            dueNanos = number;
            return this;
        }
    }

    /** Fills all pools. */
    @Setup
    public void open() {
        memory = OffHeapMemory.withBudget(MessagePool.footprintBytes(CAPACITY));
        pool = MessagePool.signals(memory, CAPACITY);
        queue = new ArrayBlockingQueue<>(CAPACITY);
        while (queue.remainingCapacity() > 0) {
            queue.add(new PlainSignal());
        }
    }

    /** Fails the run if a message got lost on the way or was refused. */
    @TearDown
    public void close() {
        try (OffHeapMemory all = memory) {
            if (pool.inUse() != 0 || pool.refusedCount() != 0 || queue.size() != CAPACITY) {
                throw new IllegalStateException("all must have come back: inUse=" + pool.inUse() + ", refused=" + pool.refusedCount()
                    + ", queued=" + queue.size() + ", memory=" + all);
            }
        }
    }

    /** The pool of this room. */
    @Benchmark
    public void messagePool(Blackhole sink) {
        long value = ++number;
        Signal signal = pool.acquire();
        signal.set(1, 2, Side.BUY, value, value, value, value);
        sink.consume(signal);
        signal.close();
    }

    /** A queue that holds the free objects. */
    @Benchmark
    public void queueAsPool(Blackhole sink) {
        PlainSignal signal = queue.poll();
        sink.consume(signal.set(++number));
        queue.offer(signal);
    }

    /** No pool: the collector gets it. */
    @Benchmark
    public void newObject(Blackhole sink) {
        sink.consume(new PlainSignal().set(++number));
    }
}
