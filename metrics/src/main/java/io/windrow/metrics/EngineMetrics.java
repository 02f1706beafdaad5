package io.windrow.metrics;

import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.pipeline.TradingPipeline;
import io.windrow.pools.PoolCounters;
import java.util.List;

/**
 * Watches the engine from inside: once a second a thread of its own reads every {@link Figure} of the process and of the engine's
 * parts, keeps the newest {@link Sample}, a bounded history, growth rates and a record of pauses, and tells whoever listens.
 *
 * <p>The threads of the engine do nothing for it: they count what they count anyway, and the sampler reads that. A sample allocates
 * nothing and uses no management beans; when two pauses fall between two samples, pauses are looked at ten times a second for a
 * while, so that each is seen alone. What the system does not
 * give is {@link Sample#ABSENT}; {@link #missing()} says why.
 *
 * <p>For any thread. Listeners are called by the sampler's thread, one sample at a time. Parts may be added and removed while it
 * runs; a removed part's totals stay in the sums.
 */
public final class EngineMetrics implements SampleSource {

    private final EngineSampler sampler;
    private final SamplerThread thread;

    EngineMetrics(EngineMetricsBuilder builder) {
        sampler = new EngineSampler(builder);
        thread = builder.ownThread ? new SamplerThread("windrow-metrics", sampler) : null;
    }

    /**
     * Metrics of this process, one sample a second, one day of history, until told otherwise.
     *
     * @return the builder.
     */
    public static EngineMetricsBuilder builder() {
        return new EngineMetricsBuilder();
    }

    void startThread() {
        if (thread != null) {
            thread.start();
        }
    }

    /**
     * Watches a pipeline, its sources and its pools of signals from now on.
     *
     * @param name     what metrics call it.
     * @param pipeline the pipeline.
     * @throws IllegalArgumentException if a pipeline of that name is watched already.
     */
    public void add(String name, TradingPipeline pipeline) {
        sampler.parts().add(name, pipeline);
    }

    /**
     * Watches a pool from now on, Windrow's or another's.
     *
     * @param pool the pool's counters.
     */
    public void add(PoolCounters pool) {
        sampler.parts().add(pool);
    }

    /**
     * Watches a pool of connections from now on: as any pool, and those in use are the active connections.
     *
     * @param pool the pool's counters.
     */
    public void addConnections(PoolCounters pool) {
        sampler.parts().addConnections(pool);
    }

    /**
     * Watches a ledger from now on.
     *
     * @param name   what metrics call it.
     * @param memory the ledger.
     * @throws IllegalArgumentException if a ledger of that name is watched already.
     */
    public void add(String name, OffHeapMemory memory) {
        sampler.parts().add(name, memory);
    }

    /**
     * Tells a listener of each sample from now on.
     *
     * @param listener is called on the sampler's thread.
     */
    public void add(SampleListener listener) {
        sampler.add(listener);
    }

    /**
     * Watches a pipeline no more. One that is not watched is let be.
     *
     * @param pipeline the pipeline, before or after it was closed.
     */
    public void remove(TradingPipeline pipeline) {
        sampler.parts().remove(pipeline);
    }

    /**
     * Watches a pool no more. One that is not watched is let be.
     *
     * @param pool the pool's counters.
     */
    public void remove(PoolCounters pool) {
        sampler.parts().remove(pool);
    }

    /**
     * Tells a listener nothing any more; it may be told once more if a sample is under way. One that is not told is let be.
     *
     * @param listener the listener.
     */
    public void remove(SampleListener listener) {
        sampler.remove(listener);
    }

    /** Takes a sample now, on the calling thread, and tells the listeners. For who has no sampling thread, and for tests. */
    public void sampleNow() {
        sampler.sample();
    }

    /**
     * Copies the newest sample. Allocates nothing.
     *
     * @param sample takes it.
     */
    @Override
    public void read(Sample sample) {
        sampler.read(sample);
    }

    /**
     * By how much a total grew per second between the last two samples.
     *
     * @param figure a total.
     * @return the rate, in the figure's unit; NaN until there are two samples that know it.
     * @throws IllegalArgumentException if it is a level.
     */
    public double perSecond(Figure figure) {
        return sampler.perSecond(figure);
    }

    /**
     * How fast a level grows: a robust slope over the last ten minutes, at the floor of each five seconds, so that neither a sawtooth
     * nor an outlier moves it.
     *
     * @param figure one of {@link Figure#RESIDENT}, {@link Figure#RESIDENT_ANONYMOUS}, {@link Figure#HEAP_AFTER_COLLECTION},
     *               {@link Figure#OFF_HEAP}, {@link Figure#OPEN_FILES}, {@link Figure#THREADS}.
     * @return the figure's unit per minute; NaN for the first two and a half minutes.
     * @throws IllegalArgumentException if the growth of that figure is not followed.
     */
    public double growthPerMinute(Figure figure) {
        return sampler.growthPerMinute(figure);
    }

    /**
     * The samples of the last days.
     *
     * @return the history, which goes on growing to its bound.
     */
    public MetricsHistory history() {
        return sampler.history();
    }

    /**
     * The pauses since the start.
     *
     * @return the record, looked at with each sample, and in between after a time in which there was more than one pause.
     */
    public PauseRecorder pauses() {
        return sampler.pauses();
    }

    /**
     * The collector's counters.
     *
     * @return the statistics; they belong to this object.
     */
    public CollectorStatistics collector() {
        return sampler.collector();
    }

    /**
     * The pipelines that are watched, in the order they were added.
     *
     * @return a list that does not change.
     */
    public List<WatchedPipeline> pipelines() {
        return sampler.parts().pipelines();
    }

    /**
     * The pools that are watched, those of the pipelines' signals among them.
     *
     * @return a list that does not change.
     */
    public List<PoolCounters> pools() {
        return sampler.parts().pools();
    }

    /**
     * Those of {@link #pools()} that hold connections.
     *
     * @return a list that does not change.
     */
    public List<PoolCounters> connections() {
        return sampler.parts().connections();
    }

    /**
     * The ledgers that are watched, that of the history ({@code metrics}) first.
     *
     * @return a list that does not change.
     */
    public List<NamedMemory> memories() {
        return sampler.parts().memories();
    }

    /**
     * Samples taken.
     *
     * @return the count.
     */
    public long sampleCount() {
        return sampler.sampleCount();
    }

    /**
     * Samples and listeners that threw; the next sample came all the same.
     *
     * @return the count.
     */
    public long failureCount() {
        return sampler.failureCount();
    }

    /**
     * What was thrown last.
     *
     * @return the exception, or null.
     */
    public Throwable lastFailure() {
        return sampler.lastFailure();
    }

    /**
     * The time between two samples.
     *
     * @return nanoseconds.
     */
    public long intervalNanos() {
        return sampler.intervalNanos();
    }

    @Override
    public String name() {
        return sampler.name();
    }

    @Override
    public String missing() {
        return sampler.missing();
    }

    /** Takes no more samples, ends the thread and gives the history's memory back. The newest sample stays readable. */
    @Override
    public void close() {
        if (thread != null) {
            thread.finish();
        }
        sampler.close();
    }

    /** The sampling thread, for the test that weighs it; null without. */
    Thread thread() {
        return thread;
    }
}
