package io.windrow.pools.work;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;

/**
 * The settings of a {@link BatchProcessor}. Used by one thread; a builder may build several.
 *
 * @param <T> the kind of item.
 */
public final class BatchProcessorBuilder<T> {

    private static final int DEFAULT_BATCH_SIZE = 100;
    private static final Duration DEFAULT_MAX_DELAY = Duration.ofSeconds(1);

    final BatchHandler<T> handler;
    String name = "batches";
    int batchSize = DEFAULT_BATCH_SIZE;
    long maxDelayNanos = DEFAULT_MAX_DELAY.toNanos();
    LongSupplier clock = System::nanoTime;
    ThreadFactory threadFactory;
    int mostTries;
    FailedBatchHandler<T> failedHandler;

    BatchProcessorBuilder(BatchHandler<T> handler) {
        this.handler = Objects.requireNonNull(handler, "handler");
    }

    /**
     * Names the processor in counters, errors and its thread. Unless set: {@code batches}.
     *
     * @param value the name.
     * @return this.
     * @throws IllegalArgumentException if it is blank.
     */
    public BatchProcessorBuilder<T> name(String value) {
        name = Limits.name(value);
        return this;
    }

    /**
     * Sets how many items make a whole batch, which is flushed at once. No batch is larger; ten times as many are held at most.
     * Unless set: 100.
     *
     * @param items 1 to {@link BatchProcessor#MAX_BATCH_SIZE}.
     * @return this.
     * @throws IllegalArgumentException if it is out of range.
     */
    public BatchProcessorBuilder<T> batchSize(int items) {
        batchSize = Limits.between("batch size", "batchSize", items, BatchProcessor.MAX_BATCH_SIZE);
        return this;
    }

    /**
     * Sets how long an item is held before its batch is flushed though it is not whole, and how long a batch that failed rests before
     * it is due again. Unless set: 1 second. The processor's own thread rounds its waiting up by at most a millisecond.
     *
     * @param delay more than 0.
     * @return this.
     * @throws IllegalArgumentException if it is zero or negative.
     */
    public BatchProcessorBuilder<T> maxDelay(Duration delay) {
        maxDelayNanos = Limits.positiveNanos("longest delay", "maxDelay", delay);
        return this;
    }

    /**
     * Sets who takes a batch its handler has thrown on for good. Unless set nobody does: a batch is tried until it succeeds, and while
     * it does not, adding is refused as soon as every place is taken.
     *
     * @param tries  how often the handler is given a batch, the first time included; 1 or more.
     * @param failed where the batch goes then.
     * @return this.
     * @throws IllegalArgumentException if there is not even one try.
     */
    public BatchProcessorBuilder<T> giveUpAfter(int tries, FailedBatchHandler<T> failed) {
        failedHandler = Objects.requireNonNull(failed, "failed");
        mostTries = Limits.between("tries", "tries", tries, Integer.MAX_VALUE);
        return this;
    }

    /**
     * Sets the clock that items are stamped with as they are added. Unless set: {@link System#nanoTime()}.
     *
     * @param nanos gives nanoseconds that never go back. Called by the threads that add, one at a time, and must not block.
     * @return this.
     */
    public BatchProcessorBuilder<T> clock(LongSupplier nanos) {
        clock = Objects.requireNonNull(nanos, "nanos");
        return this;
    }

    /**
     * Sets who makes the thread of {@link BatchProcessor#start()}. Unless set: a daemon thread with the processor's name.
     *
     * @param factory makes one thread.
     * @return this.
     */
    public BatchProcessorBuilder<T> threadFactory(ThreadFactory factory) {
        threadFactory = Objects.requireNonNull(factory, "factory");
        return this;
    }

    /**
     * Builds the processor with all its places, 12 to 16 bytes of heap each.
     *
     * @return the processor, which has no thread until it is started.
     */
    public BatchProcessor<T> build() {
        return new BatchProcessor<>(this);
    }
}
