package io.windrow.metrics.watch;

import io.windrow.metrics.Figure;
import io.windrow.metrics.Sample;
import io.windrow.metrics.SampleListener;
import io.windrow.metrics.SampleSource;
import io.windrow.metrics.SourceLostException;
import io.windrow.metrics.sites.AllocationSite;
import java.util.List;
import java.util.Objects;

/**
 * Records what a process does with its memory between start and stop: a summary over all samples, snapshots to compare, figures that keep
 * growing, and advice. For a diagnosis: a snapshot takes about 0.5 KB, a sample of its own allocates nothing.
 *
 * <p>Any thread may call any method; each locks this object for microseconds. {@link #forceCollection} takes as long as the collection,
 * but locks only the source meanwhile.
 */
public final class MemoryProfiler implements SampleListener {

    private final SampleSource source;
    private final Object sourceLock = new Object();
    private final long readEveryNanos;
    private final long snapshotEveryNanos;
    private final int consecutive;
    private final SnapshotStore store;
    private final Sample newest = new Sample();
    private Summary summary = new Summary();
    private SourceReader reader;
    private boolean running;
    private long nextSnapshotNanos;
    private String failure = "";

    MemoryProfiler(MemoryProfilerBuilder plan) {
        source = plan.source;
        readEveryNanos = plan.readEveryNanos;
        snapshotEveryNanos = plan.snapshotEveryNanos;
        consecutive = plan.consecutive;
        store = new SnapshotStore(plan.capacity);
    }

    /**
     * Plans a profiler.
     *
     * @return a builder.
     */
    public static MemoryProfilerBuilder builder() {
        return new MemoryProfilerBuilder();
    }

    /**
     * Begins anew: what an earlier run recorded is forgotten. With a source, the reading thread begins.
     *
     * @throws IllegalStateException if it runs already.
     */
    public synchronized void start() {
        if (running) {
            throw new IllegalStateException("the profiler must not be running");
        }
        store.clear();
        summary = new Summary();
        newest.clear(0);
        failure = "";
        nextSnapshotNanos = Long.MIN_VALUE;
        running = true;
        if (source != null) {
            reader = new SourceReader(this, readEveryNanos);
            reader.start();
        }
    }

    /** Ends the recording; what was recorded can still be asked for. Does nothing if it does not run. */
    public void stop() {
        SourceReader ending;
        synchronized (this) {
            running = false;
            ending = reader;
            reader = null;
        }
        if (ending != null) {
            ending.finish();
        }
    }

    /**
     * Whether it records.
     *
     * @return true between start and stop, while the source lives.
     */
    public synchronized boolean isRunning() {
        return running;
    }

    /**
     * Why the recording ended by itself.
     *
     * @return the source's error, or an empty string.
     */
    public synchronized String failure() {
        return failure;
    }

    /** Takes a sample into the summary, and as a snapshot when one is due. Does nothing unless the profiler runs. */
    @Override
    public synchronized void onSample(Sample sample) {
        if (!running) {
            return;
        }
        newest.copyFrom(sample);
        summary.add(sample);
        if (sample.timeNanos() >= nextSnapshotNanos) {
            nextSnapshotNanos = sample.timeNanos() + snapshotEveryNanos;
            store.add(new Snapshot("", sample));
        }
    }

    /**
     * Keeps the figures of now under a label: read from the source if there is one, otherwise those of the last sample.
     *
     * @param label what the moment is called, not blank.
     * @return the snapshot.
     * @throws IllegalArgumentException if the label is blank.
     * @throws IllegalStateException if there is no source and no sample has come yet.
     * @throws SourceLostException if the source gives none any more.
     */
    public Snapshot snapshot(String label) {
        Rules.notBlank("label", label);
        Sample sample = source == null ? newestCopy() : readSource();
        return keep(label, sample);
    }

