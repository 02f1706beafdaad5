package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/** What an empty pool does, by policy. */
@MethodSource("io.windrow.pools.PoolCase#all")
class EmptyPolicyContractTest extends PoolSuite {

    @Test
    void shouldFailWithTheSameExceptionEachTime() {
        ObjectPool<Pooled> pool = open();
        acquireAll(pool);

        Throwable first = catchThrowable(pool::acquire);
        Throwable second = catchThrowable(pool::acquire);

        assertThat(first).isInstanceOf(PoolExhaustedException.class).isSameAs(second)
            .hasMessage("pool is exhausted: pool=stock, capacity=5");
        assertThat(first.getStackTrace()).isEmpty();
        first.addSuppressed(new RuntimeException("must not be kept"));
        assertThat(first.getSuppressed()).as("nothing can be hung on the shared exception").isEmpty();
        assertThat(pool.refusedCount()).isEqualTo(2);
    }

    @Test
    void shouldReturnNull() {
        ObjectPool<Pooled> pool = open(EmptyPolicy.returnNull());
        acquireAll(pool);

        assertThat(pool.acquire()).isNull();
        assertThat(pool.refusedCount()).isEqualTo(1);
    }

    @Test
    @Timeout(60)
    void shouldWaitUpToTheLimit() {
        if (given.variant() == PoolCase.Variant.SINGLE) {
            assertThatThrownBy(() -> open(EmptyPolicy.waitUpTo(Duration.ofMillis(30))))
                .hasMessage("a pool of one thread cannot wait, as no other thread can release: pool=stock");
            return;
        }
        ObjectPool<Pooled> pool = open(EmptyPolicy.waitUpTo(Duration.ofMillis(30)));
        acquireAll(pool);

        long start = System.nanoTime();
        assertThatThrownBy(pool::acquire).isInstanceOf(PoolExhaustedException.class);

        assertThat(System.nanoTime() - start).as("nanoseconds waited").isGreaterThanOrEqualTo(30_000_000);
        assertThat(pool.waitedCount()).isEqualTo(1);
        assertThat(pool.refusedCount()).isEqualTo(1);
        assertThat(pool.waiting()).isZero();
        assertThat(pool.tryAcquire()).as("never waits").isNull();
        assertThat(pool.waitedCount()).isEqualTo(1);
    }

    @Test
    void shouldGrowByItsCapacityUpToTheBound() {
        ObjectPool<Pooled> pool = open(EmptyPolicy.growTo(12));
        List<Pooled> out = acquireAll(pool);
        assertThat(pool.tryAcquire()).as("never grows").isNull();
        assertThat(pool.made).isEqualTo(5);
        out.add(pool.acquire());
        assertThat(pool.made).isEqualTo(10);
        while (out.size() < 12) {
            out.add(pool.acquire());
        }

        assertThatThrownBy(pool::acquire).isInstanceOf(PoolExhaustedException.class)
            .hasMessage("pool is exhausted: pool=stock, capacity=12");
        assertThat(out).doesNotHaveDuplicates().extracting(Pooled::slot).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        for (int i = 0; i < 12; i++) {
            PoolCase.fill(out.get(i), i);
        }
        assertThat(out).extracting(PoolCase::value).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
        assertThat(pool.refusedCount()).isEqualTo(2);
        assertThat(pool.highWaterMark()).isEqualTo(12);
        out.forEach(pool::release);
        assertThat(pool.inUse()).isZero();
        assertThat(pool.idle()).isEqualTo(12);
    }

    @Test
    void shouldNotGrowWhereAFreeOneCameBack() {
        ObjectPool<Pooled> pool = open(EmptyPolicy.growTo(10));
        acquireAll(pool).get(2).close();

        assertThat(pool.acquire().slot()).isEqualTo(2);
        assertThat(pool.made).isEqualTo(5);
    }

    @Test
    void shouldGrowNoFurtherThanAnotherThreadHasDoneMeanwhileAndNeverOnceClosed() {
        ObjectPool<Pooled> pool = open(EmptyPolicy.growTo(15));
        assertThat(pool.growBeyond(0)).as("another has").isTrue();
        assertThat(pool.made).isEqualTo(5);
        assertThat(pool.growBeyond(5)).isTrue();
        assertThat(pool.made).isEqualTo(10);
        pool.close();

        assertThatThrownBy(() -> pool.growBeyond(10)).isInstanceOf(IllegalStateException.class).hasMessage("pool is closed: pool=stock");
        assertThat(memory.usedBytes()).isZero();
    }

