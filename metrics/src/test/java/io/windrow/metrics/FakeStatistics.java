package io.windrow.metrics;

/** Statistics that a test moves by hand; one thread moves them, any thread reads. */
final class FakeStatistics implements CollectorStatistics {

    static final long SYNC_NANOS = 5;

    volatile long collections;
    volatile long collectionNanos;
    volatile long safepoints;
    volatile long safepointNanos;
    volatile long safepointSyncNanos;
    volatile long resolutionNanos = 1;
    volatile boolean broken;
    volatile String cause = "unknown";

    static FakeStatistics withoutSafepoints() {
        FakeStatistics statistics = new FakeStatistics();
        statistics.safepoints = -1;
        statistics.safepointNanos = -1;
        statistics.safepointSyncNanos = -1;
        return statistics;
    }

    /** A whole stop, {@link #SYNC_NANOS} of it waiting. */
    void stop(long nanos) {
        beginStop();
        endStop(nanos);
    }

    void beginStop() {
        safepoints++;
        safepointNanos += SYNC_NANOS;
        safepointSyncNanos += SYNC_NANOS;
    }

    void endStop(long nanos) {
        safepointNanos += nanos - SYNC_NANOS;
    }

    void collect(long nanos) {
        collections++;
        collectionNanos += nanos;
    }

    @Override
    public long collections() {
        return collections;
    }

    @Override
    public long youngCollections() {
        return collections;
    }

    @Override
    public long oldCollections() {
        return 0;
    }

    @Override
    public long collectionNanos() {
        return collectionNanos;
    }

    @Override
    public long safepoints() {
        if (broken) {
            throw new IllegalStateException("broken on purpose");
        }
        return safepoints;
    }

    @Override
    public long safepointNanos() {
        return safepointNanos;
    }

    @Override
    public long safepointSyncNanos() {
        return safepointSyncNanos;
    }

    @Override
    public String lastCause() {
        return cause;
    }

    @Override
    public long loadedClasses() {
        return -1;
    }

    @Override
    public long resolutionNanos() {
        return resolutionNanos;
    }

    @Override
    public String source() {
        return "test";
    }

    @Override
    public void close() {
        broken = true;
    }
}
