package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/** Factories that fail: nothing leaks, and the pool is whole. */
@MethodSource("io.windrow.pools.PoolCase#withoutLeases")
class PoolFactoryFaultTest extends PoolSuite {

    private final List<Pooled> disposed = new ArrayList<>();
    private int made;
    private int failAt = Integer.MAX_VALUE;
    private Supplier<Pooled> fault = () -> {
        throw new IllegalStateException("no more");
    };

    @Test
    void shouldLeaveNothingBehindWhenTheFactoryThrowsAtTheOpening() {
        failAt = 4;
        assertThatThrownBy(() -> open(faulty())).isInstanceOf(IllegalStateException.class).hasMessage("no more");

        assertThat(memory.usedBytes()).isZero();
        assertDisposed(3);
    }

    @Test
    void shouldRefuseAFactoryThatReturnsNull() {
        failAt = 3;
        fault = () -> null;
        assertThatThrownBy(() -> open(faulty())).isInstanceOf(IllegalStateException.class)
            .hasMessage("the factory must make a new object each time: pool=stock, slot=2, made=null");

        assertThat(memory.usedBytes()).isZero();
        assertDisposed(2);
    }

    @Test
    void shouldRefuseAFactoryThatReturnsAnObjectTwice() {
        Pooled shared = fresh();
        failAt = 2;
        fault = () -> shared;
        assertThatThrownBy(() -> open(faulty())).isInstanceOf(IllegalStateException.class)
            .hasMessage("the factory must make a new object each time: pool=stock, slot=2, made the object of slot=1");

        assertThat(memory.usedBytes()).isZero();
        assertDisposed(2);
        assertThatThrownBy(shared::handle).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldLeaveThePoolWholeWhenTheFactoryThrowsAtTheGrowth() {
        failAt = 8;
        ObjectPool<Pooled> pool = open(faulty().whenEmpty(EmptyPolicy.growTo(10)));
        List<Pooled> out = acquireAll(pool);
        long bytes = memory.usedBytes();
        assertThatThrownBy(pool::acquire).isInstanceOf(IllegalStateException.class).hasMessage("no more");
        assertThat(memory.usedBytes()).isEqualTo(bytes);
        assertDisposed(2);
        assertThat(pool.inUse()).isEqualTo(5);
        assertThat(pool.refusedCount()).isZero();

        failAt = Integer.MAX_VALUE;
        out.add(pool.acquire());
        assertThat(out.get(5).slot()).isEqualTo(5);
        out.forEach(Pooled::close);
        assertThat(pool.idle()).isEqualTo(10);
    }

    @Test
    void shouldLoseTheSlotWhoseNextObjectCannotBeMade() {
        if (!given.checked()) {
            return; // no object follows another then
        }
        ObjectPool<Pooled> pool = open(faulty());
        Pooled first = pool.acquire();
        failAt = made + 1;
        assertThatThrownBy(first::close).isInstanceOf(IllegalStateException.class).hasMessage("no more");

        assertOneLost(pool, 1, 0);
    }

    @Test
    void shouldLoseTheSlotWhoseReclaimedObjectCannotBeReplaced() {
        if (refusesToReclaim()) {
            return;
        }
        ObjectPool<Pooled> pool = open(faulty().whenEmpty(EmptyPolicy.<Pooled>reclaimOldest((object, handle) -> { })));
        List<Pooled> out = acquireAll(pool);
        for (Supplier<Pooled> each : List.<Supplier<Pooled>>of(fault, () -> null)) {
            fault = each;
            failAt = made + 1;
            assertThatThrownBy(pool::acquire).isInstanceOf(IllegalStateException.class);
        }
        failAt = Integer.MAX_VALUE;

        assertThat(pool.idle() + pool.inUse()).as("slots left").isEqualTo(3);
        assertThat(pool.acquiredCount()).isEqualTo(5);
        assertThat(pool.reclaimedCount()).isEqualTo(2);
        assertThat(pool.releasedCount()).isZero();
        out.subList(2, 5).forEach(Pooled::close);
        assertThat(pool.releasedCount()).isEqualTo(3);
        assertThatThrownBy(out.get(0)::close).hasMessage("object was reclaimed: pool=stock, slot=0");
        for (int i = 0; i < 3; i++) {
            assertThat(pool.acquire().slot()).isGreaterThanOrEqualTo(2);
        }
        assertThat(pool.tryAcquire()).isNull();
    }

    @Test
    void shouldRefuseNoFactory() {
        assertThatThrownBy(() -> ObjectPool.of(null)).isInstanceOf(NullPointerException.class).hasMessage("factory");
        assertThatThrownBy(() -> Lease.of(null)).isInstanceOf(NullPointerException.class).hasMessage("factory");
        assertThatThrownBy(() -> Message.pool(memory, null)).isInstanceOf(NullPointerException.class).hasMessage("factory");
        assertThatThrownBy(() -> Lease.of(() -> null).concurrent()).isInstanceOf(NullPointerException.class)
            .hasMessage("the factory must not return null");
        assertThatThrownBy(() -> Lease.of(() -> "shared").concurrent()).isInstanceOf(IllegalStateException.class)
            .hasMessage("the factory must make a new object each time: made the last one again");
    }

    private void assertOneLost(ObjectPool<Pooled> pool, long acquired, long reclaimed) {
        failAt = Integer.MAX_VALUE;
        assertThat(pool.inUse()).isZero();
        assertThat(pool.idle()).isEqualTo(4);
        assertThat(pool.acquiredCount()).isEqualTo(acquired);
        assertThat(pool.releasedCount()).isEqualTo(acquired - reclaimed);
        List<Pooled> out = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            out.add(pool.acquire());
        }
        assertThat(out).doesNotHaveDuplicates();
        assertThat(pool.tryAcquire()).isNull();
        out.forEach(Pooled::close);
    }

    private void assertDisposed(int count) {
        assertThat(disposed).hasSize(count).doesNotHaveDuplicates();
        assertThat(disposed).noneMatch(Pooled::isHeld);
    }

    private PoolBuilder<Pooled> faulty() {
        PoolBuilder<? extends Pooled> plan = given.kind() == PoolCase.Kind.THING ? ObjectPool.of(this::make)
            : Message.pool(memory, () -> (Order) make());
        made = 0;
        @SuppressWarnings("unchecked")
        PoolBuilder<Pooled> of = (PoolBuilder<Pooled>) plan;
        return of.name("stock").capacity(CAPACITY).checked(given.checked()).onLeak(reports::add).dispose(disposed::add);
    }

    private Pooled make() {
        return ++made >= failAt ? fault.get() : fresh();
    }

    private Pooled fresh() {
        return given.kind() == PoolCase.Kind.THING ? new PoolCase.Thing() : new Order();
    }
}
