package io.windrow.metrics;

/**
 * What a JVM counts about its collector and its safepoints, cumulative since its start; for any thread.
 *
 * <p>Each call reads the source anew and allocates nothing. {@code -1} means that the source does not know. Two calls may see
 * two moments; {@link PauseRecorder} is the type that relates them.
 *
 * <p>A <i>safepoint</i> is any stop of all threads, for a collection or for something else. A <i>collection</i> is one
 * entry of a collector that stops all threads; work that a collector does beside the running program is in no figure here.
 * One safepoint may hold two collections (a young one that turns into a full one).
 */
public interface CollectorStatistics extends AutoCloseable {

    /**
     * Collections that stopped all threads. May be more than young and old together: under G1 the remark and cleanup
     * pauses of a concurrent cycle, and all pauses of a major cycle of ZGC, belong to neither.
     *
     * @return collections, or -1
     */
    long collections();

    /**
     * Collections of the young generation only.
     *
     * @return collections, or -1
     */
    long youngCollections();

    /**
     * Full collections with all threads stopped.
     *
     * @return collections, or -1
     */
    long oldCollections();

    /**
     * Time in {@link #collections()}, from the collector's entry to its exit.
     *
     * @return nanoseconds, or -1
     */
    long collectionNanos();

    /**
     * Safepoints that have begun. Each is counted at its beginning, its time at its end.
     *
     * @return safepoints, or -1
     */
    long safepoints();

    /**
     * Time in which threads were stopped or being stopped: from the request for a safepoint until threads may run again.
     *
     * @return nanoseconds, or -1
     */
    long safepointNanos();

    /**
     * The part of {@link #safepointNanos()} that went into waiting until the last thread had stopped.
     *
     * @return nanoseconds, or -1
     */
    long safepointSyncNanos();

    /**
     * Collectors whose pauses are counted each by itself, see {@link #collections(int)}.
     *
     * @return the count; 1 where all are counted together.
     */
    default int collectors() {
        return 1;
    }

    /**
     * What the JVM calls the pauses of one collector.
     *
     * @param place 0 to {@link #collectors()} - 1.
     * @return such as {@code G1 young collection pauses}; {@code all pauses} where all are counted together.
     */
    default String collectorName(int place) {
        return "all pauses";
    }

    /**
     * {@link #collections()} of one collector; those of all of them add up.
     *
     * @param place 0 to {@link #collectors()} - 1.
     * @return collections, or -1
     */
    default long collections(int place) {
        return collections();
    }

    /**
     * {@link #collectionNanos()} of one collector.
     *
     * @param place 0 to {@link #collectors()} - 1.
     * @return nanoseconds, or -1
     */
    default long collectionNanos(int place) {
        return collectionNanos();
    }

    /**
     * Why the last collection came. Allocates the answer.
     *
     * @return such as {@code Allocation Failure}, or {@code unknown}
     */
    default String lastCause() {
        return "unknown";
    }

    /**
     * Classes that are loaded now.
     *
     * @return classes, or -1
     */
    long loadedClasses();

    /**
     * How fine the times are: 1, or a million where the source counts milliseconds.
     *
     * @return nanoseconds of one step
     */
    long resolutionNanos();

    /**
     * Where the figures come from, for a report.
     *
     * @return such as {@code hsperfdata} or {@code MXBeans}
     */
    String source();

    /** Lets the source go; further use may throw. May be called twice. */
    @Override
    void close();

    /**
     * The best source for this JVM: its performance counters, else its management beans (whose classes are loaded only then,
     * about 4 MB resident).
     *
     * @return the statistics; the caller closes them
     */
    static CollectorStatistics self() {
        try {
            return new CounterStatistics(HotspotCounters.self());
        } catch (IllegalStateException e) {
            return managed();
        }
    }

    /**
     * The statistics of another JVM of this machine.
     *
     * @param pid its process number, positive
     * @return the statistics; the caller closes them
     * @throws IllegalStateException if that JVM has no readable counters or they are not in nanoseconds
     */
    static CollectorStatistics of(long pid) {
        return new CounterStatistics(HotspotCounters.of(pid));
    }

    /**
     * The statistics of this JVM from its management beans: in milliseconds, without safepoints, and on JDK 17 without the
     * remark and cleanup pauses of G1.
     *
     * @return the statistics
     */
    static CollectorStatistics managed() {
        return new BeanStatistics();
    }
}