    /**
     * Keeps given figures under a label.
     *
     * @param label what the moment is called, not blank.
     * @param sample the figures, which are copied.
     * @return the snapshot.
     * @throws IllegalArgumentException if the label is blank.
     */
    public Snapshot keep(String label, Sample sample) {
        Snapshot snapshot = new Snapshot(Rules.notBlank("label", label), sample);
        keep(snapshot);
        return snapshot;
    }

    /**
     * Keeps a snapshot that was taken elsewhere.
     *
     * @param snapshot the snapshot.
     */
    public synchronized void keep(Snapshot snapshot) {
        store.add(Objects.requireNonNull(snapshot, "snapshot"));
    }

    /**
     * All snapshots that are kept.
     *
     * @return a copy, the oldest first.
     */
    public synchronized List<Snapshot> snapshots() {
        return store.all();
    }

    /**
     * A snapshot by its label.
     *
     * @param label the label.
     * @return the newest of that label, or null.
     */
    public synchronized Snapshot find(String label) {
        return store.find(label);
    }

    /**
     * Snapshots that were given up for want of room.
     *
     * @return their number since the start.
     */
    public synchronized long forgottenSnapshots() {
        return store.forgotten();
    }

    /**
     * Every figure that a sample knew: baseline, lowest, peak, last, mean, variance.
     *
     * @return one summary per known figure, in the order of {@link Figure}.
     */
    public synchronized List<FigureSummary> summary() {
        return summary.known();
    }

    /**
     * Figures that grew over the last snapshots in a row:
     * never fell, rose in at least half of the steps, and by more than the noise of that figure. Resident memory counts only beyond what
     * heap pages that are touched for the first time explain.
     *
     * @return the findings, the worst first; empty if nothing grew or there are too few snapshots.
     */
    public List<LeakFinding> findLeaks() {
        return SnapshotLeaks.find(snapshots(), consecutive);
    }

    /**
     * Makes the JVM collect and compares the figures before and after, which are kept as snapshots {@code before collection} and
     * {@code after collection}. The source must read anew each time.
     *
     * @param request makes it collect.
     * @return what it did.
     * @throws IllegalStateException if there is no source, or the JVM cannot be asked.
     * @throws SourceLostException if the source gives no samples any more.
     */
    public CollectionOutcome forceCollection(CollectionRequest request) {
        if (source == null) {
            throw new IllegalStateException("a forced collection needs a source");
        }
        Snapshot before = snapshot("before collection");
        long started = System.nanoTime();
        try {
            request.collect();
        } catch (Exception e) {
            throw new IllegalStateException("the JVM cannot be made to collect: " + e.getMessage(), e);
        }
        long took = System.nanoTime() - started;
        return CollectionOutcomes.of(SnapshotDifference.between(before, snapshot("after collection")), took);
    }

    /**
     * Advice from what was recorded.
     *
     * @return sentences, each with its reason; empty if there is none to give.
     */
    public List<String> advice() {
        return MemoryAdvice.of(snapshots(), findLeaks());
    }

    /**
     * Everything as JSON: summary, snapshots, change from the first to the last, leaks, sites, advice.
     *
     * @param sites where the program allocates, or an empty list.
     * @return one object on one line.
     */
    public String report(List<AllocationSite> sites) {
        return ProfilerReport.render(this, Objects.requireNonNull(sites, "sites"), source);
    }

    /** Reads the source and takes the sample in; on the reading thread. False when the source is lost. */
    boolean readOnce() {
        try {
            onSample(readSource());
            return true;
        } catch (SourceLostException e) {
            synchronized (this) {
                failure = e.getMessage();
                running = false;
            }
            return false;
        }
    }

    private Sample readSource() {
        Sample sample = new Sample();
        synchronized (sourceLock) {
            source.read(sample);
        }
        return sample;
    }

    private synchronized Sample newestCopy() {
        if (newest.timeNanos() == 0) {
            throw new IllegalStateException("a snapshot needs a sample: none has come yet");
        }
        Sample copy = new Sample();
        copy.copyFrom(newest);
        return copy;
    }
}
