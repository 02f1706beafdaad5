package io.windrow.pipeline;

/** What is known of a source beside its events. Written by whoever runs the source, looked at by any thread. */
final class SourceState {

    private final long staleNanos;
    private volatile boolean ended;
    private volatile Throwable failure;
    private volatile boolean heard;
    private volatile long heardNanos;
    private volatile long errors;
    private long seenEvents;

    SourceState(long staleNanos) {
        this.staleNanos = staleNanos;
    }

    synchronized void hear(long atNanos) {
        if (!heard || atNanos - heardNanos > 0) {
            heardNanos = atNanos;
            heard = true;
        }
        ended = false;
        failure = null;
    }

    synchronized void error() {
        errors++;
    }

    synchronized void fail(Throwable cause) {
        errors++;
        failure = cause;
    }

    void end() {
        ended = true;
    }

    long errors() {
        return errors;
    }

    Throwable failure() {
        return failure;
    }

    /**
     * Notes events that came since the last look: publishing does not look at the clock. What was due at a known time that has passed
     * counts as heard then, all else as heard now.
     */
    synchronized void look(long events, long lastDueNanos, long nowNanos) {
        if (events != seenEvents) {
            seenEvents = events;
            hear(lastDueNanos != 0 && lastDueNanos - nowNanos < 0 ? lastDueNanos : nowNanos);
        }
    }

    /** Nanoseconds since it was heard of, -1 if never. */
    synchronized long age(long nowNanos) {
        return heard ? Math.max(0, nowNanos - heardNanos) : -1;
    }

    SourceStatus status(long nowNanos) {
        if (failure != null) {
            return SourceStatus.FAILED;
        }
        if (ended) {
            return SourceStatus.ENDED;
        }
        long age = age(nowNanos);
        return age < 0 ? SourceStatus.WAITING : age > staleNanos ? SourceStatus.STALE : SourceStatus.LIVE;
    }
}
