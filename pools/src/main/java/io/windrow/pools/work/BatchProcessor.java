package io.windrow.pools.work;

import io.windrow.pools.PoolCounters;
import io.windrow.pools.work.BatchFlusher.Outcome;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Collects items and hands them on in batches: for what is cheap for many at a time and dear for one, as writing to a file or a
 * database is. A batch is flushed when it is whole, when its first item has waited for the longest delay, or when it is asked for.
 *
 * <p>Never more than {@link #BATCHES_HELD} times the batch size is held, those in the handler's hands included. The thread that would
 * add one more flushes a batch itself first, or waits while another thread is at it: the handler's slowness is felt where the items
 * come from, and memory stays as it was made.
 *
 * <p>Any thread may add, and every other method is for any thread too. The handler is called by one thread at a time, with items in
 * the order they were added. Which thread that is, is chosen once:
 * <ul>
 * <li>after {@link #start()}, a thread of the processor's own, which flushes by size and by time;
 * <li>without it, the thread that adds the last item of a batch, and by time the thread that calls {@link #poll(long)}.
 * </ul>
 * In either case also the thread that calls {@link #flush()}, and one that is forced to by adding.
 *
 * <p>No item is lost: each is handled, given to the {@link FailedBatchHandler}, taken back after closing, or still held, and counted
 * as such. What a thread did before it added an item is visible to the handler. Items may be pooled messages; whoever takes them out
 * releases them, the processor never does.
 *
 * <p>Adding and flushing allocate nothing. Every place is made at building; a place lets go of its item when the batch is done.
 *
 * @param <T> the kind of item.
 */
public final class BatchProcessor<T> implements AutoCloseable, PoolCounters {

    /** How many batches are held at most. */
    public static final int BATCHES_HELD = 10;

    /** The largest batch. */
    public static final int MAX_BATCH_SIZE = 1_000_000;

    /** How long {@link #close()} waits. */
    public static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);

    private final HeldItems<T> items;
    private final BatchFlusher<T> flusher;
    private final BatchCounts counts;
    private final LongSupplier clock;
    private final ThreadFactory threadFactory;
    private volatile Thread ownThread;

    BatchProcessor(BatchProcessorBuilder<T> settings) {
        this.items = new HeldItems<>(settings);
        this.flusher = new BatchFlusher<>(items, settings);
        this.counts = items.counts;
        this.clock = settings.clock;
        this.threadFactory = settings.threadFactory == null ? this::daemon : settings.threadFactory;
    }

    /**
     * Begins a processor.
     *
     * @param handler what batches are given to.
     * @param <T>     the kind of item.
     * @return its settings.
     */
    public static <T> BatchProcessorBuilder<T> of(BatchHandler<T> handler) {
        return new BatchProcessorBuilder<>(handler);
    }

    /**
     * Gives the processor a thread of its own, a daemon unless the builder was given another factory.
     *
     * @return this.
     * @throws IllegalStateException if it has one, or is closed.
     */
    public synchronized BatchProcessor<T> start() {
        items.checkOpen();
        if (ownThread != null) {
            throw new IllegalStateException("batch processor is started already: name=" + name());
        }
        Thread thread = Objects.requireNonNull(threadFactory.newThread(flusher), "thread");
        thread.start();
        ownThread = thread;
        return this;
    }

    /**
     * Adds an item. Waits while every place is taken and another thread is flushing, however long that takes; closing ends the wait.
     * What the handler throws does not come out here, because the item is held: see {@link #lastFailure()}.
     *
     * @param item the item, held from now on.
     * @throws RejectedExecutionException if every place is taken and the flush this forced has failed too, if the thread was
     *                                    interrupted while it waited, or if the handler itself adds and would wait for itself. The item
     *                                    is not held, those before it are.
     * @throws IllegalStateException      if the processor is closed, also while the thread waited. The item is not held.
     */
    public void add(T item) {
        Objects.requireNonNull(item, "item");
        int held = items.append(item);
        while (held == HeldItems.FULL) {
            if (flusher.flush(FlushCause.FORCED) == Outcome.KEPT) {
                throw items.refused("its handler failed", lastFailure());
            }
            held = items.append(item);
        }
        if (held >= items.batchSize && ownThread == null) {
            flusher.flushDue(clock.getAsLong(), held / items.batchSize);
        }
    }

    /**
     * Flushes what is due: called in the duty cycle of a thread that has other work. Returns at once while another thread is flushing.
     *
     * @param nowNanos the time by the processor's clock.
     * @return how many items have left.
     * @throws IllegalStateException if the processor is closed.
     */
    public int poll(long nowNanos) {
        items.checkOpen();
        return flusher.flushDue(nowNanos, BATCHES_HELD);
    }

    /**
     * Flushes on the calling thread what is held now, whole batch or not, and waits for another thread's flush.
     *
     * @return true when every item that was held has left; false when a batch failed and is kept, with those behind it, or the thread
     *         was interrupted, which it then still is.
     * @throws IllegalStateException if the processor is closed, also while the thread waited, or the handler itself calls.
     */
    public boolean flush() {
        long end = items.endNumber();
        while (items.awaitTurn(end)) {
            if (flusher.flush(FlushCause.ASKED) == Outcome.KEPT) {
                return false;
            }
        }
        return items.hasLeft(end);
    }

    /**
     * Closes as {@link #close(Duration)} does, within {@link #CLOSE_LIMIT}.
     *
     * @throws IllegalStateException if items are left, which {@link #takeBack(Consumer)} gives out; or the handler itself calls.
     */
    @Override
    public void close() {
        if (closeOnce(CLOSE_LIMIT) && inUse() > 0) {
            throw new IllegalStateException("batch processor is closed with items left: name=" + name() + ", left=" + inUse(),
                lastFailure());
        }
    }

    /**
     * Refuses items from now on, tells those that wait to add, waits for the batch in the handler's hands and flushes all the rest: on
     * the processor's own thread if it was started, else on this one, where a handler that takes longer than the limit delays the
     * return. A batch that fails is tried as often as the builder allows, or once if nobody takes failed batches; after that, and after
     * the limit, the rest is left. Closing again does nothing.
     *
     * @param limit the longest time to wait, 0 or more. An interrupt ends the wait too, and stays set.
     * @return how many items are left, 0 when all have been seen to. A handler still at work counts as having its batch left.
     * @throws IllegalArgumentException if the limit is negative.
     * @throws IllegalStateException    if the handler itself calls.
     */
    public int close(Duration limit) {
        closeOnce(limit);
        return (int) inUse();
    }

    /**
     * Gives out what closing has left, oldest first, each item once; it is the taker's then, also when the taker throws.
     *
     * @param taker what the items are given to.
     * @return how many there were.
     * @throws IllegalStateException if the processor is not closed, or its handler still has a batch in hand.
     */
    public int takeBack(Consumer<? super T> taker) {
        Objects.requireNonNull(taker, "taker");
        int count = 0;
        for (T item = items.takeBack(); item != null; item = items.takeBack()) {
            taker.accept(item);
            count++;
        }
        return count;
    }

    /**
     * What the handler, or the one for failed batches, threw last.
     *
     * @return the exception or error, null if there was none.
     */
    public Throwable lastFailure() {
        return counts.lastFailure;
    }

    /**
     * How many batches were given to the handler for a cause; each try counts.
     *
     * @param cause the cause.
     * @return the count.
     */
    public long batchCount(FlushCause cause) {
        return counts.batches(cause).get();
    }

    /**
     * How many items were handled.
     *
     * @return the count.
     */
    public long handledCount() {
        return counts.handled.get();
    }

    /**
     * How many items the {@link FailedBatchHandler} took.
     *
     * @return the count.
     */
    public long failedCount() {
        return counts.failed.get();
    }

    /**
     * How often a handler threw, of either kind.
     *
     * @return the count.
     */
    public long failureCount() {
        return counts.failedTries.get();
    }

    /**
     * How many items were given out after closing.
     *
     * @return the count.
     */
    public long takenBackCount() {
        return counts.takenBack.get();
    }

    @Override
    public String name() {
        return items.name;
    }

    /** The most items held: {@link #BATCHES_HELD} times the batch size. */
    @Override
    public long capacity() {
        return items.capacity();
    }

    /** How many items are held, those in the handler's hands included. */
    @Override
    public long inUse() {
        return counts.held.get();
    }

    /** How many more items there is room for. */
    @Override
    public long idle() {
        return capacity() - inUse();
    }

    @Override
    public long waiting() {
        return counts.waiting.get();
    }

    @Override
    public long highWaterMark() {
        return counts.highWaterMark.get();
    }

    /** How many items were added. */
    @Override
    public long acquiredCount() {
        return counts.added.get();
    }

    /** How many items have left, whichever way. */
    @Override
    public long releasedCount() {
        return handledCount() + failedCount() + takenBackCount();
    }

    /** How many items were not taken because all was full. */
    @Override
    public long refusedCount() {
        return counts.refused.get();
    }

    @Override
    public long waitedCount() {
        return counts.waited.get();
    }

    /** False if closed already: then nothing was done. */
    private boolean closeOnce(Duration limit) {
        boolean first = items.close(Limits.nanosNotNegative("limit", "limit", limit));
        Thread thread = ownThread;
        if (first && thread != null) {
            items.awaitEndOf(thread);
        } else if (first) {
            flusher.flushForClose();
        }
        return first;
    }

    private Thread daemon(Runnable work) {
        Thread thread = new Thread(work, name());
        thread.setDaemon(true);
        return thread;
    }
}
