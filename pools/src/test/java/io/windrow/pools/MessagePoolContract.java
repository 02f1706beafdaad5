package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Allocations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every pool promises, whatever it holds. A subclass says how a message is filled and read. */
abstract class MessagePoolContract<T extends Message> {

    static final int CAPACITY = 5;
    static final long BUDGET_BYTES = 1 << 20;

    OffHeapMemory memory;
    MessagePool<T> pool;

    @BeforeEach
    void openPool() {
        memory = OffHeapMemory.withBudget(BUDGET_BYTES);
        pool = open(memory, CAPACITY);
    }

    @AfterEach
    void closePool() {
        memory.close();
    }

    abstract String name();

    abstract MessagePool<T> open(OffHeapMemory from, int capacity);

    /** Fills every field with a value of its own that depends on the number. */
    abstract void fill(T message, int number);

    /** Reads every field. */
    abstract List<Object> values(T message);

    /** What {@link #values} returns after {@link #fill}. */
    abstract List<Object> expected(int number);

    @Test
    void shouldHandOutEachMessageOnceAndThenNone() {
        Set<T> out = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < CAPACITY; i++) {
            out.add(pool.acquire());
        }

        assertThat(out).hasSize(CAPACITY);
        assertThat(pool.tryAcquire()).isNull();
        assertThat(pool.capacity()).isEqualTo(CAPACITY);
    }

    @Test
    void shouldHandOutAMessageAgainAfterItsRelease() {
        List<T> out = acquireAll();
        T returned = out.get(3);

        pool.release(returned);

        assertThat(pool.acquire()).isSameAs(returned);
        assertThat(pool.tryAcquire()).isNull();
    }

    @Test
    void shouldThrowTheSamePreallocatedExceptionWhenExhausted() {
        acquireAll();

        Throwable first = catchThrowable(pool::acquire);
        Throwable second = catchThrowable(pool::acquire);

        assertThat(first).isInstanceOf(PoolExhaustedException.class).isSameAs(second)
            .hasMessage("pool is exhausted: pool=" + name() + ", capacity=5");
        assertThat(first.getStackTrace()).isEmpty();
        first.addSuppressed(new RuntimeException("must not be kept"));
        assertThat(first.getSuppressed()).as("nothing can be hung on the shared exception").isEmpty();
    }

    @Test
    void shouldCountWhatItRefused() {
        acquireAll();
        assertThat(pool.refusedCount()).isZero();

        pool.tryAcquire();
        catchThrowable(pool::acquire);

        assertThat(pool.refusedCount()).isEqualTo(2);
        assertThat(pool.acquiredCount()).as("a refusal is no acquisition").isEqualTo(CAPACITY);
    }

    @Test
    void shouldCountExactlyWhatIsOutAndWhatWasAcquired() {
        List<T> out = acquireAll();
        out.get(0).close();
        out.get(4).close();
        pool.acquire();

        assertThat(pool.inUse()).isEqualTo(4);
        assertThat(pool.acquiredCount()).isEqualTo(6);
    }

    @Test
    void shouldNeverMixTheValuesOfTwoLiveMessages() {
        List<T> out = acquireAll();
        for (int i = 0; i < CAPACITY; i++) {
            fill(out.get(i), i + 1);
        }

        for (int i = 0; i < CAPACITY; i++) {
            assertThat(values(out.get(i))).as("message %s", i).isEqualTo(expected(i + 1));
        }
    }

    @Test
    void shouldKeepTheValuesOfAMessageWhileOthersComeAndGo() {
        T kept = pool.acquire();
        fill(kept, 7);
        for (int i = 0; i < 100; i++) {
            List<T> others = acquireAll();
            others.forEach(other -> fill(other, -1));
            others.forEach(pool::release);
        }

        assertThat(values(kept)).isEqualTo(expected(7));
    }

    @Test
    void shouldTakeFromTheBudgetExactlyWhatItsFootprintSays() {
        assertThat(memory.usedBytes()).isEqualTo(MessagePool.footprintBytes(CAPACITY)).isEqualTo(CAPACITY * 64 + 128);
        assertThat(memory.usedBytes(name())).isEqualTo(memory.usedBytes());
        assertThat(pool.name()).isEqualTo(name());

        pool.close();

        assertThat(memory.usedBytes()).isZero();
    }

    @Test
    void shouldRefuseACapacityOutOfRangeAndTakeNothing() {
        long before = memory.usedBytes();
        for (int capacity : new int[] {Integer.MIN_VALUE, -1, 0, MessagePool.MAX_CAPACITY + 1}) {
            assertThatThrownBy(() -> open(memory, capacity)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("capacity must be 1 to 1048576: capacity=" + capacity);
        }
        assertThat(memory.usedBytes()).isEqualTo(before);
    }

    @Test
    void shouldAllocateNothingToAcquireFillAndRelease() {
        Allocations.assertNone(() -> {
            T message = pool.acquire();
            fill(message, 3);
            message.close();
        });
        Allocations.assertNone(() -> pool.release(pool.acquire().handle()));
    }

    @Test
    void shouldAllocateNothingToRefuse() {
        acquireAll();

        Allocations.assertNone(pool::tryAcquire);
        Allocations.assertNone(this::acquireInVain);
    }

    @Test
    void shouldAllocateNothingToCount() {
        Allocations.assertNone(() -> {
            pool.inUse();
            pool.acquiredCount();
            pool.refusedCount();
        });
    }

    private void acquireInVain() {
        try {
            pool.acquire();
            throw new AssertionError("the pool must be exhausted");
        } catch (PoolExhaustedException expected) {
            // Thrown without a trace, which is what is measured.
        }
    }

    /** Takes all that are free, without a refusal. */
    List<T> acquireAll() {
        List<T> out = new ArrayList<>();
        while (pool.inUse() < CAPACITY) {
            out.add(pool.acquire());
        }
        return out;
    }
}
