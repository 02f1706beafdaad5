package io.windrow.pools.work;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** What bounded workers count; any thread counts and reads. */
final class WorkCounts {

    final AtomicLong accepted = new AtomicLong();
    final AtomicLong done = new AtomicLong();
    final AtomicLong failed = new AtomicLong();
    final AtomicLong refused = new AtomicLong();
    final AtomicLong dropped = new AtomicLong();
    final AtomicLong callerRan = new AtomicLong();
    final AtomicLong waited = new AtomicLong();
    final AtomicLong queuedHighWaterMark = new AtomicLong();
    final AtomicReference<Throwable> firstFailure = new AtomicReference<>();

    void accepted(int nowQueued) {
        accepted.incrementAndGet();
        long most = queuedHighWaterMark.get();
        while (nowQueued > most && !queuedHighWaterMark.compareAndSet(most, nowQueued)) {
            most = queuedHighWaterMark.get();
        }
    }

    /** A task of submit keeps what it throws for its caller, and ends here like any other. */
    void ended(Runnable task) {
        boolean threw = task instanceof SubmittedTask && ((SubmittedTask<?>) task).threw();
        (threw ? failed : done).incrementAndGet();
    }

    void threw(Throwable thrown) {
        failed.incrementAndGet();
        firstFailure.compareAndSet(null, thrown);
    }
}
