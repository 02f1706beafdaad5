package io.windrow.metrics.sites;

import java.util.concurrent.TimeUnit;

/** Waits in small steps, so that a target that dies is seen at once. */
final class Wait {

    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private Wait() {
    }

    /** Runs {@code check} between the steps; an interrupt ends the wait with an exception and stays set. */
    static void forNanos(long nanos, Runnable check) {
        long deadline = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = deadline - System.nanoTime()) {
            try {
                TimeUnit.NANOSECONDS.sleep(Math.min(left, STEP_NANOS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RecordingException("the recording was interrupted", e);
            }
            check.run();
        }
    }
}
