package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/** The thread contracts. */
@MethodSource("io.windrow.pools.PoolCase#all")
class PoolThreadMisuseTest extends PoolSuite {

    private static final String WRONG = "pool is bound to another thread: pool=stock, bound=" + Thread.currentThread().getName()
        + ", this=elsewhere";

    @Test
    void shouldRefuseToAcquireOnAnotherThread() {
        ObjectPool<Pooled> pool = open();
        Pooled held = pool.acquire();

        PoolCase.elsewhere(self -> {
            if (given.variant() == PoolCase.Variant.CONCURRENT) {
                pool.acquire().close();
            } else {
                assertThatThrownBy(pool::acquire).isInstanceOf(IllegalStateException.class).hasMessage(WRONG);
                assertThatThrownBy(pool::tryAcquire).isInstanceOf(IllegalStateException.class).hasMessage(WRONG);
            }
        });
        held.close();
        PoolMisuseTest.assertWhole(pool);
    }

    @Test
    void shouldRefuseToReleaseOnAThreadThatMayNot() {
        ObjectPool<Pooled> pool = open();
        Pooled first = pool.acquire();
        Pooled second = pool.acquire();
        first.close();

        PoolCase.elsewhere(self -> {
            if (given.variant() == PoolCase.Variant.CONCURRENT) {
                second.close();
            } else {
                assertThatThrownBy(second::close).isInstanceOf(IllegalStateException.class).hasMessage(WRONG);
                assertThatThrownBy(() -> pool.release(second.handle())).isInstanceOf(IllegalStateException.class).hasMessage(WRONG);
            }
        });
        assertThat(second.isHeld()).isEqualTo(given.variant() != PoolCase.Variant.CONCURRENT);
    }

    @Test
    void shouldTakeTheFirstThreadThatReleasesFromALane() {
        ObjectPool<Pooled> pool = open();
        Pooled first = pool.acquire();
        Pooled second = pool.acquire();

        PoolCase.elsewhere(self -> {
            if (given.variant() == PoolCase.Variant.SINGLE) {
                assertThatThrownBy(first::close).hasMessage(WRONG);
            } else {
                first.close();
            }
        });
        if (given.variant() == PoolCase.Variant.LANE) {
            assertThatThrownBy(second::close).isInstanceOf(IllegalStateException.class)
                .hasMessage("pool is bound to another thread: pool=stock, bound=elsewhere, this=" + Thread.currentThread().getName());
        } else {
            second.close();
        }
    }

    @Test
    void shouldBindOtherThreadsOnceItIsUnbound() {
        ObjectPool<Pooled> pool = open();
        Pooled held = pool.acquire();
        pool.acquire().close();
        unbind(pool);

        PoolCase.elsewhere(self -> {
            held.close();
            PoolMisuseTest.assertWhole(pool);
        });
        if (given.variant() != PoolCase.Variant.CONCURRENT) {
            assertThatThrownBy(pool::acquire).isInstanceOf(IllegalStateException.class)
                .hasMessage("pool is bound to another thread: pool=stock, bound=elsewhere, this=" + Thread.currentThread().getName());
        }
        unbind(pool);
        PoolMisuseTest.assertWhole(pool);
    }

    @Test
    void shouldBindOneOfManyThreadsThatComeFirstAtOnce() throws InterruptedException {
        for (int round = 0; round < 200; round++) {
            try (ObjectPool<Pooled> pool = given.open(plan())) {
                assertThat(raceToAcquire(pool)).isEqualTo(given.variant() == PoolCase.Variant.CONCURRENT ? 2 : 1);
            }
        }
    }

    private static int raceToAcquire(ObjectPool<Pooled> pool) throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(2);
        AtomicInteger bound = new AtomicInteger();
        Thread[] threads = new Thread[2];
        for (int i = 0; i < 2; i++) {
            threads[i] = new Thread(() -> {
                ready.countDown();
                while (ready.getCount() > 0) {
                    Thread.onSpinWait();
                }
                try {
                    pool.acquire();
                    bound.incrementAndGet();
                } catch (IllegalStateException e) {
                    // Bound to the other.
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return bound.get();
    }

    private static void unbind(ObjectPool<Pooled> pool) {
        if (pool instanceof SingleThreadPool<Pooled> single) {
            single.unbind();
        } else if (pool instanceof LanePool<Pooled> lane) {
            lane.unbind();
        }
    }
}
