package io.windrow.pools.work;

/** What a batch processor counts. Written under the monitor of {@link HeldItems}, read by any thread without it. */
final class BatchCounts {

    final Tally added = new Tally();
    final Tally handled = new Tally();
    final Tally failed = new Tally();
    final Tally takenBack = new Tally();
    final Tally failedTries = new Tally();
    final Tally refused = new Tally();
    final Tally waited = new Tally();
    final Tally waiting = new Tally();
    final Tally held = new Tally();
    final Tally highWaterMark = new Tally();
    volatile Throwable lastFailure;
    private final Tally[] batches = new Tally[FlushCause.values().length];

    BatchCounts() {
        for (int i = 0; i < batches.length; i++) {
            batches[i] = new Tally();
        }
    }

    Tally batches(FlushCause cause) {
        return batches[cause.ordinal()];
    }

    void added(int nowHeld) {
        added.add(1);
        held.set(nowHeld);
        highWaterMark.raiseTo(nowHeld);
    }

    void left(Tally whereTo, int count, int nowHeld) {
        whereTo.add(count);
        held.set(nowHeld);
    }
}
