package io.windrow.pools;

import java.lang.invoke.VarHandle;
import java.util.function.Supplier;

/**
 * Threads that wait for a release. A release looks at one field; only where somebody waits does it take the lock.
 *
 * <p>A waiter counts itself before it looks for a free object, a release frees its object before it looks for waiters: one of the two
 * sees the other.
 */
final class WaitingRoom {

    private final String pool;
    private final long limitNanos;
    private volatile int waiting;
    private boolean closed;

    WaitingRoom(String pool, long limitNanos) {
        this.pool = pool;
        this.limitNanos = limitNanos;
    }

    int waiting() {
        return waiting;
    }

    /** Waits until the supplier gives something or the limit is over; null then, or when the thread is interrupted. */
    synchronized <T> T await(Supplier<T> poll) {
        long end = System.nanoTime() + limitNanos;
        waiting++;
        // The waiter must see what is free, or the thread that frees it the waiter.
        VarHandle.fullFence();
        try {
            for (;;) {
                requireOpen();
                T object = poll.get();
                long left = end - System.nanoTime();
                if (object != null || left <= 0) {
                    return object;
                }
                wait(left / 1_000_000, (int) (left % 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            notify();
            return null;
        } finally {
            waiting--;
        }
    }

    /** An object is free. */
    void freed() {
        if (waiting != 0) {
            wakeOne();
        }
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    private synchronized void wakeOne() {
        notify();
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("pool is closed: pool=" + pool);
        }
    }
}
