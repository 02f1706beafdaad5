package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/** Resets, disposals and listeners that throw. */
@MethodSource("io.windrow.pools.PoolCase#all")
class PoolResetFaultTest extends PoolSuite {

    private final IllegalArgumentException failure = new IllegalArgumentException("cannot be cleared");
    private final List<Pooled> disposed = new ArrayList<>();
    private boolean failing;

    @Test
    void shouldRetireAnObjectWhoseResetThrows() {
        ObjectPool<Pooled> pool = open(plan().reset(this::clear).dispose(disposed::add));
        Pooled broken = pool.acquire();
        failing = true;

        assertThatThrownBy(broken::close).isInstanceOf(IllegalStateException.class).hasCause(failure)
            .hasMessage("reset failed, the object is retired: pool=stock, slot=0");

        failing = false;
        assertThat(pool.retiredCount()).isEqualTo(1);
        assertThat(pool.releasedCount()).isEqualTo(1);
        assertThat(disposed).as("what was retired is nobody's").isEmpty();
        PoolMisuseTest.assertRefused(broken::close);
        Pooled next = pool.acquire();
        assertThat(next.slot()).isZero();
        assertThat(next).isNotSameAs(broken);
        PoolMisuseTest.assertRefused(() -> PoolCase.value(broken));
        next.close();
        PoolMisuseTest.assertWhole(pool);
    }

    @Test
    void shouldLoseTheSlotWhenTheFactoryThrowsAsWell() {
        boolean[] empty = new boolean[1];
        PoolBuilder<PoolCase.Thing> plan = ObjectPool.of(() -> {
            if (empty[0]) {
                throw new IllegalStateException("no more");
            }
            return new PoolCase.Thing();
        });
        ObjectPool<PoolCase.Thing> pool = given.variant().open(plan.name("stock").capacity(2).checked(given.checked()).reset(this::clear));
        PoolCase.Thing broken = pool.acquire();
        failing = true;
        empty[0] = true;

        assertThatThrownBy(broken::close).hasMessage("reset failed, the object is retired: pool=stock, slot=0").hasCause(failure)
            .satisfies(thrown -> assertThat(thrown.getSuppressed()).extracting(Throwable::getMessage).containsExactly("no more"));

        failing = false;
        empty[0] = false;
        assertThat(pool.idle()).isEqualTo(1);
        assertThat(pool.inUse()).isZero();
        assertThat(pool.acquiredCount()).isEqualTo(1);
        try (PoolCase.Thing left = pool.acquire()) {
            assertThat(left.slot()).isEqualTo(1);
            assertThat(pool.tryAcquire()).isNull();
        }
        pool.close();
    }

    @Test
    void shouldRetireAnObjectWhoseResetThrowsAfterTheClose() {
        ObjectPool<Pooled> pool = open(plan().reset(this::clear).dispose(disposed::add));
        Pooled broken = pool.acquire();
        pool.close();
        disposed.clear();
        failing = true;

        assertThatThrownBy(broken::close).hasMessage("reset failed, the object is retired: pool=stock, slot=0");
        assertThat(pool.retiredCount()).isEqualTo(1);
        assertThat(disposed).isEmpty();
        assertThat(pool.inUse()).isZero();
    }

    @Test
    void shouldGoOnDisposingAndCloseWhenADisposalThrows() {
        ObjectPool<Pooled> pool = given.open(plan().dispose(object -> {
            disposed.add(object);
            throw new IllegalArgumentException("slot " + object.slot());
        }));
        pool.acquire();

        assertThatThrownBy(pool::close).isInstanceOf(IllegalStateException.class)
            .hasMessage("pool is closed, but a disposal or the leak listener failed: pool=stock")
            .satisfies(thrown -> assertThat(thrown.getCause()).hasMessage("slot 1"))
            .satisfies(thrown -> assertThat(thrown.getCause().getSuppressed()).hasSize(3));

        assertThat(disposed).hasSize(4).doesNotHaveDuplicates();
        assertThat(memory.usedBytes()).isZero();
        assertThat(reports).hasSize(1);
        assertThatCode(pool::close).doesNotThrowAnyException();
    }

    @Test
    void shouldCloseWhenTheLeakListenerThrows() {
        ObjectPool<Pooled> pool = given.open(plan().dispose(disposed::add).onLeak(report -> {
            throw failure;
        }));
        pool.acquire();

        assertThatThrownBy(pool::close).isInstanceOf(IllegalStateException.class).hasCause(failure);
        assertThat(memory.usedBytes()).isZero();
        assertThat(disposed).hasSize(4);
    }

    @Test
    void shouldStayWholeWhenTheReclaimListenerThrows() {
        if (!given.reclaims()) {
            return;
        }
        List<Integer> told = new ArrayList<>();
        ObjectPool<Pooled> pool = open(EmptyPolicy.<Pooled>reclaimOldest((object, handle) -> {
            told.add(object.slot());
            clear(object);
        }));
        List<Pooled> out = acquireAll(pool);
        failing = true;
        assertThatThrownBy(pool::acquire).isSameAs(failure);
        failing = false;

        assertThat(pool.reclaimedCount()).isEqualTo(1);
        assertThat(pool.inUse()).isEqualTo(4);
        Pooled next = pool.acquire();
        assertThat(next.slot()).as("the slot that was freed for nobody").isZero();
        assertThat(told).containsExactly(0);
        out.set(0, next);
        assertThat(pool.acquire().slot()).isEqualTo(1);
        assertThat(told).containsExactly(0, 1);
    }

    private void clear(Pooled object) {
        if (failing) {
            throw failure;
        }
    }
}
