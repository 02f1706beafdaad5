package io.windrow.metrics.watch;

import io.windrow.metrics.SampleSource;
import java.time.Duration;
import java.util.Objects;

/** Plans a {@link MemoryProfiler}. Unless told otherwise it keeps 240 snapshots, takes one a minute, and judges growth over 5 of them. */
public final class MemoryProfilerBuilder {

    private static final int FEWEST_FOR_GROWTH = 3;

    int capacity = 240;
    int consecutive = 5;
    long snapshotEveryNanos = Duration.ofMinutes(1).toNanos();
    SampleSource source;
    long readEveryNanos;

    MemoryProfilerBuilder() {
    }

    /**
     * The most snapshots that are kept; beyond it the oldest without a label goes first, then the oldest with one.
     *
     * @param snapshots at least 2.
     * @return this.
     * @throws IllegalArgumentException if it is less.
     */
    public MemoryProfilerBuilder capacity(int snapshots) {
        Rules.atLeast("capacity", snapshots, 2);
        capacity = snapshots;
        return this;
    }

    /**
     * Over how many snapshots in a row a figure must grow to be called a leak.
     *
     * @param snapshots at least 3.
     * @return this.
     * @throws IllegalArgumentException if it is less.
     */
    public MemoryProfilerBuilder consecutive(int snapshots) {
        Rules.atLeast("consecutive", snapshots, FEWEST_FOR_GROWTH);
        consecutive = snapshots;
        return this;
    }

    /**
     * How far apart the snapshots without a label are.
     *
     * @param time positive.
     * @return this.
     * @throws IllegalArgumentException if it is not.
     */
    public MemoryProfilerBuilder snapshotEvery(Duration time) {
        snapshotEveryNanos = Rules.positiveNanos("snapshotEvery", time);
        return this;
    }

    /**
     * Reads samples from a source on a daemon thread of the profiler, from start to stop. Without it the profiler sees what
     * {@link MemoryProfiler#onSample} is told.
     *
     * @param newSource belongs to the profiler from {@link MemoryProfiler#start()} on as to reading, and stays the caller's to close.
     * @param readEvery the time between two samples, positive.
     * @return this.
     * @throws IllegalArgumentException if the time is not positive.
     */
    public MemoryProfilerBuilder source(SampleSource newSource, Duration readEvery) {
        source = Objects.requireNonNull(newSource, "source");
        readEveryNanos = Rules.positiveNanos("readEvery", readEvery);
        return this;
    }

    /**
     * Makes the profiler, which does nothing until it is started.
     *
     * @return the profiler.
     */
    public MemoryProfiler build() {
        return new MemoryProfiler(this);
    }
}
