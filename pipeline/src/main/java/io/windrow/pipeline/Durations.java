package io.windrow.pipeline;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/** Durations that one thread records, without garbage and without locks, and any thread reads. */
final class Durations {

    /** Longer ones count as this long. */
    static final long HIGHEST_NANOS = 60_000_000_000L;
    /** An error of at most 1 %, for 28 KB each. */
    private static final int DIGITS = 2;

    private final SingleWriterRecorder recorder = new SingleWriterRecorder(1, HIGHEST_NANOS, DIGITS);
    /** What was recorded until the last look. */
    private final Histogram sum = histogram();
    private Histogram latest = recorder.getIntervalHistogram();

    static Histogram histogram() {
        return new Histogram(1, HIGHEST_NANOS, DIGITS);
    }

    /** One that was not due yet counts as 0. */
    void record(long nanos) {
        recorder.recordValue(Math.max(0, Math.min(nanos, HIGHEST_NANOS)));
    }

    /** Adds what was recorded so far. */
    synchronized void addTo(Histogram all) {
        latest = recorder.getIntervalHistogram(latest);
        sum.add(latest);
        all.add(sum);
    }
}
