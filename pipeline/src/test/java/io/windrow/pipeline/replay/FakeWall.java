package io.windrow.pipeline.replay;

/** A wall clock that only waiting and the test move. It wakes late, as a machine does. */
final class FakeWall implements WallClock {

    /** Near its end, so that a comparison of two times instead of their difference is found out. */
    static final long START_NANOS = Long.MAX_VALUE - 1_000_000_000L;

    private static final long SPIN_STEP_NANOS = 37;

    private final long wakesLateNanos;
    private long nanos = START_NANOS;
    private int parks;

    FakeWall(long wakesLateNanos) {
        this.wakesLateNanos = wakesLateNanos;
    }

    @Override
    public long nanoTime() {
        return nanos;
    }

    @Override
    public void park(long forNanos) {
        parks++;
        nanos += forNanos + wakesLateNanos;
    }

    @Override
    public void spin() {
        nanos += SPIN_STEP_NANOS;
    }

    void pass(long forNanos) {
        nanos += forNanos;
    }

    int parks() {
        return parks;
    }

    /** Since the clock was made. */
    long passedNanos() {
        return nanos - START_NANOS;
    }
}
