package io.windrow.pools.work;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The executor that does the work, and threads that know whose they are. */
final class WorkerThreads {

    private WorkerThreads() {
    }

    /** An executor whose threads all end when they are idle; when it is full it throws {@link Full}. */
    static ThreadPoolExecutor open(BoundedWorkers owner, BoundedWorkersBuilder settings) {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor executor = new ThreadPoolExecutor(settings.threads, settings.threads, settings.idleLimitNanos,
            TimeUnit.NANOSECONDS, new ArrayBlockingQueue<>(settings.queueCapacity),
            task -> new WorkerThread(owner, task, owner.name() + "-" + number.incrementAndGet()),
            (task, full) -> {
                throw Full.INSTANCE;
            });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    static boolean isOf(BoundedWorkers owner, Thread thread) {
        return thread instanceof WorkerThread && ((WorkerThread) thread).owner == owner;
    }

    private static final class WorkerThread extends Thread {

        private final BoundedWorkers owner;

        WorkerThread(BoundedWorkers owner, Runnable work, String name) {
            super(work, name);
            this.owner = owner;
            setDaemon(true);
        }
    }

    /** Says within this package that the executor took no task. Made once and without a stack trace; never reaches a caller. */
    static final class Full extends RejectedExecutionException {

        private static final long serialVersionUID = 1L;
        private static final Full INSTANCE = new Full();

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
