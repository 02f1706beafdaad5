package io.windrow.pools.work;

import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;

/**
 * The items held, and which thread has a batch of them in hand. The monitor of this object guards all of it and is never held while
 * a handler is called. A monitor rather than a {@code ReentrantLock}: waiting for it makes no object.
 */
final class HeldItems<T> {

    static final int FULL = -1;

    final BatchCounts counts = new BatchCounts();
    final Batch<T> batch;
    final int batchSize;
    final String name;
    private final BatchQueue<T> queue;
    private final LongSupplier clock;
    private final long maxDelayNanos;
    private Thread flushing;
    private int keptSize;
    private int tries;
    private long retryNanos;
    private boolean closed;
    private long closeDeadlineNanos;
    private int sleepers;

    HeldItems(BatchProcessorBuilder<T> settings) {
        name = settings.name;
        batchSize = settings.batchSize;
        clock = settings.clock;
        maxDelayNanos = settings.maxDelayNanos;
        queue = new BatchQueue<>(BatchProcessor.BATCHES_HELD * batchSize);
        batch = new Batch<>(queue);
    }

    int capacity() {
        return queue.capacity();
    }

    /** Adds; waits while all is full and some thread is flushing. Answers how many are held then, or FULL if nobody is flushing. */
    synchronized int append(T item) {
        boolean waited = false;
        checkOpen();
        while (queue.isFull()) {
            if (flushing == null) {
                return FULL;
            }
            awaitRoom(waited);
            waited = true;
            checkOpen();
        }
        queue.append(item, clock.getAsLong());
        int held = queue.size();
        counts.added(held);
        if (held == 1 || held == batchSize) {
            wake();
        }
        return held;
    }

    /** Takes the batch at the head in hand, if nobody has it. A forced flush is off when there is room again. */
    synchronized boolean begin(FlushCause cause) {
        if (flushing != null || queue.size() == 0 || cause == FlushCause.FORCED && !queue.isFull()) {
            return false;
        }
        flushing = Thread.currentThread();
        batch.open(keptSize > 0 ? keptSize : Math.min(batchSize, queue.size()), cause, tries + 1);
        counts.batches(cause).add(1);
        return true;
    }

    synchronized boolean beginDue(long nowNanos) {
        FlushCause cause = flushing == null ? due(nowNanos) : null;
        return cause != null && begin(cause);
    }

    /** Lets the batch in hand go to where it went; a null means that it is kept. */
    synchronized void end(Tally whereTo) {
        int size = batch.size();
        batch.empty();
        flushing = null;
        if (whereTo == null) {
            keptSize = size;
            tries++;
            retryNanos = clock.getAsLong() + maxDelayNanos;
        } else {
            queue.removeFirst(size);
            keptSize = 0;
            tries = 0;
            counts.left(whereTo, size, queue.size());
        }
        wake();
    }

    synchronized void threw(Throwable thrown) {
        counts.failedTries.add(1);
        counts.lastFailure = thrown;
    }

    /** Waits until a batch is due and takes it in hand; false when closing. An interrupt is no reason to stop: only closing is. */
    synchronized boolean beginWhenDue() {
        while (!closed) {
            long now = clock.getAsLong();
            if (beginDue(now)) {
                return true;
            }
            try {
                sleep(flushing == null ? nanosUntilDue(now) : Long.MAX_VALUE);
            } catch (InterruptedException e) {
                continue;
            }
        }
        return false;
    }

    /** The number behind the item added last. */
    synchronized long endNumber() {
        checkOpen();
        checkNotHandler("flush");
        return queue.removed() + queue.size();
    }

    synchronized boolean hasLeft(long endNumber) {
        return queue.removed() >= endNumber;
    }

    /** Waits until nobody is flushing; false when everything before the number has left, or the thread was interrupted. */
    synchronized boolean awaitTurn(long endNumber) {
        while (!hasLeft(endNumber)) {
            checkOpen();
            if (flushing == null) {
                return true;
            }
            if (interrupted(Long.MAX_VALUE)) {
                return false;
            }
        }
        return false;
    }

    /** False if closed already. */
    synchronized boolean close(long limitNanos) {
        checkNotHandler("close");
        boolean first = !closed;
        if (first) {
            closed = true;
            closeDeadlineNanos = System.nanoTime() + limitNanos;
            wake();
        }
        return first;
    }

    /** Waits until nobody is flushing; false when nothing is left, or the limit of closing has passed. */
    synchronized boolean awaitClosingTurn() {
        while (queue.size() > 0 && closingNanosLeft() > 0) {
            if (flushing == null) {
                return true;
            }
            if (interrupted(closingNanosLeft())) {
                return false;
            }
        }
        return false;
    }

    /** Waits until the thread has ended, at most to the limit of closing. */
    void awaitEndOf(Thread thread) {
        long millis = Limits.waitMillis(Math.max(0, closingNanosLeft()));
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes an item out that closing has left, or null. */
    synchronized T takeBack() {
        if (!closed || flushing != null) {
            throw new IllegalStateException("batch processor must be closed and its handler have returned: name=" + name
                + ", closed=" + closed + ", inHandler=" + batch.size());
        }
        if (queue.size() == 0) {
            return null;
        }
        T item = queue.item(0);
        queue.removeFirst(1);
        counts.left(counts.takenBack, 1, queue.size());
        return item;
    }

    synchronized RejectedExecutionException refused(String why, Throwable cause) {
        counts.refused.add(1);
        return new RejectedExecutionException("batch processor is full and " + why + ": name=" + name + ", held=" + queue.size(), cause);
    }

    synchronized void checkOpen() {
        if (closed) {
            throw new IllegalStateException("batch processor is closed: name=" + name);
        }
    }

    private void checkNotHandler(String what) {
        if (flushing == Thread.currentThread()) {
            throw new IllegalStateException("handler must not " + what + " its own batch processor: name=" + name);
        }
    }

    private FlushCause due(long nowNanos) {
        if (keptSize == 0 && queue.size() >= batchSize) {
            return FlushCause.SIZE;
        }
        return nanosUntilDue(nowNanos) <= 0 ? FlushCause.TIME : null;
    }

    private long nanosUntilDue(long nowNanos) {
        if (queue.size() == 0) {
            return Long.MAX_VALUE;
        }
        return keptSize > 0 ? retryNanos - nowNanos : maxDelayNanos - (nowNanos - queue.firstAddedNanos());
    }

    private void awaitRoom(boolean waitedBefore) {
        if (flushing == Thread.currentThread()) {
            throw refused("its handler cannot wait for itself", null);
        }
        counts.waited.add(waitedBefore ? 0 : 1);
        counts.waiting.add(1);
        boolean interrupted = interrupted(Long.MAX_VALUE);
        counts.waiting.add(-1);
        if (interrupted) {
            throw refused("the thread that waited was interrupted", null);
        }
    }

    private boolean interrupted(long nanos) {
        try {
            sleep(nanos);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void sleep(long nanos) throws InterruptedException {
        sleepers++;
        try {
            wait(Limits.waitMillis(nanos));
        } finally {
            sleepers--;
        }
    }

    private void wake() {
        if (sleepers > 0) {
            notifyAll();
        }
    }

    private synchronized long closingNanosLeft() {
        return closeDeadlineNanos - System.nanoTime();
    }
}
