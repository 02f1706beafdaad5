package io.windrow.pools.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.testing.Allocations;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One worker that stands still, two places that are taken, and one task more. */
class WorkersWhenFullTest {

    /** Longer than a test waits for anything. */
    private static final Duration LONG = Duration.ofMinutes(5);

    private final Threads threads = new Threads();
    private final CountDownLatch go = new CountDownLatch(1);
    private final List<Integer> ran = new CopyOnWriteArrayList<>();
    private BoundedWorkers workers;

    @AfterEach
    void close() {
        go.countDown();
        threads.join();
        workers.close();
    }

    @Test
    void shouldRefuse() {
        openFull(WhenFull.REFUSE, LONG);
        assertThatThrownBy(() -> workers.execute(() -> ran.add(3))).isInstanceOf(RejectedExecutionException.class)
            .hasMessage("workers are busy and the queue is full: name=disk, threads=1, queued=2");
        assertThatThrownBy(() -> workers.submit(() -> ran.add(4))).isInstanceOf(RejectedExecutionException.class);

        assertThat(workers.refusedCount()).isEqualTo(2);
        assertThat(workers.acquiredCount()).isEqualTo(3);
        assertRan(1, 2);
    }

    @Test
    void shouldWaitForRoom() {
        openFull(WhenFull.WAIT, LONG);
        threads.start(() -> workers.execute(() -> ran.add(3)));
        Threads.until("one waits", () -> workers.waiting() == 1);
        assertThat(ran).isEmpty();
        go.countDown();
        threads.join();

        assertRan(1, 2, 3);
        assertThat(workers.waitedCount()).isEqualTo(1);
        assertThat(workers.refusedCount()).isZero();
        assertThat(workers.waiting()).isZero();
    }

    @Test
    void shouldRefuseWhenTheWaitWasTooLong() {
        openFull(WhenFull.WAIT, Duration.ofMillis(5));
        assertThatThrownBy(() -> workers.execute(() -> ran.add(3))).isInstanceOf(RejectedExecutionException.class)
            .hasMessage("queue had no room within the limit: name=disk, threads=1, queued=2");

        assertThat(workers.waitedCount()).isEqualTo(1);
        assertThat(workers.refusedCount()).isEqualTo(1);
        assertRan(1, 2);
    }

    @Test
    void shouldRefuseACallerThatIsInterruptedWhileItWaits() {
        openFull(WhenFull.WAIT, LONG);
        Thread caller = threads.start(() -> {
            assertThatThrownBy(() -> workers.execute(() -> ran.add(3))).isInstanceOf(RejectedExecutionException.class)
                .hasMessage("thread was interrupted while it waited for room: name=disk, threads=1, queued=2");
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        });
        Threads.until("one waits", () -> workers.waiting() == 1);
        caller.interrupt();
        threads.join();
        assertRan(1, 2);
    }

    @Test
    void shouldRefuseAWorkerThatWouldWaitForItself() {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        open(WhenFull.WAIT, LONG);
        workers.execute(() -> {
            Threads.await(go);
            try {
                workers.execute(() -> ran.add(9));
            } catch (RejectedExecutionException e) {
                thrown.set(e);
            }
        });
        queue(1, 2);
        go.countDown();

        assertRan(1, 2);
        assertThat(thrown.get()).hasMessage("queue is full and a worker must not wait for its own workers: name=disk, threads=1, queued=2");
    }

    @Test
    void shouldTellACallerThatWaitsWhenItCloses() {
        openFull(WhenFull.WAIT, LONG);
        threads.start(() -> assertThatThrownBy(() -> workers.execute(() -> ran.add(3))).isInstanceOf(IllegalStateException.class)
            .hasMessage("workers are closed: name=disk"));
        Threads.until("one waits", () -> workers.waiting() == 1);
        threads.start(() -> workers.close(LONG));
        Threads.until("it is told before there is room", () -> workers.waiting() == 0);
        go.countDown();
        threads.join();
        assertThat(ran).containsExactly(1, 2);
        assertThat(workers.refusedCount()).isZero();
    }

    @Test
    void shouldHaveTheCallerRunIt() {
        openFull(WhenFull.CALLER_RUNS, LONG);
        AtomicReference<Thread> thread = new AtomicReference<>();
        workers.execute(() -> {
            ran.add(3);
            thread.set(Thread.currentThread());
        });
        workers.execute(() -> {
            throw new IllegalArgumentException("counted, not thrown");
        });

        assertThat(ran).containsExactly(3);
        assertThat(thread.get()).isSameAs(Thread.currentThread());
        assertThat(workers.callerRanCount()).isEqualTo(2);
        assertThat(workers.firstFailure()).hasMessage("counted, not thrown");
        assertThat(workers.failedCount()).isEqualTo(1);
        assertThat(workers.acquiredCount()).isEqualTo(5);
        assertRan(3, 1, 2);
    }

    @Test
    void shouldHaveAWorkerRunWhatItHandsOverWhenAllIsFull() {
        open(WhenFull.CALLER_RUNS, LONG);
        workers.execute(() -> {
            Threads.await(go);
            workers.execute(() -> ran.add(9));
        });
        queue(1, 2);
        go.countDown();
        assertRan(9, 1, 2);
    }

    @Test
    void shouldDropTheOldestAndCancelItsFuture() {
        open(WhenFull.DROP_OLDEST, LONG);
        occupy();
        Future<Boolean> oldest = workers.submit(() -> ran.add(1));
        queue(2, 3);

        assertThat(oldest.isCancelled()).isTrue();
        assertThat(workers.droppedCount()).isEqualTo(1);
        assertThat(workers.refusedCount()).isZero();
        assertRan(2, 3);
    }

    @Test
    void shouldDropTheNewestAndCancelItsFuture() {
        openFull(WhenFull.DROP_NEWEST, LONG);
        Future<Boolean> newest = workers.submit(() -> ran.add(3));

        assertThat(newest.isCancelled()).isTrue();
        assertThat(workers.droppedCount()).isEqualTo(1);
        assertThat(workers.acquiredCount()).isEqualTo(3);
        assertRan(1, 2);
    }

    @Test
    void shouldAllocateNothingToDropOrToRunByTheCaller() {
        Runnable task = () -> { };
        for (WhenFull policy : List.of(WhenFull.CALLER_RUNS, WhenFull.DROP_OLDEST, WhenFull.DROP_NEWEST)) {
            CountDownLatch end = new CountDownLatch(1);
            try (BoundedWorkers other = BoundedWorkers.builder().threads(1).queueCapacity(1).whenFull(policy).build()) {
                other.execute(() -> Threads.await(end));
                other.execute(task);
                Allocations.assertNone(() -> other.execute(task));
                end.countDown();
            }
        }
        open(WhenFull.REFUSE, LONG);
    }

    private void openFull(WhenFull policy, Duration waitLimit) {
        open(policy, waitLimit);
        occupy();
        queue(1, 2);
    }

    private void open(WhenFull policy, Duration waitLimit) {
        workers = BoundedWorkers.builder().name("disk").threads(1).queueCapacity(2).whenFull(policy).waitLimit(waitLimit).build();
    }

    private void occupy() {
        workers.execute(() -> Threads.await(go));
    }

    private void queue(int first, int last) {
        for (int i = first; i <= last; i++) {
            int number = i;
            workers.execute(() -> ran.add(number));
        }
    }

    private void assertRan(Integer... numbers) {
        go.countDown();
        Threads.until("done", () -> ran.size() >= numbers.length && workers.inUse() == 0 && workers.queued() == 0);
        assertThat(ran).containsExactly(numbers);
    }
}
