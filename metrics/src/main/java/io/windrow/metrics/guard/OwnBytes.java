package io.windrow.metrics.guard;

import io.windrow.metrics.AllocationProbe;

/**
 * The calling thread's allocation without what the guards themselves allocate when they report: an exception, a listener's words. A
 * guard around another must not be charged with the inner one's report.
 */
final class OwnBytes {

    static final long UNMEASURED = -1;

    private static final ThreadLocal<OwnBytes> OF_THREAD = ThreadLocal.withInitial(OwnBytes::new);

    private long reported;

    private OwnBytes() {
    }

    /** Bytes so far, or {@link #UNMEASURED}. The counter is read last, so that a thread's first call is not charged with its entry. */
    static long now() {
        OwnBytes own = OF_THREAD.get();
        long counted = AllocationProbe.currentBytes();
        return counted < 0 ? UNMEASURED : counted - own.reported;
    }

    /** Leaves out all that was allocated since {@link #now()} gave {@code since}. */
    static void leaveOut(long since) {
        long now = now();
        if (now > since) {
            OF_THREAD.get().reported += now - since;
        }
    }
}
