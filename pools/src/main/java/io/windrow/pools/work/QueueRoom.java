package io.windrow.pools.work;

import java.util.concurrent.BlockingQueue;

/**
 * Where callers wait for room in the queue. The queue is looked at, and told of, under one monitor: a task taken before a caller looks
 * is seen, and one taken later wakes it.
 */
final class QueueRoom {

    private final BlockingQueue<Runnable> queue;
    private int waiting;
    private boolean closed;

    QueueRoom(BlockingQueue<Runnable> queue) {
        this.queue = queue;
    }

    synchronized int waiting() {
        return waiting;
    }

    /** Waits until there is room, for which others may be quicker, or these workers are closed; false when the deadline passes. */
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
    synchronized void gained() {
        if (waiting > 0) {
            notifyAll();
        }
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
