package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that release what is not theirs, and owners whose objects are reclaimed. */
@Timeout(300)
class PoolHostileIT {

    private static final int OWNERS = 2;
    private final Random seeds = new Random(Long.getLong("windrow.seed", 7));
    private final AtomicLong refusals = new AtomicLong();
    private final AtomicInteger running = new AtomicInteger();

    @BeforeEach
    void start() {
        running.set(OWNERS);
    }

    @AfterEach
    void haveRefused() {
        assertThat(refusals).as("refusals").hasPositiveValue();
    }

    @Test
    void shouldRefuseStaleHandlesWhateverTheOwnersDo() throws Exception {
        for (int capacity : new int[] {1, 2, 65}) {
            running.set(OWNERS);
            try (ConcurrentPool<OwnedThing> pool = ObjectPool.of(OwnedThing::new).capacity(capacity).concurrent()) {
                AtomicReference<Long> stale = new AtomicReference<>();
                attack(pool, 1_000_000, (object, handle) -> stale.set(handle), () -> {
                    Long handle = stale.get();
                    if (handle != null) {
                        pool.release(handle);
                        throw new AssertionError("a stale handle has released something: " + handle);
                    }
                });
            }
        }
    }

    @Test
    void shouldRefuseStaleReferencesInTheCheckedMode() throws Exception {
        for (int capacity : new int[] {1, 2, 65}) {
            running.set(OWNERS);
            try (ConcurrentPool<OwnedThing> pool = ObjectPool.of(OwnedThing::new).capacity(capacity).checked(true).concurrent()) {
                AtomicReference<OwnedThing> stale = new AtomicReference<>();
                attack(pool, 50_000, (object, handle) -> stale.set(object), () -> {
                    OwnedThing object = stale.get();
                    if (object != null) {
                        object.close();
                        throw new AssertionError("a stale reference has released something");
                    }
                });
            }
        }
    }

    @Test
    void shouldReclaimFromAnOwnerOrLetItReleaseNeverBoth() throws Exception {
        for (int capacity : new int[] {1, 2, 5, 70}) {
            AtomicLong told = new AtomicLong();
            try (ConcurrentPool<OwnedThing> pool = ObjectPool.of(OwnedThing::new).capacity(capacity)
                .whenEmpty(EmptyPolicy.<OwnedThing>reclaimOldest((object, handle) -> told.incrementAndGet())).concurrent()) {
                long before = refusals.get();
                List<Callable<Long>> owners = new ArrayList<>();
                for (int self = 1; self <= 3; self++) {
                    owners.add(() -> holdAndLoseSome(pool, capacity / 2 + 1));
                }
                long acquired = PoolOwnershipIT.run(owners);

                assertThat(pool.inUse()).isZero();
                assertThat(pool.acquiredCount()).isEqualTo(acquired);
                assertThat(pool.reclaimedCount()).isEqualTo(refusals.get() - before).isEqualTo(told.get());
                assertThat(pool.releasedCount() + pool.reclaimedCount()).isEqualTo(acquired);
            }
        }
    }

    private long holdAndLoseSome(ConcurrentPool<OwnedThing> pool, int hold) {
        long acquired = 0;
        List<OwnedThing> held = new ArrayList<>();
        for (int round = 0; round < 20_000; round++) {
            for (int i = 0; i < hold; i++) {
                try {
                    held.add(pool.acquire());
                    acquired++;
                } catch (PoolExhaustedException e) {
                    // For a moment none was out nor free: all were changing hands.
                }
            }
            for (OwnedThing object : held) {
                try {
                    object.close();
                } catch (IllegalStateException e) {
                    assertThat(e).hasMessageStartingWith("object was reclaimed: pool=objects, slot=");
                    refusals.incrementAndGet();
                }
            }
            held.clear();
        }
        return acquired;
    }

    /** Told of each object, and the handle it had, right after its release. */
    private interface Spy {
        void released(OwnedThing object, long handle);
    }

    private void attack(ConcurrentPool<OwnedThing> pool, int rounds, Spy spy, Runnable misuse) throws Exception {
        List<Callable<Long>> threads = new ArrayList<>();
        CountDownLatch refused = new CountDownLatch(1);
        for (int self = 1; self <= OWNERS; self++) {
            int number = self;
            Random random = new Random(seeds.nextLong());
            threads.add(() -> own(pool, number, rounds, refused, random, spy));
        }
        threads.add(() -> attackWhileOwned(misuse, refused));
        long acquired = PoolOwnershipIT.run(threads);
        PoolOwnershipIT.assertWhole(pool, acquired);
    }

    /** Goes on, whichever thread began first, until the attack has met a refusal. */
    private long own(ConcurrentPool<OwnedThing> pool, int self, int rounds, CountDownLatch refused, Random random, Spy spy) {
        long taken = 0;
        try {
            for (int round = 0; round < rounds || refused.getCount() > 0; round++) {
                OwnedThing object = pool.tryAcquire();
                if (object != null) {
                    object.take(self, ++taken);
                    long handle = object.handle();
                    object.leave(self, taken);
                    pool.release(object);
                    if (random.nextInt(8) == 0) {
                        spy.released(object, handle);
                    }
                }
            }
            return taken;
        } finally {
            running.decrementAndGet();
        }
    }

    private long attackWhileOwned(Runnable misuse, CountDownLatch refused) {
        try {
            while (running.get() > 0) {
                try {
                    misuse.run();
                } catch (IllegalStateException e) {
                    refusals.incrementAndGet();
                    refused.countDown();
                }
            }
            return 0;
        } finally {
            // An attack that has failed keeps no owner.
            refused.countDown();
        }
    }
}