    @Test
    void shouldReclaimTheOldestAndTellItsOwner() {
        if (refusesToReclaim()) {
            return;
        }
        List<String> told = new ArrayList<>();
        ObjectPool<Pooled> pool = open(EmptyPolicy.<Pooled>reclaimOldest((object, handle) -> told.add(object.slot() + " " + handle)));
        List<Pooled> out = acquireAll(pool);
        out.get(0).close();
        Pooled youngest = pool.acquire();
        PoolCase.fill(out.get(1), 11);
        long handle = out.get(1).handle();
        assertThat(pool.tryAcquire()).as("never reclaims").isNull();

        Pooled next = pool.acquire();

        assertThat(told).containsExactly("1 " + handle);
        assertThat(next.slot()).isEqualTo(1);
        assertThat(next).isNotSameAs(out.get(1));
        assertThat(pool.acquire().slot()).as("the next oldest").isEqualTo(2);
        assertThat(youngest.isHeld()).isTrue();
        assertThat(pool.reclaimedCount()).isEqualTo(2);
        assertThat(pool.inUse()).isEqualTo(5);
        assertThat(pool.acquiredCount()).isEqualTo(8);
        assertThat(pool.releasedCount()).isEqualTo(1);
        next.close();
        assertThat(pool.releasedCount()).isEqualTo(2);
        assertThat(pool.inUse()).isEqualTo(4);
    }

    @Test
    void shouldReclaimInTheOrderOfAcquisitionWhateverTheSlot() {
        if (refusesToReclaim()) {
            return;
        }
        List<Integer> order = new ArrayList<>();
        ObjectPool<Pooled> pool = open(EmptyPolicy.<Pooled>reclaimOldest((object, handle) -> order.add(object.slot())));
        List<Pooled> out = acquireAll(pool);
        for (int slot : new int[] {3, 0, 4}) {
            out.get(slot).close();
            assertThat(pool.acquire().slot()).isEqualTo(slot);
        }
        for (int i = 0; i < 7; i++) {
            pool.acquire();
        }

        assertThat(order).containsExactly(1, 2, 3, 0, 4, 1, 2);
    }

    @Test
    void shouldRefuseEveryUseOfAReclaimedObject() {
        if (refusesToReclaim()) {
            return;
        }
        ObjectPool<Pooled> pool = open(EmptyPolicy.<Pooled>reclaimOldest((object, handle) -> { }));
        Pooled former = acquireAll(pool).get(0);
        long handle = former.handle();
        Pooled next = pool.acquire();
        PoolCase.fill(next, 5);

        String reclaimed = "object was reclaimed: pool=stock, slot=0";
        assertThatThrownBy(former::close).isInstanceOf(IllegalStateException.class).hasMessage(reclaimed);
        assertThatThrownBy(() -> pool.release(former)).hasMessage(reclaimed);
        assertThatThrownBy(() -> PoolCase.value(former)).hasMessage(reclaimed);
        assertThatThrownBy(() -> PoolCase.fill(former, 1)).hasMessage(reclaimed);
        assertThatThrownBy(former::handle).hasMessage(reclaimed);
        assertThatThrownBy(() -> pool.release(handle)).hasMessage("object is released already: pool=stock, slot=0");
        assertThat(former.isHeld()).isFalse();
        assertThat(PoolCase.value(next)).isEqualTo(5);
        next.close();
    }

    @Test
    void shouldRefuseCombinationsThatCannotWork() {
        if (given.variant() == PoolCase.Variant.SINGLE) {
            assertThatThrownBy(() -> open(EmptyPolicy.waitUpTo(Duration.ofSeconds(1)))).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a pool of one thread cannot wait, as no other thread can release: pool=stock");
        }
        if (!given.reclaims()) {
            assertThatThrownBy(() -> open(EmptyPolicy.<Pooled>reclaimOldest((object, handle) -> { })))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("messages can be reclaimed in a pool of one thread only, as their owner may be writing: pool=stock");
        }
        assertThatThrownBy(() -> open(EmptyPolicy.growTo(4))).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("most must not be below the capacity: most=4, capacity=5");
        assertThat(memory.usedBytes()).isZero();
    }
}
