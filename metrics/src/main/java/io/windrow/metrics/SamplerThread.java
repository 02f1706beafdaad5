package io.windrow.metrics;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongUnaryOperator;

/** Calls its task at the times that the task says, given the one that was due, until it is told to stop. */
final class SamplerThread extends Thread {

    private final LongUnaryOperator task;
    private volatile boolean stopping;

    SamplerThread(String name, LongUnaryOperator task) {
        super(null, null, name);
        this.task = task;
        setDaemon(true);
    }

    @Override
    public void run() {
        long due = System.nanoTime();
        while (!stopping) {
            long now = System.nanoTime();
            if (now - due >= 0) {
                // A late sample does not make the following ones hurry after it.
                due = Math.max(task.applyAsLong(due), now);
            }
            LockSupport.parkNanos(this, due - System.nanoTime());
            // A stray interrupt would make every later park return at once.
            Thread.interrupted();
        }
    }

    /** Returns when the thread has ended; an interrupt of the caller ends only the waiting, and stays set. */
    void finish() {
        stopping = true;
        LockSupport.unpark(this);
        try {
            join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
