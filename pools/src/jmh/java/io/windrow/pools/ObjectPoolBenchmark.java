package io.windrow.pools;

import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.ManyToManyConcurrentArrayQueue;
import org.agrona.concurrent.OneToOneConcurrentArrayQueue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Acquire and release by one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class ObjectPoolBenchmark {

    private static final int CAPACITY = 256;

    static final class Item extends Pooled {
        long number;
    }

    private SingleThreadPool<Item> single;
    private LanePool<Item> lane;
    private ConcurrentPool<Item> concurrent;
    private Item[] stack;
    private int top;
    private ManyToManyConcurrentArrayQueue<Item> many;
    private OneToOneConcurrentArrayQueue<Item> one;

    /** Fills all pools. */
    @Setup
    public void open() {
        single = ObjectPool.of(Item::new).capacity(CAPACITY).singleThread();
        lane = ObjectPool.of(Item::new).capacity(CAPACITY).lane();
        concurrent = ObjectPool.of(Item::new).capacity(CAPACITY).concurrent();
        stack = new Item[CAPACITY];
        many = new ManyToManyConcurrentArrayQueue<>(CAPACITY);
        one = new OneToOneConcurrentArrayQueue<>(CAPACITY);
        for (int i = 0; i < CAPACITY; i++) {
            stack[top++] = new Item();
            many.offer(new Item());
            one.offer(new Item());
        }
    }

    /** One thread. */
    @Benchmark
    public void singleThread(Blackhole sink) {
        Item item = single.acquire();
        sink.consume(item);
        single.release(item);
    }

    /** Lane. */
    @Benchmark
    public void lane(Blackhole sink) {
        Item item = lane.acquire();
        sink.consume(item);
        lane.release(item);
    }

    /** Any. */
    @Benchmark
    public void concurrent(Blackhole sink) {
        Item item = concurrent.acquire();
        sink.consume(item);
        concurrent.release(item);
    }

    /** Bare. */
    @Benchmark
    public void arrayStack(Blackhole sink) {
        Item item = stack[--top];
        sink.consume(item);
        stack[top++] = item;
    }

    /** Agrona. */
    @Benchmark
    public void manyToMany(Blackhole sink) {
        Item item = many.poll();
        sink.consume(item);
        many.offer(item);
    }

    /** Agrona. */
    @Benchmark
    public void oneToOne(Blackhole sink) {
        Item item = one.poll();
        sink.consume(item);
        one.offer(item);
    }
}
