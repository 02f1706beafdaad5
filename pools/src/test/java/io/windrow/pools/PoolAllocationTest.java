package io.windrow.pools;

import io.windrow.buffers.testing.Allocations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is allocated outside the checked mode. */
@MethodSource("io.windrow.pools.PoolCase#unchecked")
class PoolAllocationTest extends PoolSuite {

    @Test
    void shouldAllocateNothingToAcquireFillAndRelease() {
        ObjectPool<Pooled> pool = open();
        Allocations.assertNone(() -> {
            Pooled a = pool.acquire();
            Pooled b = pool.tryAcquire();
            PoolCase.fill(a, 3);
            pool.release(b);
            a.close();
        });
    }

    @Test
    void shouldAllocateNothingToReleaseByHandle() {
        ObjectPool<Pooled> pool = open();
        Allocations.assertNone(() -> pool.release(pool.get(pool.acquire().handle()).handle()));
    }

    @Test
    void shouldAllocateNothingToReset() {
        ObjectPool<Pooled> pool = open(plan().reset(object -> PoolCase.fill(object, 0)));
        Allocations.assertNone(() -> pool.acquire().close());
    }

    @Test
    void shouldAllocateNothingToRefuse() {
        ObjectPool<Pooled> failing = open();
        ObjectPool<Pooled> returning = open(plan().name("other").whenEmpty(EmptyPolicy.returnNull()));
        acquireAll(failing);
        acquireAll(returning);

        Allocations.assertNone(failing::tryAcquire);
        Allocations.assertNone(returning::acquire);
        Allocations.assertNone(() -> acquireInVain(failing));
    }

    @Test
    void shouldAllocateNothingToCount() {
        ObjectPool<Pooled> pool = open();
        acquireAll(pool);
        Allocations.assertNone(() -> {
            long sum = pool.inUse() + pool.idle() + pool.waiting() + pool.highWaterMark() + pool.acquiredCount() + pool.releasedCount();
            sum += pool.refusedCount() + pool.waitedCount() + pool.reclaimedCount() + pool.leakedCount() + pool.retiredCount();
            if (sum == 0) {
                throw new AssertionError("five are out");
            }
        });
        pool.checkLeaks();
    }

    private static void acquireInVain(ObjectPool<Pooled> pool) {
        try {
            pool.acquire();
            throw new AssertionError("the pool must be exhausted");
        } catch (PoolExhaustedException expected) {
            // Thrown without a trace, which is what is measured.
        }
    }
}
