package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/** What every pool promises. */
@MethodSource("io.windrow.pools.PoolCase#all")
class ObjectPoolContractTest extends PoolSuite {

    @Test
    void shouldHandOutEachObjectOnceAndThenNone() {
        ObjectPool<Pooled> pool = open();
        Set<Pooled> out = Collections.newSetFromMap(new IdentityHashMap<>());

        out.addAll(acquireAll(pool));

        assertThat(out).hasSize(CAPACITY).allMatch(Pooled::isHeld);
        assertThat(pool.tryAcquire()).isNull();
    }

    @Test
    void shouldHandOutASlotAgainAfterItsRelease() {
        ObjectPool<Pooled> pool = open();
        Pooled returned = acquireAll(pool).get(3);
        returned.close();

        Pooled next = pool.acquire();

        assertThat(next.slot()).isEqualTo(3);
        assertThat(next == returned).as("the same object, but for the checked mode").isEqualTo(!given.checked());
        assertThat(pool.tryAcquire()).isNull();
    }

    @Test
    void shouldReleaseByObjectByCloseAndByHandle() {
        ObjectPool<Pooled> pool = open();
        List<Pooled> out = acquireAll(pool);

        pool.release(out.get(0));
        out.get(1).close();
        pool.release(out.get(2).handle());

        assertThat(pool.inUse()).isEqualTo(2);
        assertThat(out).extracting(Pooled::isHeld).containsExactly(false, false, false, true, true);
    }

    @Test
    void shouldKeepTheContentBetweenOwnersUnlessItIsReset() {
        ObjectPool<Pooled> kept = open(plan().capacity(1));
        ObjectPool<Pooled> cleared = open(plan().capacity(1).reset(object -> PoolCase.fill(object, 0)));
        for (ObjectPool<Pooled> pool : List.of(kept, cleared)) {
            try (Pooled object = pool.acquire()) {
                PoolCase.fill(object, 7);
            }
        }

        boolean fresh = given.checked() && given.kind() == PoolCase.Kind.THING;
        assertThat(PoolCase.value(kept.acquire())).as("a user's class is made anew in the checked mode").isEqualTo(fresh ? 0 : 7);
        assertThat(PoolCase.value(cleared.acquire())).isZero();
    }

    @Test
    void shouldNeverMixTheValuesOfTwoOwners() {
        ObjectPool<Pooled> pool = open();
        Pooled kept = pool.acquire();
        PoolCase.fill(kept, 99);
        for (int round = 0; round < 100; round++) {
            Pooled[] others = {pool.acquire(), pool.acquire(), pool.acquire()};
            for (int i = 0; i < others.length; i++) {
                PoolCase.fill(others[i], i);
            }
            for (int i = 0; i < others.length; i++) {
                assertThat(PoolCase.value(others[i])).isEqualTo(i);
                others[i].close();
            }
        }

        assertThat(PoolCase.value(kept)).isEqualTo(99);
    }

    @Test
    void shouldNameEachAcquisitionForEver() {
        ObjectPool<Pooled> pool = open();
        Set<Long> handles = new java.util.HashSet<>();
        for (int i = 0; i < 1000; i++) {
            try (Pooled a = pool.acquire(); Pooled b = pool.acquire()) {
                assertThat(handles.add(a.handle()) && handles.add(b.handle())).as("new handles").isTrue();
                assertThat(pool.get(a.handle())).isSameAs(a);
                assertThat(pool.get(b.handle())).isSameAs(b);
            }
        }
    }

    @Test
    void shouldCountExactly() {
        ObjectPool<Pooled> pool = open(EmptyPolicy.returnNull());
        assertCounts(pool, 0, 0, 0, 0, 0);
        List<Pooled> out = acquireAll(pool);
        pool.tryAcquire();
        pool.acquire();
        assertCounts(pool, 5, 5, 5, 0, 2);
        out.get(4).close();
        out.get(1).close();
        assertCounts(pool, 3, 5, 5, 2, 2);
        pool.acquire().close();
        assertCounts(pool, 3, 5, 6, 3, 2);
        pool.close();
        assertCounts(pool, 3, 5, 6, 3, 2);

        assertThat(pool.waitedCount() + pool.reclaimedCount() + pool.retiredCount() + pool.waiting()).isZero();
        assertThat(pool.leakedCount()).as("out when it was closed").isEqualTo(3);
    }

    @Test
    void shouldRememberTheMostThatWereOut() {
        ObjectPool<Pooled> pool = open();
        for (int i = 0; i < 10; i++) {
            try (Pooled a = pool.acquire(); Pooled b = pool.acquire()) {
                assertThat(a).isNotSameAs(b);
            }
        }
        assertThat(pool.highWaterMark()).isEqualTo(2);
    }

    @Test
    void shouldSayWhatItIs() {
        ObjectPool<Pooled> pool = open();
        pool.acquire();

        assertThat(pool.name()).isEqualTo("stock");
        assertThat(pool).hasToString(pool.getClass().getSimpleName() + "{name=stock, capacity=5, inUse=1}");
    }

    @Test
    void shouldTakeFromTheBudgetWhatItsLayoutSaysAndGiveItBack() {
        ObjectPool<Pooled> pool = open();

        assertThat(memory.usedBytes("stock")).isEqualTo(memory.usedBytes())
            .isEqualTo(given.kind() == PoolCase.Kind.ORDER ? Order.LAYOUT.slabBytes(CAPACITY) : 0);
        pool.close();
        assertThat(memory.usedBytes()).isZero();
    }

    private static void assertCounts(ObjectPool<?> pool, long inUse, long most, long acquired, long released, long refused) {
        assertThat(pool.capacity()).isEqualTo(CAPACITY);
        assertThat(pool.inUse()).as("in use").isEqualTo(inUse);
        assertThat(pool.idle()).as("idle").isEqualTo(CAPACITY - inUse);
        assertThat(pool.highWaterMark()).as("high-water mark").isEqualTo(most);
        assertThat(pool.acquiredCount()).as("acquired").isEqualTo(acquired);
        assertThat(pool.releasedCount()).as("released").isEqualTo(released);
        assertThat(pool.refusedCount()).as("refused").isEqualTo(refused);
    }
}
