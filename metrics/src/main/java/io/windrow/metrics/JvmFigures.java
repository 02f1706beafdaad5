package io.windrow.metrics;

/** What a JVM says of its heap, its collector and its stops, put into samples; for one thread at a time. */
abstract class JvmFigures implements AutoCloseable {

    private final CollectorStatistics statistics;

    JvmFigures(CollectorStatistics statistics) {
        this.statistics = statistics;
    }

    /** The best source for this JVM. */
    static JvmFigures self() {
        HotspotCounters counters = null;
        try {
            counters = HotspotCounters.self();
            return new CounterFigures(counters, true);
        } catch (IllegalStateException e) {
            close(counters);
            return new BeanFigures();
        }
    }

    /**
     * The counters of another JVM.
     *
     * @throws IllegalStateException if they cannot be read
     */
    static JvmFigures of(long pid) {
        HotspotCounters counters = HotspotCounters.of(pid);
        try {
            return new CounterFigures(counters, false);
        } catch (IllegalStateException e) {
            close(counters);
            throw e;
        }
    }

    abstract void read(Sample sample);

    abstract String missing();

    @Override
    public void close() {
        statistics.close();
    }

    final CollectorStatistics statistics() {
        return statistics;
    }

    final void readStatistics(Sample sample) {
        sample.set(Figure.COLLECTIONS, statistics.collections());
        sample.set(Figure.YOUNG_COLLECTIONS, statistics.youngCollections());
        sample.set(Figure.OLD_COLLECTIONS, statistics.oldCollections());
        sample.set(Figure.COLLECTION_TIME, statistics.collectionNanos());
        sample.set(Figure.STOPS, statistics.safepoints());
        sample.set(Figure.STOPPED_TIME, statistics.safepointNanos());
        sample.set(Figure.STOPPING_TIME, statistics.safepointSyncNanos());
        sample.set(Figure.CLASSES, statistics.loadedClasses());
    }

    /** The heap of this JVM as it is now; free of charge. */
    static void readOwnHeap(Sample sample, boolean sizesToo) {
        Runtime runtime = Runtime.getRuntime();
        long committed = runtime.totalMemory();
        sample.set(Figure.HEAP_USED, committed - runtime.freeMemory());
        if (sizesToo) {
            sample.set(Figure.HEAP_COMMITTED, committed);
            sample.set(Figure.HEAP_LIMIT, runtime.maxMemory());
        }
    }

    private static void close(HotspotCounters counters) {
        if (counters != null) {
            counters.close();
        }
    }
}
