package io.windrow.metrics.watch;

import java.util.ArrayDeque;

/**
 * A daemon thread with a bounded queue: what a sample sets off is done here, so that sampling never waits. The oldest job goes first when
 * there is no room. Offering takes a lock for a moment.
 *
 * @param <T> the kind of job.
 */
abstract class Worker<T> extends Thread {

    private static final long BREAK_OFF_MILLIS = 50;

    private final ArrayDeque<T> jobs;
    private final int capacity;
    private boolean isBusy;
    private volatile boolean isClosed;
    private long dropped;

    Worker(String name, int capacity) {
        super(null, null, name);
        this.capacity = capacity;
        jobs = new ArrayDeque<>(Math.min(capacity, 64));
        setDaemon(true);
    }

    /** Does one job; must not throw. */
    abstract void work(T job) throws InterruptedException;

    @Override
    public void run() {
        try {
            T job = next();
            while (job != null) {
                work(job);
                job = next();
            }
        } catch (InterruptedException e) {
            // Only close interrupts; there is nothing left to do.
            return;
        } finally {
            finished();
        }
    }

    /** Ends a wait of {@link #work} that no interrupt ends; called by the closing thread, once it is closed. */
    void breakOff() {
        // Nothing, unless work waits so.
    }

    /** Does nothing once closed. */
    void offer(T job) {
        synchronized (jobs) {
            if (isClosed) {
                return;
            }
            if (jobs.size() == capacity) {
                jobs.removeFirst();
                dropped++;
            }
            jobs.addLast(job);
            jobs.notifyAll();
        }
    }

    long dropped() {
        synchronized (jobs) {
            return dropped;
        }
    }

    boolean isClosed() {
        return isClosed;
    }

    boolean awaitIdle(long timeoutNanos) throws InterruptedException {
        long deadline = System.nanoTime() + timeoutNanos;
        synchronized (jobs) {
            while (isBusy || !jobs.isEmpty()) {
                long millis = (deadline - System.nanoTime()) / 1_000_000;
                if (millis <= 0) {
                    return false;
                }
                jobs.wait(millis);
            }
            return true;
        }
    }

    /** Gives up what waits, interrupts what runs, and returns when the thread has ended; from that thread itself, at once. */
    void close() {
        synchronized (jobs) {
            isClosed = true;
            jobs.clear();
            jobs.notifyAll();
        }
        if (Thread.currentThread() == this) {
            return;
        }
        breakOff();
        interrupt();
        try {
            join(BREAK_OFF_MILLIS);
            while (isAlive()) {
                // It may wait again: a connection of the JDK that is cut just before it waits for its answer connects anew.
                breakOff();
                join(BREAK_OFF_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next job, or null when there will be none. */
    private T next() throws InterruptedException {
        synchronized (jobs) {
            isBusy = false;
            jobs.notifyAll();
            while (jobs.isEmpty() && !isClosed) {
                jobs.wait();
            }
            isBusy = !jobs.isEmpty();
            return jobs.pollFirst();
        }
    }

    private void finished() {
        synchronized (jobs) {
            isBusy = false;
            jobs.clear();
            jobs.notifyAll();
        }
    }
}
