package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** More than a hundred million acquisitions and releases by several threads: no two owners, nothing lost, never falsely empty. */
@Timeout(600)
class PoolOwnershipIT {

    private static final long SEED = Long.getLong("windrow.seed", System.nanoTime());

    @Test
    void shouldHaveOneOwnerInAConcurrentPoolThatIsOftenEmpty() throws Exception {
        System.out.println("-Dwindrow.seed=" + SEED);
        for (int capacity : new int[] {1, 2, 3, 64, 65, 128, 3000}) {
            contend(capacity, 3, Math.max(1, capacity / 2), false, 2_000_000);
        }
    }

    @Test
    void shouldNeverFindAConcurrentPoolEmptyThatIsNot() throws Exception {
        System.out.println("-Dwindrow.seed=" + SEED);
        contend(3, 2, 1, true, 3_000_000);
        contend(5, 2, 2, true, 3_000_000);
        contend(65, 2, 32, true, 3_000_000);
        contend(129, 2, 64, true, 3_000_000);
        contend(7, 3, 2, true, 1_500_000);
        contend(301, 3, 100, true, 1_500_000);
    }

    @Test
    void shouldHaveOneOwnerInALane() throws Exception {
        System.out.println("-Dwindrow.seed=" + SEED);
        for (int capacity : new int[] {1, 3, 64, 1000}) {
            travel(ObjectPool.of(OwnedThing::new).capacity(capacity), 5_000_000);
        }
        travel(ObjectPool.of(OwnedThing::new).capacity(2).whenEmpty(EmptyPolicy.growTo(300)), 2_000_000);
        travel(ObjectPool.of(OwnedThing::new).capacity(4).whenEmpty(EmptyPolicy.waitUpTo(Duration.ofSeconds(60))), 500_000);
    }

    private static void contend(int capacity, int threads, int hold, boolean neverEmpty, int rounds) throws Exception {
        try (ConcurrentPool<OwnedThing> pool = ObjectPool.of(OwnedThing::new).capacity(capacity).concurrent()) {
            List<Callable<Long>> owners = new ArrayList<>();
            for (int thread = 1; thread <= threads; thread++) {
                int self = thread;
                owners.add(() -> own(pool, self, hold, neverEmpty, rounds));
            }
            long acquired = run(owners);
            assertThat(acquired).isPositive();
            assertWhole(pool, acquired);
            assertThat(pool.highWaterMark()).isLessThanOrEqualTo(Math.min(capacity, (long) threads * hold + threads));
        }
    }

    /** Takes up to some objects, in bursts, and gives them back in the order they came. */
    private static long own(ConcurrentPool<OwnedThing> pool, int self, int hold, boolean neverEmpty, int rounds) {
        Random random = new Random(SEED + self);
        ArrayDeque<OwnedThing> held = new ArrayDeque<>(hold);
        long taken = 0;
        long left = 0;
        for (int round = 0; round < rounds; round++) {
            OwnedThing object = held.size() < hold && (held.isEmpty() || random.nextInt(16) != 0) ? pool.tryAcquire() : null;
            if (object != null) {
                object.take(self, self * 1_000_000_000_000L + taken++);
                held.add(object);
            } else if (neverEmpty && held.isEmpty()) {
                throw new AssertionError("the pool has always one free: capacity=" + pool.capacity());
            }
            if (object == null || held.size() == hold) {
                for (int i = held.isEmpty() ? 0 : 1 + random.nextInt(held.size()); i > 0; i--) {
                    OwnedThing last = held.remove();
                    last.leave(self, self * 1_000_000_000_000L + left++);
                    pool.release(last);
                }
            }
        }
        for (OwnedThing last : held) {
            last.leave(self, self * 1_000_000_000_000L + left++);
            last.close();
        }
        return taken;
    }

    private static void travel(PoolBuilder<OwnedThing> plan, int rounds) throws Exception {
        try (LanePool<OwnedThing> pool = plan.lane()) {
            AtomicReferenceArray<OwnedThing> queue = new AtomicReferenceArray<>(2048);
            run(List.of(() -> send(pool, queue, rounds), () -> receive(queue, rounds)));
            assertWhole(pool, rounds);
        }
    }

    private static long send(LanePool<OwnedThing> pool, AtomicReferenceArray<OwnedThing> queue, int rounds) {
        for (int i = 0; i < rounds; i++) {
            OwnedThing object = null;
            while (object == null) {
                try {
                    object = pool.acquire();
                } catch (PoolExhaustedException e) {
                    Thread.yield();
                }
            }
            object.take(1, i);
            while (!queue.compareAndSet(i % queue.length(), null, object)) {
                Thread.yield();
            }
        }
        return rounds;
    }

    private static long receive(AtomicReferenceArray<OwnedThing> queue, int rounds) {
        Random random = new Random(SEED);
        ArrayDeque<OwnedThing> held = new ArrayDeque<>();
        int taken = 0;
        for (int left = 0; left < rounds;) {
            OwnedThing object = queue.getAndSet(taken % queue.length(), null);
            if (object != null) {
                held.add(object);
                taken++;
            } else {
                Thread.yield();
            }
            for (int i = object == null ? held.size() : random.nextInt(held.size() + 1); i > 0; i--) {
                OwnedThing next = held.remove();
                next.leave(1, left++);
                next.close();
            }
        }
        return 0;
    }

    static void assertWhole(ObjectPool<OwnedThing> pool, long acquired) {
        assertThat(pool.acquiredCount()).isEqualTo(acquired);
        assertThat(pool.releasedCount()).isEqualTo(acquired);
        System.out.println(pool + ", acquired and released " + acquired + " times, refused " + pool.refusedCount());
        assertThat(pool.inUse()).isZero();
        if (pool instanceof LanePool<OwnedThing> lane) {
            lane.unbind();
        }
        List<OwnedThing> all = new ArrayList<>();
        for (int i = 0; i < pool.made; i++) {
            all.add(pool.tryAcquire());
        }
        assertThat(all).doesNotHaveDuplicates().doesNotContainNull();
        assertThat(pool.tryAcquire()).isNull();
        all.forEach(OwnedThing::close);
    }

    /** Runs all at once; returns the sum of what they return. */
    static long run(List<Callable<Long>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            long sum = 0;
            for (Future<Long> result : threads.invokeAll(work)) {
                sum += result.get();
            }
            return sum;
        } finally {
            threads.shutdownNow();
        }
    }
}
