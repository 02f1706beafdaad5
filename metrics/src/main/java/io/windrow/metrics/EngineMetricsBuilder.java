package io.windrow.metrics;

import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.pipeline.TradingPipeline;
import io.windrow.pools.PoolCounters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Settings of {@link EngineMetrics}; for one thread. */
public final class EngineMetricsBuilder {

    private static final long NANOS_PER_MILLI = 1_000_000;

    long intervalNanos = 1000 * NANOS_PER_MILLI;
    long pollNanos = 100 * NANOS_PER_MILLI;
    int historyDays = 1;
    boolean ownThread = true;
    boolean measureAllocation;
    SampleSource process;
    CollectorStatistics collector;
    final EngineParts parts = new EngineParts();
    final List<SampleListener> listeners = new ArrayList<>();

    EngineMetricsBuilder() {
    }

    /**
     * Watches a pipeline, its sources and its pools of signals.
     *
     * @param name     what metrics call it.
     * @param pipeline the pipeline.
     * @return this.
     * @throws IllegalArgumentException if a pipeline of that name is watched already.
     */
    public EngineMetricsBuilder pipeline(String name, TradingPipeline pipeline) {
        parts.add(name, pipeline);
        return this;
    }

    /**
     * Watches a pool, Windrow's or another's.
     *
     * @param pool the pool's counters.
     * @return this.
     */
    public EngineMetricsBuilder pool(PoolCounters pool) {
        parts.add(pool);
        return this;
    }

    /**
     * Watches a pool of connections, to a database or an exchange: as any pool, and those in use are the active connections.
     *
     * @param pool the pool's counters.
     * @return this.
     */
    public EngineMetricsBuilder connections(PoolCounters pool) {
        parts.addConnections(pool);
        return this;
    }

    /**
     * Watches a ledger.
     *
     * @param name   what metrics call it.
     * @param memory the ledger.
     * @return this.
     * @throws IllegalArgumentException if a ledger of that name is watched already.
     */
    public EngineMetricsBuilder memory(String name, OffHeapMemory memory) {
        parts.add(name, memory);
        return this;
    }

    /**
     * Tells a listener of each sample.
     *
     * @param listener is called on the sampler's thread.
     * @return this.
     */
    public EngineMetricsBuilder listener(SampleListener listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    /**
     * The time between two samples; one second until told otherwise.
     *
     * @param interval at least 10 ms.
     * @return this.
     * @throws IllegalArgumentException if it is shorter.
     */
    public EngineMetricsBuilder every(Duration interval) {
        intervalNanos = atLeast(interval, 10, "interval");
        pollNanos = Math.min(pollNanos, intervalNanos);
        return this;
    }

    /**
     * The time between two looks at the pauses while there are many; 100 ms until told otherwise. Pauses between two looks are told
     * apart only by their mean. A sample is a look too, and looks come more often than samples for ten seconds after one that saw
     * more than one pause: waking a thread ten times a second for nothing costs more than all samples.
     *
     * @param interval at least 1 ms.
     * @return this.
     * @throws IllegalArgumentException if it is shorter.
     */
    public EngineMetricsBuilder pausesEvery(Duration interval) {
        pollNanos = atLeast(interval, 1, "interval between looks at pauses");
        return this;
    }

    /**
     * How long samples are kept, a minute apart; one day until told otherwise.
     *
     * @param days 1 to {@link MetricsHistory#MOST_DAYS}.
     * @return this.
     * @throws IllegalArgumentException if the days are out of range.
     */
    public EngineMetricsBuilder historyDays(int days) {
        MetricsHistory.bytes(days);
        historyDays = days;
        return this;
    }

    /**
     * Whether the bytes that all threads allocate are counted, which takes the management beans: about 4 MB resident.
     *
     * @param measured true to know {@link Figure#ALLOCATED}.
     * @return this.
     */
    public EngineMetricsBuilder measureAllocation(boolean measured) {
        measureAllocation = measured;
        return this;
    }

    /**
     * Takes no thread of its own: samples are taken by {@link EngineMetrics#sampleNow()} alone.
     *
     * @return this.
     */
    public EngineMetricsBuilder withoutThread() {
        ownThread = false;
        return this;
    }

    /**
     * Statistics to use in place of {@link CollectorStatistics#self()}; for tests.
     *
     * @param statistics the statistics, which are closed with the metrics.
     * @return this.
     */
    EngineMetricsBuilder collector(CollectorStatistics statistics) {
        collector = statistics;
        return this;
    }

    /**
     * Figures of the process to use in place of {@link ProcessSource#self()}; for tests.
     *
     * @param source the source, which is closed with the metrics.
     * @return this.
     */
    EngineMetricsBuilder process(SampleSource source) {
        process = source;
        return this;
    }

    /**
     * Takes the first sample and starts the thread.
     *
     * @return the running metrics; the caller closes them.
     */
    public EngineMetrics start() {
        EngineMetrics metrics = new EngineMetrics(this);
        metrics.sampleNow();
        metrics.startThread();
        return metrics;
    }

    private static long atLeast(Duration interval, long millis, String what) {
        if (interval.toMillis() < millis) {
            throw new IllegalArgumentException(what + " must be at least " + millis + " ms: interval=" + interval);
        }
        return interval.toNanos();
    }
}
