package io.windrow.pools;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.Side;
import io.windrow.buffers.memory.OffHeapMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MessagePoolHandOverTest {

    private static final int CAPACITY = 8;
    private static final int MESSAGES = 200_000;

    @Test
    void shouldCarryValuesFromTheThreadThatAcquiresToTheThreadThatReleases() throws Exception {
        try (OffHeapMemory memory = OffHeapMemory.withBudget(4096); MessagePool<Signal> pool = MessagePool.signals(memory, CAPACITY)) {
            BlockingQueue<Signal> queue = new ArrayBlockingQueue<>(CAPACITY);

            long wrong = inParallel(() -> produce(pool, queue), () -> consume(queue));

            assertThat(wrong).as("signals with another's or a torn value").isZero();
            assertThat(pool.inUse()).isZero();
            assertThat(pool.acquiredCount()).isEqualTo(MESSAGES);
        }
    }

    @Test
    void shouldNeverHandOneMessageToTwoThreadsAtATime() throws Exception {
        try (OffHeapMemory memory = OffHeapMemory.withBudget(4096); MessagePool<Signal> pool = MessagePool.signals(memory, 3)) {

            long wrong = inParallel(() -> hold(pool, 1), () -> hold(pool, 2), () -> hold(pool, 3), () -> hold(pool, 4));

            assertThat(wrong).as("signals overwritten while they were held").isZero();
            assertThat(pool.inUse()).isZero();
            assertThat(pool.acquiredCount() + pool.refusedCount()).isEqualTo(4L * MESSAGES);
        }
    }

    private static long produce(MessagePool<Signal> pool, BlockingQueue<Signal> queue) throws InterruptedException {
        for (int i = 0; i < MESSAGES; i++) {
            Signal signal = pool.tryAcquire();
            while (signal == null) {
                Thread.onSpinWait();
                signal = pool.tryAcquire();
            }
            signal.set(i, i, Side.SELL, i, i, i, i);
            queue.put(signal);
        }
        return 0;
    }

    private static long consume(BlockingQueue<Signal> queue) throws InterruptedException {
        long wrong = 0;
        for (int i = 0; i < MESSAGES; i++) {
            try (Signal signal = queue.take()) {
                wrong += holds(signal, i) ? 0 : 1;
            }
        }
        return wrong;
    }

    private static long hold(MessagePool<Signal> pool, int owner) {
        long wrong = 0;
        for (int i = 0; i < MESSAGES; i++) {
            Signal signal = pool.tryAcquire();
            if (signal != null) {
                signal.set(owner, owner, Side.SELL, owner, owner, owner, owner);
                wrong += holds(signal, owner) ? 0 : 1;
                signal.close();
            }
        }
        return wrong;
    }

    private static boolean holds(Signal signal, int number) {
        return signal.strategyId() == number && signal.instrumentId() == number && signal.stepNanos() == number
            && signal.candleTimeNanos() == number && signal.price() == number && signal.dueNanos() == number;
    }

    @SafeVarargs
    private static long inParallel(Callable<Long>... tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.length);
        try {
            List<Future<Long>> results = new ArrayList<>();
            for (Callable<Long> task : tasks) {
                results.add(threads.submit(task));
            }
            long sum = 0;
            for (Future<Long> result : results) {
                sum += result.get(25, TimeUnit.SECONDS);
            }
            return sum;
        } finally {
            threads.shutdownNow();
            threads.awaitTermination(5, TimeUnit.SECONDS);
        }
    }
}
