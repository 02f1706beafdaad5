package io.windrow.pools.work;

/** Hands batches to the handler, on the thread that calls, and sees to those it throws on. */
final class BatchFlusher<T> implements Runnable {

    /** What became of a flush. */
    enum Outcome { NOTHING, GONE, KEPT }

    private final HeldItems<T> items;
    private final BatchHandler<T> handler;
    private final FailedBatchHandler<T> failedHandler;
    private final int mostTries;

    BatchFlusher(HeldItems<T> items, BatchProcessorBuilder<T> settings) {
        this.items = items;
        this.handler = settings.handler;
        this.failedHandler = settings.failedHandler;
        this.mostTries = settings.mostTries;
    }

    /** The processor's own thread: flushes what is due until closing, then all the rest. */
    @Override
    public void run() {
        while (items.beginWhenDue()) {
            handOver();
        }
        flushForClose();
    }

    Outcome flush(FlushCause cause) {
        return items.begin(cause) ? handOver() : Outcome.NOTHING;
    }

    /** Flushes what is due, at most this many batches, so that a thread that adds does not work for all others for ever. */
    int flushDue(long nowNanos, int mostBatches) {
        int itemCount = 0;
        for (int i = 0; i < mostBatches && items.beginDue(nowNanos); i++) {
            int size = items.batch.size();
            itemCount += handOver() == Outcome.GONE ? size : 0;
        }
        return itemCount;
    }

    /** Flushes all, in order, until a batch stays that more tries would not move, or the limit passes. */
    void flushForClose() {
        while (items.awaitClosingTurn()) {
            if (flush(FlushCause.CLOSE) == Outcome.KEPT && !triesAreLeft()) {
                return;
            }
        }
    }

    private Outcome handOver() {
        Tally whereTo = null;
        try {
            whereTo = attempt();
        } finally {
            items.end(whereTo);
        }
        return whereTo == null ? Outcome.KEPT : Outcome.GONE;
    }

    private Tally attempt() {
        try {
            handler.handle(items.batch);
            return items.counts.handled;
        } catch (Throwable e) {
            keep(e);
            return triesAreLeft() || failedHandler == null ? null : giveUp(e);
        }
    }

    private Tally giveUp(Throwable thrown) {
        try {
            failedHandler.failed(items.batch, thrown);
            return items.counts.failed;
        } catch (Throwable e) {
            keep(e);
            return null;
        }
    }

    private boolean triesAreLeft() {
        return failedHandler != null && items.batch.tryNumber() < mostTries;
    }

    private void keep(Throwable thrown) {
        items.threw(thrown);
        if (thrown instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
    }
}
