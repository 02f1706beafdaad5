package io.windrow.metrics.watch;

import java.util.concurrent.locks.LockSupport;

/** Reads a profiler's source at even times until it is told to stop or the source is lost. */
final class SourceReader extends Thread {

    private final MemoryProfiler profiler;
    private final long everyNanos;
    private volatile boolean stopping;

    SourceReader(MemoryProfiler profiler, long everyNanos) {
        super(null, null, "windrow-memory-profiler");
        this.profiler = profiler;
        this.everyNanos = everyNanos;
        setDaemon(true);
    }

    @Override
    public void run() {
        long due = System.nanoTime();
        while (!stopping) {
            long now = System.nanoTime();
            if (now - due >= 0) {
                if (!profiler.readOnce()) {
                    return;
                }
                due = Math.max(due + everyNanos, now);
            }
            LockSupport.parkNanos(this, due - System.nanoTime());
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
