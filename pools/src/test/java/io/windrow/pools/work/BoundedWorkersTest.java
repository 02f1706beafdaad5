package io.windrow.pools.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.testing.Allocations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Workers while there is room. */
class BoundedWorkersTest {

    private final CountDownLatch go = new CountDownLatch(1);
    private final List<Runnable> failedTasks = new ArrayList<>();
    private final BoundedWorkers workers = BoundedWorkers.builder().name("disk").threads(2).queueCapacity(3)
        .onFailure((task, thrown) -> failedTasks.add(task)).build();

    @AfterEach
    void close() {
        go.countDown();
        workers.close();
        assertThat(workers.threads()).as("threads after closing").isZero();
    }

    @Test
    void shouldRunTasksOnDaemonThreadsWithItsName() {
        AtomicReference<Thread> thread = new AtomicReference<>();
        assertThat(workers.threads()).as("threads before the first task").isZero();
        workers.execute(() -> thread.set(Thread.currentThread()));
        Threads.until("done", () -> workers.doneCount() == 1);

        assertThat(thread.get().getName()).isEqualTo("disk-1");
        assertThat(thread.get().isDaemon()).isTrue();
    }

    @Test
    void shouldHaveNoMoreThreadsThanItMayAndQueueTheRest() {
        CountDownLatch begun = new CountDownLatch(2);
        for (int i = 0; i < 5; i++) {
            workers.execute(() -> {
                begun.countDown();
                Threads.await(go);
            });
        }
        Threads.await(begun);

        assertThat(workers.inUse()).isEqualTo(2);
        assertThat(workers.threads()).isEqualTo(2);
        assertThat(workers.queued()).isEqualTo(3);
        assertThat(workers.idle()).isZero();
        go.countDown();
        Threads.until("done", () -> workers.doneCount() == 5);
        assertThat(workers.queuedHighWaterMark()).isEqualTo(3);
        assertThat(workers.highWaterMark()).isEqualTo(2);
        assertThat(workers.acquiredCount()).isEqualTo(5);
        assertThat(workers.releasedCount()).isEqualTo(5);
        assertThat(workers.capacity()).isEqualTo(2);
        assertThat(workers.refusedCount()).isZero();
        assertThat(workers.waitedCount()).isZero();
    }

    @Test
    void shouldGiveTheResultOfASubmittedTask() throws Exception {
        assertThat(workers.submit(() -> 42).get()).isEqualTo(42);
    }

    @Test
    void shouldGiveWhatASubmittedTaskThrewToItsFutureAndCountIt() {
        Future<Integer> future = workers.submit(() -> {
            throw new IllegalArgumentException("no such table");
        });

        assertThatThrownBy(future::get).isInstanceOf(ExecutionException.class).hasRootCauseMessage("no such table");
        Threads.until("counted", () -> workers.failedCount() == 1);
        assertThat(workers.doneCount()).isZero();
        assertThat(failedTasks).isEmpty();
        assertThat(workers.firstFailure()).isNull();
    }

    @Test
    void shouldTellCountAndKeepWhatATaskThrewAndGoOnWithTheSameThread() {
        List<Thread> threads = new ArrayList<>();
        Runnable task = () -> {
            threads.add(Thread.currentThread());
            throw new StackOverflowError("number " + threads.size());
        };
        try (BoundedWorkers one = BoundedWorkers.builder().threads(1).onFailure((failed, thrown) -> {
            failedTasks.add(failed);
            throw new IllegalStateException("the handler throws too");
        }).build()) {
            one.execute(task);
            one.execute(task);
            one.execute(() -> threads.add(Thread.currentThread()));
            Threads.until("done", () -> one.doneCount() == 1);

            assertThat(one.failedCount()).isEqualTo(2);
            assertThat(one.firstFailure()).hasMessage("number 1");
            assertThat(one.firstFailure().getSuppressed()[0]).hasMessage("the handler throws too");
            assertThat(failedTasks).containsExactly(task, task);
            assertThat(threads).hasSize(3).containsOnly(threads.get(0));
        }
    }

    @Test
    void shouldLetThreadsGoThatAreIdleAndMakeThemAgain() {
        try (BoundedWorkers brief = BoundedWorkers.builder().threads(3).idleLimit(Duration.ofMillis(5)).build()) {
            brief.execute(() -> { });
            Threads.until("no thread is left", () -> brief.doneCount() == 1 && brief.threads() == 0);
            brief.execute(() -> { });
            Threads.until("done", () -> brief.doneCount() == 2);
        }
    }

    @Test
    void shouldAllocateNothingToQueueATask() {
        try (BoundedWorkers one = BoundedWorkers.builder().threads(1).queueCapacity(100_000).build()) {
            one.execute(() -> Threads.await(go));
            Threads.until("the thread exists", () -> one.inUse() == 1);
            Runnable task = () -> { };

            Allocations.assertNone(() -> one.execute(task));
            go.countDown();
        }
    }

    @Test
    void shouldAllocateNothingToRunATask() {
        AllocationRounds rounds = new AllocationRounds();
        try (BoundedWorkers one = BoundedWorkers.builder().threads(1).queueCapacity(AllocationRounds.EVENTS).build()) {
            one.execute(() -> Threads.await(go));
            Runnable task = rounds::event;
            for (int i = 0; i < AllocationRounds.EVENTS; i++) {
                one.execute(task);
            }
            go.countDown();
            Threads.until("done", () -> one.doneCount() == AllocationRounds.EVENTS + 1);
        }
        rounds.assertNone();
    }

    @Test
    void shouldHaveTenThreadsAndAThousandPlacesUnlessTold() {
        try (BoundedWorkers plain = BoundedWorkers.builder().build()) {
            for (int i = 0; i < 1_010; i++) {
                plain.execute(() -> Threads.await(go));
            }
            assertThatThrownBy(() -> plain.execute(() -> { }))
                .hasMessage("workers are busy and the queue is full: name=workers, threads=10, queued=1000");
            go.countDown();
        }
    }
}
