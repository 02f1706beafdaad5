package io.windrow.metrics;

import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.metrics.trend.SlopeInterval;
import io.windrow.metrics.trend.SlopeWindow;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongUnaryOperator;

/**
 * Takes the samples of {@link EngineMetrics}. Two locks: this object's is held while a sample is taken and listeners are told, that
 * of the newest sample only while it is copied, so that a slow listener holds up no reader.
 */
final class EngineSampler implements LongUnaryOperator {

    private static final String MEMORY = "metrics";
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long GROWTH_NANOS = 600 * NANOS_PER_SECOND;
    private static final long BUSY_NANOS = 10 * NANOS_PER_SECOND;
    private static final long LEAK_CHECK_NANOS = 10 * NANOS_PER_SECOND;
    private static final Figure[] FOLLOWED = {Figure.RESIDENT, Figure.RESIDENT_ANONYMOUS, Figure.HEAP_AFTER_COLLECTION, Figure.OFF_HEAP,
        Figure.OPEN_FILES, Figure.THREADS};

    private final long intervalNanos;
    private final long pollNanos;
    private final SampleSource process;
    private final CollectorStatistics collector;
    private final PauseRecorder pauses;
    private final EngineParts parts;
    private final OffHeapMemory memory;
    private final MetricsHistory history;
    private final CopyOnWriteArrayList<SampleListener> listeners;
    private final SlopeWindow[] growth = new SlopeWindow[FOLLOWED.length];
    private final Sample taking = new Sample();
    private final Object newestLock = new Object();
    private final Sample newest = new Sample();
    private final Sample previous = new Sample();
    private long dueNanos;
    private long leakCheckDueNanos;
    private long busyUntilNanos = System.nanoTime();
    private long seenMerged;
    private boolean closed;
    private volatile long samples;
    private volatile long failures;
    private volatile Throwable lastFailure;

    EngineSampler(EngineMetricsBuilder builder) {
        intervalNanos = builder.intervalNanos;
        pollNanos = builder.pollNanos;
        process = builder.process != null ? builder.process
            : builder.measureAllocation ? ProcessSource.self().withAllocation() : ProcessSource.self();
        collector = builder.collector != null ? builder.collector : CollectorStatistics.self();
        pauses = new PauseRecorder(collector);
        parts = builder.parts;
        memory = OffHeapMemory.withBudget(OffHeapMemory.footprintBytes(MetricsHistory.bytes(builder.historyDays)));
        history = new MetricsHistory(memory, builder.historyDays);
        parts.addFirst(MEMORY, memory);
        listeners = new CopyOnWriteArrayList<>(builder.listeners);
        SlopeInterval line = new SlopeInterval(SlopeWindow.MOST_BLOCKS);
        for (int i = 0; i < growth.length; i++) {
            growth[i] = new SlopeWindow(line, GROWTH_NANOS, SlopeWindow.MOST_BLOCKS);
        }
        dueNanos = System.nanoTime() + intervalNanos;
        leakCheckDueNanos = System.nanoTime() + LEAK_CHECK_NANOS;
    }

    /** A sample if it is time for one, else a look at the pauses; answers when to look next. */
    @Override
    public long applyAsLong(long lookDueNanos) {
        long now = System.nanoTime();
        if (now - dueNanos >= 0) {
            dueNanos = Math.max(dueNanos + intervalNanos, now);
            sample();
        } else {
            pollPauses();
        }
        return busy(now) && dueNanos - now > pollNanos ? now + pollNanos : dueNanos;
    }

    /** Whether a look saw more than one pause lately. */
    private boolean busy(long now) {
        long merged = pauses.mergedPolls() + pauses.mergedCollectionPolls();
        if (merged != seenMerged) {
            seenMerged = merged;
            busyUntilNanos = now + BUSY_NANOS;
        }
        return now - busyUntilNanos < 0;
    }

    synchronized void sample() {
        if (closed) {
            return;
        }
        try {
            take();
            keep();
            tell();
        } catch (RuntimeException e) {
            failed(e);
        }
        checkLeaks();
    }

