package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.memory.OffHeapMemory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** Runs over the variants, kinds of object and modes that a subclass names; most name all. */
@ParameterizedClass
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

    /** True for the combinations that do not reclaim, which must say so. */
    boolean refusesToReclaim() {
        if (!given.reclaims()) {
            assertThatThrownBy(() -> open(EmptyPolicy.<Pooled>reclaimOldest((object, handle) -> { })))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("messages can be reclaimed in a pool of one thread only, as their owner may be writing: pool=stock");
        }
        return !given.reclaims();
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
