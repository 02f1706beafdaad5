package io.windrow.metrics;

import io.windrow.metrics.TimeSeries.Keep;
import java.util.function.LongUnaryOperator;

/** What a sampler has seen. Every method locks, so that one thread may sample while others look. */
final class ProcessSamples implements LongUnaryOperator {

    private static final long STATUS_INTERVAL_NANOS = 100_000_000;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final String NO_MEMORY = "no resident memory (no /proc)";
    private static final String NO_STOPS = "no stop-the-world time (no performance counters)";

    private final long startNanos = System.nanoTime();
    private final long startEpochNanos = System.currentTimeMillis() * NANOS_PER_MILLI;
    private final long intervalNanos;
    private final Runtime runtime = Runtime.getRuntime();
    private final CollectorStatistics statistics;
    private final PauseRecorder pauses;
    private final TimeSeries resident;
    private final TimeSeries anonymous;
    private final TimeSeries heap;
    private final TimeSeries pauseTotals;
    private final long stoppedAtStartNanos;
    private ProcessMemory memory;
    private boolean pausesKnown = true;
    private long statusDueNanos = startNanos;
    private long peakResidentBytes = -1;
    private long peakHeapBytes;
    private long markNanos;
    private boolean closed;

    ProcessSamples(CollectorStatistics statistics, int points, long intervalNanos) {
        this.intervalNanos = intervalNanos;
        this.statistics = statistics;
        pauses = new PauseRecorder(statistics);
        stoppedAtStartNanos = statistics.safepointNanos();
        resident = new TimeSeries(points, Keep.MAXIMUM);
        anonymous = new TimeSeries(points, Keep.MAXIMUM);
        heap = new TimeSeries(points, Keep.MAXIMUM);
        pauseTotals = new TimeSeries(points, Keep.LAST);
        markNanos = startEpochNanos;
        memory = ProcessMemory.supported() ? ProcessMemory.self() : null;
    }

    @Override
    public long applyAsLong(long dueNanos) {
        sample();
        return dueNanos + intervalNanos;
    }

    synchronized void sample() {
        if (closed) {
            return;
        }
        long now = System.nanoTime();
        long time = epochNanos(now);
        sampleHeap(time);
        if (pausesKnown) {
            samplePausesOrGiveUp(time);
        }
        if (memory != null) {
            sampleMemoryOrGiveUp(now, time);
        }
    }

    synchronized void mark() {
        requireOpen();
        pauses.reset();
        markNanos = epochNanos(System.nanoTime());
    }

    synchronized void close(boolean closeStatistics) {
        statusDueNanos = System.nanoTime();
        sample();
        closed = true;
        if (memory != null) {
            memory.close();
        }
        if (closeStatistics) {
            statistics.close();
        }
    }

    synchronized TimeSeries copyOfResident() {
        return resident.copy();
    }

    synchronized TimeSeries copyOfAnonymous() {
        return anonymous.copy();
    }

    synchronized TimeSeries copyOfHeap() {
        return heap.copy();
    }

    synchronized TimeSeries copyOfPauseTotals() {
        return pauseTotals.copy();
    }

    synchronized long peakResidentBytes() {
        return peakResidentBytes;
    }

    synchronized long peakHeapBytes() {
        return peakHeapBytes;
    }

    synchronized long markNanos() {
        return markNanos;
    }

    synchronized long samples() {
        return heap.samples();
    }

    synchronized String missing() {
        boolean stopsKnown = pausesKnown && stoppedAtStartNanos >= 0;
        if (memory != null) {
            return stopsKnown ? "" : NO_STOPS;
        }
        return stopsKnown ? NO_MEMORY : NO_MEMORY + ", " + NO_STOPS;
    }

    PauseRecorder pauses() {
        return pauses;
    }

    /** Times come from the clock that does not jump, placed once on the clock of the day. */
    private long epochNanos(long now) {
        return startEpochNanos + now - startNanos;
    }

    private void sampleHeap(long time) {
        long used = runtime.totalMemory() - runtime.freeMemory();
        peakHeapBytes = Math.max(peakHeapBytes, used);
        heap.add(time, used);
    }

    private void samplePauses(long time) {
        pauses.poll();
        if (stoppedAtStartNanos >= 0) {
            pauseTotals.add(time, statistics.safepointNanos() - stoppedAtStartNanos);
        }
    }

    /** An instrument that fails must not take the sampling of the others, or the program, with it. */
    private void samplePausesOrGiveUp(long time) {
        try {
            samplePauses(time);
        } catch (RuntimeException e) {
            pausesKnown = false;
        }
    }

    private void sampleMemoryOrGiveUp(long now, long time) {
        try {
            sampleMemory(now, time);
        } catch (RuntimeException e) {
            memory = null;
        }
    }

    private void sampleMemory(long now, long time) {
        resident.add(time, memory.refreshResident());
        if (now - statusDueNanos >= 0) {
            memory.refresh();
            peakResidentBytes = memory.peakResidentBytes();
            anonymous.add(time, memory.anonymousBytes());
            statusDueNanos = now + STATUS_INTERVAL_NANOS;
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the sampler is closed: samples=" + samples());
        }
    }
}