    private void take() {
        process.read(taking);
        parts.addTo(taking);
        pauses.poll();
        taking.set(Figure.STOP_P95, pauses.percentileNanos(95));
        taking.set(Figure.STOP_LONGEST, pauses.maxNanos());
        taking.set(Figure.UNACCOUNTED, unaccounted(taking));
    }

    /** Anonymous pages that neither heap, metaspace nor ledger explains. */
    private static long unaccounted(Sample sample) {
        if (!sample.has(Figure.RESIDENT_ANONYMOUS) || !sample.has(Figure.HEAP_COMMITTED)) {
            return Sample.ABSENT;
        }
        return Math.max(0, sample.get(Figure.RESIDENT_ANONYMOUS) - sample.get(Figure.HEAP_COMMITTED)
            - Math.max(0, sample.get(Figure.METASPACE_COMMITTED)) - sample.get(Figure.OFF_HEAP));
    }

    private void keep() {
        history.add(taking);
        synchronized (newestLock) {
            previous.copyFrom(newest);
            newest.copyFrom(taking);
            for (int i = 0; i < FOLLOWED.length; i++) {
                growth[i].add(taking.timeNanos(), taking.get(FOLLOWED[i]));
            }
        }
        samples = samples + 1;
    }

    private void tell() {
        for (int i = 0; i < listeners.size(); i++) {
            try {
                listeners.get(i).onSample(taking);
            } catch (RuntimeException e) {
                failed(e);
            }
        }
    }

    /** A pool tells its listener of what it misses, and the listener may throw. */
    private void checkLeaks() {
        long now = System.nanoTime();
        if (now - leakCheckDueNanos >= 0) {
            leakCheckDueNanos = now + LEAK_CHECK_NANOS;
            try {
                parts.checkLeaks();
            } catch (RuntimeException e) {
                failed(e);
            }
        }
    }

    private synchronized void pollPauses() {
        if (!closed) {
            pauses.poll();
        }
    }

    private void failed(RuntimeException e) {
        failures = failures + 1;
        lastFailure = e;
    }

    void read(Sample sample) {
        synchronized (newestLock) {
            sample.copyFrom(newest);
        }
    }

    double perSecond(Figure figure) {
        if (figure.kind() != Figure.Kind.TOTAL) {
            throw new IllegalArgumentException("a rate must be of a total: figure=" + figure.key());
        }
        synchronized (newestLock) {
            long nanos = newest.timeNanos() - previous.timeNanos();
            if (!previous.has(figure) || !newest.has(figure) || nanos <= 0) {
                return Double.NaN;
            }
            return Math.max(0, newest.get(figure) - previous.get(figure)) * (double) NANOS_PER_SECOND / nanos;
        }
    }

    double growthPerMinute(Figure figure) {
        synchronized (newestLock) {
            for (int i = 0; i < FOLLOWED.length; i++) {
                if (FOLLOWED[i] == figure) {
                    return growth[i].slopePerMinute();
                }
            }
        }
        throw new IllegalArgumentException("the growth of this figure is not followed: figure=" + figure.key());
    }

    EngineParts parts() {
        return parts;
    }

    void add(SampleListener listener) {
        listeners.add(listener);
    }

    void remove(SampleListener listener) {
        listeners.remove(listener);
    }

    MetricsHistory history() {
        return history;
    }

    PauseRecorder pauses() {
        return pauses;
    }

    CollectorStatistics collector() {
        return collector;
    }

    long intervalNanos() {
        return intervalNanos;
    }

    long sampleCount() {
        return samples;
    }

    long failureCount() {
        return failures;
    }

    Throwable lastFailure() {
        return lastFailure;
    }

    String name() {
        return process.name();
    }

    String missing() {
        return process.missing();
    }

    synchronized void close() {
        if (!closed) {
            closed = true;
            process.close();
            collector.close();
            history.close();
            memory.close();
        }
    }
}
