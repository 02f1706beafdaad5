package io.windrow.pools.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.Seeds;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Several callers, tasks that throw, and a close among them: every task runs once, or its caller or the counters say it did not. */
class WorkersRandomTest {

    private static final int CALLERS = 4;
    private static final int TASKS = 5_000;
    /** What takes turns with another thread goes at the pace at which processors are given to them: no longer than this. */
    private static final long MOST_NANOS = Duration.ofSeconds(10).toNanos();

    @Test
    void shouldRunEveryTaskOnceOrSayThatItDidNot() {
        Seeds.forEach(30, random -> new Run(random, WhenFull.values()[random.nextInt(5)]).play());
    }

    @Test
    void shouldLeaveNoTaskToNobodyWhenThreadsEndAsItCloses() {
        for (int round = 0; round < 40; round++) {
            BoundedWorkers workers = BoundedWorkers.builder().threads(3).queueCapacity(20).whenFull(WhenFull.DROP_NEWEST)
                .idleLimit(Duration.ofNanos(1)).build();
            Threads threads = new Threads();
            for (int i = 0; i < CALLERS; i++) {
                threads.start(() -> executeUntilClosed(workers));
            }
            int enough = round;
            Threads.until("some done", () -> workers.doneCount() >= enough);
            assertThat(workers.close(Duration.ofSeconds(30))).as("unrun in round %s", round).isEmpty();
            threads.join();
        }
    }

    private static void executeUntilClosed(BoundedWorkers workers) {
        try {
            while (true) {
                workers.execute(() -> { });
            }
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("are closed");
        }
    }

    @Test
    void shouldMissNoRoomThatATaskLeavesToACallerThatWaits() {
        Threads threads = new Threads();
        BoundedWorkers workers = BoundedWorkers.builder().threads(1).queueCapacity(1).whenFull(WhenFull.WAIT)
            .waitLimit(Duration.ofMinutes(5)).build();
        AtomicInteger executed = new AtomicInteger();
        long end = System.nanoTime() + MOST_NANOS;
        threads.start(() -> {
            while (executed.get() < 50_000 && System.nanoTime() - end < 0) {
                workers.execute(() -> { });
                executed.incrementAndGet();
            }
        });
        threads.join();
        assertThat(workers.close(Duration.ofSeconds(30))).isEmpty();

        assertThat(workers.doneCount()).isEqualTo(executed.get());
        assertThat(workers.refusedCount()).isZero();
        assertThat(workers.waitedCount()).isPositive();
    }

    private static final class Run {
        private final Threads threads = new Threads();
        private final AtomicIntegerArray runs = new AtomicIntegerArray(CALLERS * TASKS);
        private final AtomicInteger atOnce = new AtomicInteger();
        private final AtomicInteger mostAtOnce = new AtomicInteger();
        private final AtomicLong called = new AtomicLong();
        private final AtomicLong refused = new AtomicLong();
        private final AtomicLong closed = new AtomicLong();
        private final int closeAfter;
        private final WhenFull policy;
        private final BoundedWorkers workers;

        Run(Random random, WhenFull policy) {
            this.policy = policy;
            closeAfter = random.nextInt(2 * CALLERS * TASKS);
            workers = BoundedWorkers.builder().threads(1 + random.nextInt(4)).queueCapacity(1 + random.nextInt(20))
                .whenFull(policy).waitLimit(Duration.ofMillis(random.nextInt(3))).idleLimit(Duration.ofNanos(20_000)).build();
        }

        void play() {
            for (int i = 0; i < CALLERS; i++) {
                int caller = i;
                threads.start(() -> call(caller));
            }
            long end = System.nanoTime() + MOST_NANOS;
            Threads.until("enough called", () -> called.get() >= Math.min(closeAfter, CALLERS * TASKS) || System.nanoTime() - end >= 0);
            assertThat(workers.close(Duration.ofSeconds(30))).isEmpty();
            threads.join();
            assertEveryTaskIsAccountedFor();
        }

        private void call(int caller) {
            for (int i = 0; i < TASKS; i++) {
                int number = caller * TASKS + i;
                called.incrementAndGet();
                try {
                    workers.execute(() -> run(number));
                } catch (RejectedExecutionException e) {
                    refused.incrementAndGet();
                } catch (IllegalStateException e) {
                    closed.incrementAndGet();
                }
            }
        }

        private void run(int number) {
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            runs.incrementAndGet(number);
            atOnce.decrementAndGet();
            if (number % 100 == 0) {
                throw new IllegalArgumentException("told to");
            }
        }

        private void assertEveryTaskIsAccountedFor() {
            long ran = 0;
            for (int i = 0; i < runs.length(); i++) {
                assertThat(runs.get(i)).as("runs of task %s", i).isBetween(0, 1);
                ran += runs.get(i);
            }
            assertThat(ran).as("tasks that ran").isEqualTo(workers.doneCount() + workers.failedCount());
            assertThat(ran + refused.get() + closed.get() + workers.droppedCount()).isEqualTo(called.get());
            assertThat(workers.refusedCount()).isEqualTo(refused.get());
            assertThat(workers.queuedHighWaterMark()).isBetween(0L, 20L);
            assertThat(workers.highWaterMark()).isBetween(0L, workers.capacity());
            assertThat(mostAtOnce.get()).isLessThanOrEqualTo((int) workers.capacity() + (policy == WhenFull.CALLER_RUNS ? CALLERS : 0));
            assertThat(workers.waiting()).isZero();
        }
    }
}
