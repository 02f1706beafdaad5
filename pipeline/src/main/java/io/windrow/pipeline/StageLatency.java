package io.windrow.pipeline;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/**
 * Durations of one stage thread's events, counted from when each was due: an event that had to wait for its publisher has waited too. The
 * stage's thread records, without garbage and without locks; any thread reads.
 */
final class StageLatency {

    /** Longer ones count as this long. */
    static final long HIGHEST_NANOS = 60_000_000_000L;
    /** An error of at most 1 %, for 28 KB each. */
    static final int DIGITS = 2;

    private static final LatencyStage[] STAGES = LatencyStage.values();

    private final SingleWriterRecorder[] recorders = new SingleWriterRecorder[STAGES.length];
    /** What was recorded until the last look. */
    private final Histogram[] sums = new Histogram[STAGES.length];
    private final Histogram[] latest = new Histogram[STAGES.length];
    private boolean measuring;
    private long dueNanos;
    private long sinceNanos;

    StageLatency() {
        for (int i = 0; i < STAGES.length; i++) {
            recorders[i] = new SingleWriterRecorder(1, HIGHEST_NANOS, DIGITS);
            sums[i] = histogram();
            latest[i] = recorders[i].getIntervalHistogram();
        }
    }

    static Histogram histogram() {
        return new Histogram(1, HIGHEST_NANOS, DIGITS);
    }

    /** An event is taken from the ring; only one that was due at a known time is measured. */
    void begin(long due) {
        measuring = due != 0;
        if (measuring) {
            dueNanos = due;
            sinceNanos = System.nanoTime();
            record(LatencyStage.RING, sinceNanos - due);
        }
    }

    void windowsDone() {
        if (measuring) {
            lap(LatencyStage.WINDOWS);
        }
    }

    void strategiesDone() {
        if (measuring) {
            lap(LatencyStage.STRATEGIES);
            record(LatencyStage.TOTAL, sinceNanos - dueNanos);
        }
    }

    void signalSent() {
        if (measuring) {
            record(LatencyStage.SIGNAL, System.nanoTime() - dueNanos);
        }
    }

    /** Adds what was recorded so far. */
    synchronized void addTo(LatencyStage stage, Histogram all) {
        int i = stage.ordinal();
        latest[i] = recorders[i].getIntervalHistogram(latest[i]);
        sums[i].add(latest[i]);
        all.add(sums[i]);
    }

    private void lap(LatencyStage stage) {
        long now = System.nanoTime();
        record(stage, now - sinceNanos);
        sinceNanos = now;
    }

    private void record(LatencyStage stage, long nanos) {
        recorders[stage.ordinal()].recordValue(Math.max(0, Math.min(nanos, HIGHEST_NANOS)));
    }
}
