package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/** Threads that wait for a release. */
@Timeout(60)
@MethodSource("io.windrow.pools.PoolCase#ofSeveralThreads")
class PoolWaitTest extends PoolSuite {

    /** Longer than a test may take: a waiter that is not woken looks again at the end of its limit, which must not come. */
    private static final Duration LONG = Duration.ofMinutes(5);

    private final ConcurrentLinkedQueue<Object> results = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();

    @Test
    void shouldHandAReleasedObjectToAWaiter() throws InterruptedException {
        ObjectPool<Pooled> pool = openWaiting();
        List<Pooled> out = takeAllElsewhere(pool);
        waitInBackground(pool, 1);

        out.get(2).close();
        join();

        assertThat(results).singleElement().isInstanceOf(Pooled.class);
        assertThat(pool.waiting()).isZero();
        assertThat(pool.waitedCount()).isEqualTo(1);
        assertThat(pool.refusedCount()).isZero();
    }

    @Test
    void shouldHandEveryReleasedObjectToAWaiterOfItsOwn() throws InterruptedException {
        if (given.variant() == PoolCase.Variant.LANE) {
            return; // one thread acquires
        }
        ObjectPool<Pooled> pool = openWaiting();
        List<Pooled> out = acquireAll(pool);
        waitInBackground(pool, 5);
        assertThat(pool.waiting()).isEqualTo(5);

        out.forEach(Pooled::close);
        join();

        assertThat(results).hasSize(5).doesNotHaveDuplicates().allMatch(Pooled.class::isInstance);
        assertThat(pool.inUse()).isEqualTo(5);
    }

    @Test
    void shouldTellThoseThatWaitThatThePoolIsClosed() throws InterruptedException {
        ObjectPool<Pooled> pool = openWaiting();
        takeAllElsewhere(pool);
        waitInBackground(pool, given.variant() == PoolCase.Variant.LANE ? 1 : 3);

        pool.close();
        join();

        assertThat(results).isNotEmpty().allSatisfy(result -> assertThat((Throwable) result).isInstanceOf(IllegalStateException.class)
            .hasMessage("pool is closed: pool=stock"));
        assertThat(pool.refusedCount()).isZero();
        assertThat(pool.waiting()).isZero();
    }

    @Test
    void shouldEndTheWaitOfAnInterruptedThreadAndKeepItsFlag() throws InterruptedException {
        ObjectPool<Pooled> pool = openWaiting();
        takeAllElsewhere(pool);
        waitInBackground(pool, 1);

        threads.get(0).interrupt();
        join();

        assertThat(results).hasSize(2).last().isEqualTo("interrupted");
        assertThat(results.peek()).isInstanceOf(PoolExhaustedException.class);
        assertThat(pool.refusedCount()).isEqualTo(1);
        assertThat(pool.waiting()).isZero();
    }

    @Test
    void shouldGiveAnInterruptedThreadWhatIsFreeAtOnce() {
        ObjectPool<Pooled> pool = openWaiting();
        Thread.currentThread().interrupt();
        try {
            List<Pooled> out = acquireAll(pool);
            assertThatThrownBy(pool::acquire).isInstanceOf(PoolExhaustedException.class);
            out.forEach(Pooled::close);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void shouldNotLeaveAWaiterBehindWhenAnotherIsInterrupted() throws InterruptedException {
        if (given.variant() == PoolCase.Variant.LANE) {
            return; // one thread acquires
        }
        for (int round = 0; round < 20; round++) {
            results.clear();
            ObjectPool<Pooled> pool = openWaiting();
            List<Pooled> out = acquireAll(pool);
            waitInBackground(pool, 2);
            Thread interrupted = threads.get(round % 2);
            Thread releaser = new Thread(out.get(0)::close);
            releaser.start();
            interrupted.interrupt();
            releaser.join();
            long end = System.nanoTime() + 30_000_000_000L;
            while (results.stream().noneMatch(Pooled.class::isInstance) && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            boolean served = results.stream().anyMatch(Pooled.class::isInstance);
            pool.close();
            join();
            assertThat(served).as("the object went to one of the two").isTrue();
        }
    }

    @Test
    void shouldNeverSleepWhileAnObjectIsFree() throws InterruptedException {
        ObjectPool<Pooled> pool = open(plan().capacity(1).whenEmpty(EmptyPolicy.waitUpTo(LONG)));
        ArrayBlockingQueue<Pooled> queue = new ArrayBlockingQueue<>(8);
        AtomicBoolean over = new AtomicBoolean();
        queue.add(pool.acquire());
        run(self -> {
            while (!over.get() || !queue.isEmpty()) {
                Pooled next = queue.poll();
                if (next == null) {
                    Thread.onSpinWait();
                } else {
                    next.close();
                }
            }
        });
        int acquired = 1;
        try {
            // Each round waits for the other thread to have a processor: as many rounds as there is time for.
            long end = System.nanoTime() + 10_000_000_000L;
            for (; acquired < 2_000 && System.nanoTime() - end < 0; acquired++) {
                queue.add(pool.acquire());
            }
        } finally {
            over.set(true);
        }
        join();
        assertThat(results).isEmpty();
        assertThat(pool.refusedCount()).isZero();
        assertThat(pool.acquiredCount()).isEqualTo(acquired);
    }

    private ObjectPool<Pooled> openWaiting() {
        return open(EmptyPolicy.waitUpTo(LONG));
    }

    /** Leaves the acquiring side of a lane to the next thread. */
    private List<Pooled> takeAllElsewhere(ObjectPool<Pooled> pool) {
        List<Pooled> out = acquireAll(pool);
        if (pool instanceof LanePool<Pooled> lane) {
            lane.unbind();
        }
        return out;
    }

    private void waitInBackground(ObjectPool<Pooled> pool, int count) throws InterruptedException {
        threads.clear();
        for (int i = 0; i < count; i++) {
            run(self -> {
                try {
                    results.add(pool.acquire());
                } catch (RuntimeException e) {
                    results.add(e);
                }
                if (self.isInterrupted()) {
                    results.add("interrupted");
                }
            });
        }
        for (Thread thread : threads) {
            while (thread.getState() != Thread.State.TIMED_WAITING) {
                Thread.sleep(1);
            }
        }
    }

    private void run(Consumer<Thread> work) {
        Thread thread = new Thread(() -> {
            try {
                work.accept(Thread.currentThread());
            } catch (RuntimeException | Error e) {
                results.add(e);
            }
        });
        threads.add(thread);
        thread.start();
    }

    private void join() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
