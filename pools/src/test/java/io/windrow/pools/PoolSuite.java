package io.windrow.pools;

import io.windrow.buffers.memory.OffHeapMemory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs over every variant, kind of object and mode, unless a subclass names fewer. */
@ParameterizedClass
@MethodSource("io.windrow.pools.PoolCase#all")
abstract class PoolSuite {

    static final int CAPACITY = 5;

    @Parameter
    PoolCase given;

    final OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
    final List<LeakReport> reports = new ArrayList<>();
    private final List<ObjectPool<Pooled>> pools = new ArrayList<>();

    @AfterEach
    void closeAll() {
        pools.forEach(ObjectPool::close);
        memory.close();
    }

    PoolBuilder<Pooled> plan() {
        return given.plan(memory).capacity(CAPACITY).onLeak(reports::add);
    }

    ObjectPool<Pooled> open(PoolBuilder<Pooled> plan) {
        ObjectPool<Pooled> pool = given.open(plan);
        pools.add(pool);
        return pool;
    }

    ObjectPool<Pooled> open(EmptyPolicy<? super Pooled> policy) {
        return open(plan().whenEmpty(policy));
    }

    ObjectPool<Pooled> open() {
        return open(plan());
    }

    /** Takes as many as the pool opened with. */
    static List<Pooled> acquireAll(ObjectPool<Pooled> pool) {
        List<Pooled> out = new ArrayList<>();
        while (out.size() < CAPACITY) {
            out.add(pool.acquire());
        }
        return out;
    }
}
