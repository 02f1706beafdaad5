package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bits of the state word, at their limits. */
class PooledStateTest {

    private static final long MOST_ACQUISITIONS = (1L << 41) - 1;

    @ParameterizedTest
    @EnumSource
    void shouldNameEverySlotOfTheLargestPool(PoolCase.Variant variant) {
        try (ObjectPool<PoolCase.Thing> pool = variant.open(ObjectPool.of(PoolCase.Thing::new).capacity(ObjectPool.MAX_CAPACITY))) {
            List<PoolCase.Thing> out = new ArrayList<>(ObjectPool.MAX_CAPACITY);
            long last = -1;
            for (int slot = 0; slot < ObjectPool.MAX_CAPACITY; slot++) {
                PoolCase.Thing object = pool.acquire();
                long handle = object.handle();
                if (object.slot() != slot || handle <= last || Pooled.slot(handle) != slot || pool.get(handle) != object) {
                    throw new AssertionError("slot=" + slot + ", handle=" + handle);
                }
                last = handle;
                out.add(object);
            }
            assertThat(pool.tryAcquire()).isNull();
            for (int slot = ObjectPool.MAX_CAPACITY - 1; slot >= 0; slot--) {
                pool.release(out.get(slot).handle());
            }
            assertThat(pool.inUse()).isZero();
            assertThat(pool.releasedCount()).isEqualTo(ObjectPool.MAX_CAPACITY);
            assertThat(pool.acquire().isHeld()).isTrue();
            assertThat(pool.releasedCount()).isEqualTo(ObjectPool.MAX_CAPACITY);
            pool.release(pool.object(firstOut(pool)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldWrapTheCountWithinItsBits(PoolCase.Variant variant) {
        try (ObjectPool<PoolCase.Thing> pool = variant.open(ObjectPool.of(PoolCase.Thing::new).name("stock").capacity(2))) {
            pool.acquire();
            PoolCase.Thing object = pool.acquire();
            object.close();
            object.state(1L << Pooled.SLOT_SHIFT | MOST_ACQUISITIONS - 1 << 2 | Pooled.FREE);
            assertThat(pool.acquire().acquisitions()).isEqualTo(MOST_ACQUISITIONS);
            long handle = object.handle();
            object.close();
            assertThat(pool.acquire()).isSameAs(object);

            assertThat(object.acquisitions()).isZero();
            assertThat(object.handle()).isEqualTo(1L << Pooled.SLOT_SHIFT | Pooled.OUT);
            assertThat(object.slot()).isEqualTo(1);
            assertThatThrownBy(() -> pool.release(handle)).hasMessage("object is released already: pool=stock, slot=1");
            object.close();
            pool.release(pool.object(0));
        }
    }

    @ParameterizedTest
    @EnumSource(names = "LANE")
    void shouldGoOnWhenTheRingsCountPassesAnInt(PoolCase.Variant variant) throws ReflectiveOperationException {
        for (long count : new long[] {(1L << 31) - 5, (1L << 32) - 5, Long.MAX_VALUE - 5}) {
            for (int capacity : new int[] {1, 2, 3, 64, 65}) {
                try (ObjectPool<PoolCase.Thing> pool = variant.open(ObjectPool.of(PoolCase.Thing::new).capacity(capacity))) {
                    set(pool, "acquirer", "taken", count);
                    set(pool, "acquirer", "seen", count);
                    set(pool, "releaser", "returned", count);
                    assertWholeManyTimes(pool, capacity);
                }
            }
        }
    }

    private static void assertWholeManyTimes(ObjectPool<PoolCase.Thing> pool, int capacity) {
        List<PoolCase.Thing> out = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            for (int k = 0; k < capacity; k++) {
                out.add(pool.acquire());
            }
            assertThat(out).doesNotHaveDuplicates();
            assertThat(pool.tryAcquire()).isNull();
            out.forEach(PoolCase.Thing::close);
            out.clear();
        }
        assertThat(pool.acquiredCount()).isEqualTo(20L * capacity);
    }

    private static void set(ObjectPool<?> pool, String end, String field, long value) throws ReflectiveOperationException {
        Field of = LanePool.class.getDeclaredField(end);
        of.setAccessible(true);
        Field to = LaneEnd.class.getSuperclass().getDeclaredField(field);
        to.setAccessible(true);
        to.setLong(of.get(pool), value);
    }

    private static int firstOut(ObjectPool<?> pool) {
        int slot = 0;
        while (!pool.object(slot).isHeld()) {
            slot++;
        }
        return slot;
    }
}
