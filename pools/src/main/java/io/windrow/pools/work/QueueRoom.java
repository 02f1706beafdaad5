package io.windrow.pools.work;

import java.util.concurrent.BlockingQueue;

/** Where callers wait for room in the queue. Costs one volatile read a task while nobody does. */
final class QueueRoom {

    private final BlockingQueue<Runnable> queue;
    private volatile int waiting;
    private boolean closed;

    QueueRoom(BlockingQueue<Runnable> queue) {
        this.queue = queue;
    }

    int waiting() {
        return waiting;
    }

    /**
     * Waits until there seems to be room, or these workers are closed; false when the deadline passes. Waiting is told before the queue
     * is looked at, and a worker looks who waits after it took from the queue: one of the two sees the other.
     */
    synchronized boolean await(long deadlineNanos) throws InterruptedException {
        waiting++;
        try {
            while (queue.remainingCapacity() == 0 && !closed) {
                long nanos = deadlineNanos - System.nanoTime();
                if (nanos <= 0) {
                    return false;
                }
                wait(Limits.waitMillis(nanos));
            }
            return true;
        } finally {
            waiting--;
        }
    }

    /** A task was taken from the queue. */
    void gained() {
        if (waiting > 0) {
            wakeAll();
        }
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    private synchronized void wakeAll() {
        notifyAll();
    }
}
