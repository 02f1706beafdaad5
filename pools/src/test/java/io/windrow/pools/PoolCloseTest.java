package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/** What a closed pool does, and what it lets go of. */
@MethodSource("io.windrow.pools.PoolCase#all")
class PoolCloseTest extends PoolSuite {

    private final List<Long> disposed = new ArrayList<>();

    @Test
    void shouldRefuseToAcquireByEveryPolicy() {
        List<EmptyPolicy<? super Pooled>> policies = new ArrayList<>(List.of(EmptyPolicy.fail(), EmptyPolicy.returnNull(),
            EmptyPolicy.growTo(10)));
        if (given.reclaims()) {
            policies.add(EmptyPolicy.<Pooled>reclaimOldest((object, handle) -> { }));
        }
        for (EmptyPolicy<? super Pooled> policy : policies) {
            for (boolean empty : new boolean[] {true, false}) {
                ObjectPool<Pooled> pool = open(policy);
                List<Pooled> out = empty ? acquireAll(pool) : List.of();
                pool.close();

                assertThatThrownBy(pool::acquire).as("%s", policy).isInstanceOf(IllegalStateException.class)
                    .hasMessage("pool is closed: pool=stock");
                assertThatThrownBy(pool::tryAcquire).isInstanceOf(IllegalStateException.class).hasMessage("pool is closed: pool=stock");
                assertThat(pool.refusedCount()).isZero();
                assertThat(memory.usedBytes()).isZero();
                out.forEach(Pooled::close);
            }
        }
    }

    @Test
    void shouldTakeBackWhatIsOutOnAnyThread() {
        ObjectPool<Pooled> pool = open();
        List<Pooled> out = acquireAll(pool);
        pool.close();
        out.get(0).close();
        pool.release(out.get(1));
        pool.release(out.get(2).handle());
        PoolCase.elsewhere(self -> out.get(3).close());

        assertThat(pool.inUse()).isEqualTo(1);
        assertThat(pool.releasedCount()).isEqualTo(4);
        PoolMisuseTest.assertRefused(out.get(0)::close);
        PoolCase.elsewhere(self -> assertThatThrownBy(out.get(3)::close)
            .hasMessage("object is released already: pool=stock, slot=3"));
        assertThatThrownBy(pool::acquire).hasMessage("pool is closed: pool=stock");
    }

    @Test
    void shouldDisposeOfEachObjectOnceWhichStillMayBeUsed() {
        ObjectPool<Pooled> pool = open(plan().dispose(object -> disposed.add(PoolCase.value(object))));
        List<Pooled> out = acquireAll(pool);
        for (int i = 0; i < CAPACITY; i++) {
            PoolCase.fill(out.get(i), i + 100);
        }
        out.get(3).close();
        assertThat(disposed).as("on its way back").isEmpty();
        pool.close();
        assertThat(disposed).hasSize(1);
        pool.close();
        assertThat(disposed).hasSize(1);
        assertThat(reports).as("told once of what is out").hasSize(1);
        boolean fresh = given.checked() && given.kind() == PoolCase.Kind.THING;
        assertThat(disposed.get(0)).isEqualTo(fresh ? 0 : 103);
        if (given.kind() != PoolCase.Kind.ORDER) {
            out.get(0).close();
            out.get(4).close();
            assertThat(disposed.subList(1, 3)).containsExactly(100L, 104L);
        }
        assertThat(pool.inUse()).isEqualTo(given.kind() == PoolCase.Kind.ORDER ? 4 : 2);
    }

    @Test
    void shouldDisposeOfObjectsThatWereNeverUsed() {
        ObjectPool<Pooled> pool = open(plan().dispose(object -> disposed.add(object.handle() >>> Pooled.SLOT_SHIFT)));
        pool.acquire().close();
        pool.close();

        assertThat(disposed).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(pool.inUse()).isZero();
    }

    @Test
    void shouldRefuseEveryUseOfAMessageWhoseMemoryIsGone() {
        ObjectPool<Pooled> pool = open();
        Pooled object = pool.acquire();
        PoolCase.fill(object, 5);
        pool.close();

        if (given.kind() == PoolCase.Kind.ORDER) {
            assertThatThrownBy(() -> PoolCase.value(object)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("block is closed: tag=stock");
        } else {
            assertThat(PoolCase.value(object)).isEqualTo(5);
        }
        object.close();
        PoolMisuseTest.assertRefused(() -> PoolCase.value(object));
    }

    @Test
    void shouldRefuseSizesOutOfRange() {
        for (int capacity : new int[] {Integer.MIN_VALUE, -1, 0, ObjectPool.MAX_CAPACITY + 1}) {
            assertThatThrownBy(() -> plan().capacity(capacity)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("capacity must be 1 to 1048576: capacity=" + capacity);
            assertThatThrownBy(() -> EmptyPolicy.growTo(capacity)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("most must be 1 to 1048576: most=" + capacity);
        }
        assertThatThrownBy(() -> plan().name(" ")).isInstanceOf(IllegalArgumentException.class).hasMessage("name must not be blank");
        assertThatThrownBy(() -> plan().whenEmpty(null)).isInstanceOf(NullPointerException.class).hasMessage("policy");
        assertThatThrownBy(() -> plan().reset(null)).isInstanceOf(NullPointerException.class).hasMessage("action");
        assertThatThrownBy(() -> plan().dispose(null)).isInstanceOf(NullPointerException.class).hasMessage("action");
        assertThatThrownBy(() -> EmptyPolicy.reclaimOldest(null)).isInstanceOf(NullPointerException.class).hasMessage("listener");
    }

    @Test
    void shouldOpenOnePoolOfMessagesByAPlan() {
        PoolBuilder<Pooled> plan = plan();
        ObjectPool<Pooled> first = open(plan);
        if (given.kind() == PoolCase.Kind.ORDER) {
            assertThatThrownBy(() -> open(plan)).isInstanceOf(IllegalStateException.class)
                .hasMessage("a plan of messages opens one pool: pool=stock");
        } else {
            assertThat(open(plan).acquire()).isNotSameAs(first.acquire());
        }
    }
}
