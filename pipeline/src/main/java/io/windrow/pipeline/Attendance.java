package io.windrow.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Knows when all threads of a ring have begun to run, and when all that were made have ended. Disruptor tells neither. */
final class Attendance {

    private static final long POLL_NANOS = 50_000;

    private final CountDownLatch begun;
    /** Made, and not ended. */
    private final List<Thread> threads = new ArrayList<>();

    Attendance(int threads) {
        begun = new CountDownLatch(threads);
    }

    /** A factory whose threads are waited for. A start that fails half-way has made some of them only. */
    ThreadFactory noting(ThreadFactory factory) {
        return task -> {
            Thread made = factory.newThread(task);
            synchronized (threads) {
                threads.add(made);
            }
            return made;
        };
    }

    /** Called by each thread when it runs. */
    void begin() {
        begun.countDown();
    }

    /** Called by each thread when it has done its last. */
    void end() {
        synchronized (threads) {
            threads.remove(Thread.currentThread());
        }
    }

    void awaitBegun() throws InterruptedException {
        begun.await();
    }

    boolean haveEnded() {
        List<String> names = new ArrayList<>();
        addRunning(names);
        return names.isEmpty();
    }

    /** Adds the names of the threads that were started and have not ended. */
    void addRunning(List<String> names) {
        synchronized (threads) {
            for (Thread thread : threads) {
                if (thread != null && thread.isAlive()) {
                    names.add(thread.getName());
                }
            }
        }
    }

    /** Waits for a condition; an interrupt does not shorten the wait, and is kept for afterwards. */
    static boolean await(BooleanSupplier condition, Duration limit) {
        return await(condition, System.nanoTime() + limit.toNanos());
    }

    static boolean await(BooleanSupplier condition, long deadlineNanos) {
        boolean interrupted = false;
        boolean met = condition.getAsBoolean();
        while (!met && System.nanoTime() - deadlineNanos < 0) {
            LockSupport.parkNanos(POLL_NANOS);
            // Left set, it would turn the wait into a spin.
            interrupted |= Thread.interrupted();
            met = condition.getAsBoolean();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return met;
    }
}
