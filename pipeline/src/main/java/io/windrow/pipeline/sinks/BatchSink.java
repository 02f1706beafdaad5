package io.windrow.pipeline.sinks;

import io.windrow.pipeline.SignalSink;
import io.windrow.pools.PoolCounters;
import io.windrow.pools.Signal;
import io.windrow.pools.work.Batch;
import io.windrow.pools.work.BatchHandler;
import io.windrow.pools.work.BatchProcessor;
import io.windrow.pools.work.BatchProcessorBuilder;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * Gives signals to a handler many at a time, on a thread of a {@link BatchProcessor}: by size, by time though no further signal comes, and
 * all the rest when the pipeline stops. The handler must not close signals: they are closed when it has returned. One that throws is given
 * the same batch again, as the processor's settings say; who takes failed batches closes their signals.
 *
 * <p>Up to {@link BatchProcessor#BATCHES_HELD} batches are held; a pipeline should have more signals than that. When all places are taken,
 * {@link #onSignal} waits for the handler.
 *
 * <p>Threads: as {@link SignalSink}; the handler is called by one thread at a time. Nothing is allocated per signal.
 */
public final class BatchSink implements SignalSink, AutoCloseable {

    private final BatchProcessor<Signal> processor;
    private volatile long lost;

    private BatchSink(BatchProcessor<Signal> processor) {
        this.processor = processor;
    }

    /**
     * Makes a sink and starts its processor's thread.
     *
     * @param handler  what batches are given to.
     * @param settings sets batch size, longest delay, name and what else the processor has, such as
     *                 {@code batches -> batches.batchSize(50).maxDelay(Duration.ofMillis(10))}.
     * @return the sink.
     */
    public static BatchSink start(BatchHandler<Signal> handler, UnaryOperator<BatchProcessorBuilder<Signal>> settings) {
        return new BatchSink(settings.apply(BatchProcessor.of(batch -> handle(handler, batch))).build().start());
    }

    private static void handle(BatchHandler<Signal> handler, Batch<Signal> batch) throws Exception {
        handler.handle(batch);
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).close();
        }
    }

    /**
     * Adds a signal to the batch.
     *
     * @throws java.util.concurrent.RejectedExecutionException if every place is taken and the handler fails; the signal is closed, and
     *                                                         counted as lost.
     * @throws IllegalStateException                           if the sink is closed; the signal is closed and counted too.
     */
    @Override
    public void onSignal(Signal signal) {
        try {
            processor.add(signal);
        } catch (RuntimeException e) {
            lost = lost + 1;
            signal.close();
            throw e;
        }
    }

    /**
     * Hands on all that is held.
     *
     * @throws IllegalStateException if the handler fails; the signals are kept, and tried again.
     */
    @Override
    public void onStop() {
        if (!processor.flush()) {
            throw new IllegalStateException("signals must be handled before the pipeline ends: left=" + processor.inUse(),
                processor.lastFailure());
        }
    }

    /**
     * Signals that were not handled: there was no place for them, or closing has found them left.
     *
     * @return the count.
     */
    public long lostCount() {
        return lost;
    }

    /**
     * What the processor counts: signals added, handled, held.
     *
     * @return the counters.
     */
    public PoolCounters counters() {
        return processor;
    }

    /**
     * Hands on what is held and ends the thread, within {@link BatchProcessor#CLOSE_LIMIT}. Signals that are left are closed. Closing again
     * does nothing.
     *
     * @throws IllegalStateException if signals are left, or the handler does not return.
     */
    @Override
    public void close() {
        close(BatchProcessor.CLOSE_LIMIT);
    }

    void close(Duration limit) {
        int left = processor.close(limit);
        if (left > 0) {
            lost = lost + processor.takeBack(Signal::close);
            throw new IllegalStateException("signals must be handled before the sink is closed: left=" + left, processor.lastFailure());
        }
    }
}
