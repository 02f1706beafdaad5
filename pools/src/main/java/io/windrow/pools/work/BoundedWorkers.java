package io.windrow.pools.work;

import io.windrow.pools.PoolCounters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A bounded number of threads for what blocks: files, databases, sockets. The thread that trades hands such work over and goes on.
 *
 * <p>Tasks are begun in the order they were accepted. A thread is made for each task until there are as many as there may be, and
 * ends when it has been without work for a while, so that idle workers cost nothing but the queue's places. What happens when all are
 * busy and the queue is full too, {@link WhenFull} says. A task that throws is counted and told, and its worker goes on.
 *
 * <p>The threads are daemons: they do not keep the virtual machine alive, and what is queued when it exits is lost. Close the workers
 * first to have it done.
 *
 * <p>Any thread may call any method. What a thread did before it handed a task over is visible to the task. Once the threads exist,
 * {@link #execute} makes no object, unless threads contend for the queue: its lock makes a small one for a thread that has to wait.
 */
public final class BoundedWorkers implements Executor, AutoCloseable, PoolCounters {

    /** Most threads. */
    public static final int MAX_THREADS = 1_000;

    /** Most tasks that can wait for a worker. */
    public static final int MAX_QUEUE_CAPACITY = 1 << 20;

    /** How long {@link #close()} waits. */
    public static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);

    private static final long LOOK_AFTER_NANOS = 10_000_000;

    private final String name;
    private final WhenFull whenFull;
    private final long waitLimitNanos;
    private final ThreadPoolExecutor executor;
    private final WorkCounts counts = new WorkCounts();
    private final WorkItems items;
    private final QueueRoom room;
    private final AtomicBoolean closed = new AtomicBoolean();

    BoundedWorkers(BoundedWorkersBuilder settings) {
        this.name = settings.name;
        this.whenFull = settings.whenFull;
        this.waitLimitNanos = settings.waitLimitNanos;
        this.executor = WorkerThreads.open(this, settings);
        this.room = new QueueRoom(executor.getQueue());
        this.items = new WorkItems(settings, counts, room);
    }

    /**
     * Begins workers.
     *
     * @return their settings.
     */
    public static BoundedWorkersBuilder builder() {
        return new BoundedWorkersBuilder();
    }

    /**
     * Has a task run by a worker, or what the policy says when there is no room.
     *
     * @param task the task. What it throws is counted, kept if it is the first, and told to the failure handler.
     * @throws RejectedExecutionException if there is no room and the policy is to refuse; or to wait, and the limit has passed, or the
     *                                    thread was interrupted, or is itself one of these workers. The task will not run.
     * @throws IllegalStateException      if the workers are closed, also while the caller waited. The task will not run.
     */
    @Override
    public void execute(Runnable task) {
        WorkItem item = items.carry(Objects.requireNonNull(task, "task"));
        if (!offer(item)) {
            withoutRoom(item);
        }
    }

    /**
     * Has a task run whose result is wanted. What it throws comes out of the future, and is counted.
     *
     * @param task the task.
     * @param <V>  the kind of result.
     * @return the result to come. Cancelled if the task is dropped or is left unrun by closing.
     * @throws RejectedExecutionException as {@link #execute} does.
     * @throws IllegalStateException      if the workers are closed.
     */
    public <V> Future<V> submit(Callable<V> task) {
        SubmittedTask<V> submitted = new SubmittedTask<>(Objects.requireNonNull(task, "task"));
        execute(submitted);
        return submitted;
    }

    /**
     * Closes as {@link #close(Duration)} does, within {@link #CLOSE_LIMIT}.
     *
     * @throws IllegalStateException if tasks were left unrun; or a worker itself calls.
     */
    @Override
    public void close() {
        int unrun = close(CLOSE_LIMIT).size();
        if (unrun > 0) {
            throw new IllegalStateException("workers are closed with tasks unrun: name=" + name + ", unrun=" + unrun);
        }
    }

    /**
     * Refuses tasks from now on, tells callers that wait for room, and waits until all that was accepted has run. When the limit passes
     * first, or this thread is interrupted, the workers are interrupted and what is still queued is left; a task that ignores the
     * interrupt runs on, and {@link #inUse()} says so. Closing again does nothing.
     *
     * @param limit the longest time to wait, 0 or more.
     * @return the tasks that were never begun, in the order they would have been; futures among them are cancelled.
     * @throws IllegalArgumentException if the limit is negative.
     * @throws IllegalStateException    if a worker itself calls.
     */
    public List<Runnable> close(Duration limit) {
        long limitNanos = Limits.nanosNotNegative("limit", "limit", limit);
        if (isWorker()) {
            throw new IllegalStateException("worker must not close its own workers: name=" + name);
        }
        if (closed.getAndSet(true)) {
            return List.of();
        }
        executor.shutdown();
        room.close();
        return ended(limitNanos) ? List.of() : stop();
    }

    /**
     * What the first task that failed threw; submitted ones do not count here.
     *
     * @return the exception or error, null if there was none.
     */
    public Throwable firstFailure() {
        return counts.firstFailure.get();
    }

    /**
     * How many tasks wait for a worker.
     *
     * @return the count.
     */
    public int queued() {
        return executor.getQueue().size();
    }

    /**
     * The most tasks that waited for a worker, as seen by the threads that queued them.
     *
     * @return the count.
     */
    public long queuedHighWaterMark() {
        return counts.queuedHighWaterMark.get();
    }

    /**
     * How many threads there are, busy or idle. One that is ending does not count beside the one made in its place.
     *
     * @return the count.
     */
    public int threads() {
        return Math.min(executor.getPoolSize(), executor.getMaximumPoolSize());
    }

    /**
     * How many tasks have run to their end.
     *
     * @return the count.
     */
    public long doneCount() {
        return counts.done.get();
    }

    /**
     * How many tasks threw.
     *
     * @return the count.
     */
    public long failedCount() {
        return counts.failed.get();
    }

    /**
     * How many tasks were dropped, the oldest or the newest.
     *
     * @return the count.
     */
    public long droppedCount() {
        return counts.dropped.get();
    }

    /**
     * How many tasks were run by their callers.
     *
     * @return the count.
     */
    public long callerRanCount() {
        return counts.callerRan.get();
    }

    @Override
    public String name() {
        return name;
    }

    /** The most threads there can be. */
    @Override
    public long capacity() {
        return executor.getMaximumPoolSize();
    }

    /** How many threads run a task now. */
    @Override
    public long inUse() {
        return executor.getActiveCount();
    }

    /** How many more tasks could run at once. */
    @Override
    public long idle() {
        return capacity() - inUse();
    }

    /** How many callers wait for room in the queue. */
    @Override
    public long waiting() {
        return room.waiting();
    }

    /** The most threads there were at a time. */
    @Override
    public long highWaterMark() {
        return Math.min(executor.getLargestPoolSize(), executor.getMaximumPoolSize());
    }

    /** How many tasks were accepted, to be run by a worker or their caller. */
    @Override
    public long acquiredCount() {
        return counts.accepted.get() + callerRanCount();
    }

    /** How many tasks have ended, done or failed, on whichever thread. */
    @Override
    public long releasedCount() {
        return doneCount() + failedCount();
    }

    @Override
    public long refusedCount() {
        return counts.refused.get();
    }

    @Override
    public long waitedCount() {
        return counts.waited.get();
    }

    /** False when there is no room; the item is still the caller's then. */
    private boolean offer(WorkItem item) {
        try {
            executor.execute(item);
        } catch (WorkerThreads.Full e) {
            if (closed.get()) {
                item.unload();
                throw new IllegalStateException("workers are closed: name=" + name);
            }
            return false;
        }
        counts.accepted(queued());
        return true;
    }

    private void withoutRoom(WorkItem item) {
        switch (whenFull) {
            case REFUSE -> throw refused(item, "workers are busy and the queue is full");
            case WAIT -> offerWithin(item, System.nanoTime() + waitLimitNanos);
            case CALLER_RUNS -> {
                counts.callerRan.incrementAndGet();
                item.run();
            }
            case DROP_OLDEST -> {
                do {
                    drop((WorkItem) executor.getQueue().poll());
                } while (!offer(item));
            }
            default -> drop(item);
        }
    }

    private void offerWithin(WorkItem item, long deadlineNanos) {
        if (isWorker()) {
            throw refused(item, "queue is full and a worker must not wait for its own workers");
        }
        counts.waited.incrementAndGet();
        try {
            do {
                if (!room.await(deadlineNanos)) {
                    throw refused(item, "queue had no room within the limit");
                }
            } while (!offer(item));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(item, "thread was interrupted while it waited for room");
        }
    }

    private RejectedExecutionException refused(WorkItem item, String why) {
        item.unload();
        counts.refused.incrementAndGet();
        return new RejectedExecutionException(why + ": name=" + name + ", threads=" + capacity() + ", queued=" + queued());
    }

    private void drop(WorkItem item) {
        if (item != null) {
            WorkItems.cancel(item.unload());
            counts.dropped.incrementAndGet();
        }
    }

    private boolean isWorker() {
        return WorkerThreads.isOf(this, Thread.currentThread());
    }

    /**
     * A thread that ends for being idle relies on one that a caller is about to start, which closing then keeps from starting: queued
     * tasks could be left to nobody. So a thread is started for them, if there is none, as long as this waits.
     */
    private boolean ended(long limitNanos) {
        long deadlineNanos = System.nanoTime() + limitNanos;
        try {
            long left = limitNanos;
            while (!executor.awaitTermination(Math.min(left, LOOK_AFTER_NANOS), TimeUnit.NANOSECONDS)) {
                executor.prestartCoreThread();
                left = deadlineNanos - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<Runnable> stop() {
        List<Runnable> unrun = new ArrayList<>();
        for (Runnable item : executor.shutdownNow()) {
            Runnable task = ((WorkItem) item).unload();
            WorkItems.cancel(task);
            unrun.add(task);
        }
        return unrun;
    }
}
