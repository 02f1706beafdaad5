package io.windrow.pipeline;

import org.HdrHistogram.Histogram;

/**
 * Durations of one stage thread's events, counted from when each was due: an event that had to wait for its publisher has waited too. The
 * stage's thread records, any thread reads.
 */
final class StageLatency {

    private final Durations ring = new Durations();
    private final Durations windows = new Durations();
    private final Durations strategies = new Durations();
    private final Durations total = new Durations();
    private final Durations signal = new Durations();
    private boolean measuring;
    private long dueNanos;
    private long sinceNanos;

    /** An event is taken from the ring; only one that was due at a known time is measured. */
    void begin(long due) {
        measuring = due != 0;
        if (measuring) {
            dueNanos = due;
            sinceNanos = System.nanoTime();
            ring.record(sinceNanos - due);
        }
    }

    void windowsDone() {
        if (measuring) {
            lap(windows);
        }
    }

    void strategiesDone() {
        if (measuring) {
            lap(strategies);
            total.record(sinceNanos - dueNanos);
        }
    }

    void signalSent() {
        if (measuring) {
            signal.record(System.nanoTime() - dueNanos);
        }
    }

    /** Adds what was recorded so far of a part that stages measure. */
    void addTo(LatencyStage part, Histogram all) {
        switch (part) {
            case RING -> ring.addTo(all);
            case WINDOWS -> windows.addTo(all);
            case STRATEGIES -> strategies.addTo(all);
            case TOTAL -> total.addTo(all);
            case SIGNAL -> signal.addTo(all);
            default -> throw new IllegalArgumentException("the sink's calls are not a stage's: stage=" + part);
        }
    }

    private void lap(Durations part) {
        long now = System.nanoTime();
        part.record(now - sinceNanos);
        sinceNanos = now;
    }
}
