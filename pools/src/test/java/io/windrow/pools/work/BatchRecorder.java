package io.windrow.pools.work;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** A handler that writes down what it is given and throws when it is told to, and a clock that stands until it is moved. */
final class BatchRecorder implements BatchHandler<Integer>, LongSupplier {

    final List<List<Integer>> handled = new ArrayList<>();
    final List<FlushCause> causes = new ArrayList<>();
    final List<Integer> tryNumbers = new ArrayList<>();
    final List<List<Integer>> failed = new ArrayList<>();
    long nowNanos = 1_000;
    int throwing;
    int throwingWhenFailed;

    BatchProcessorBuilder<Integer> processor(int batchSize) {
        return BatchProcessor.of(this).name("fills").batchSize(batchSize).clock(this);
    }

    @Override
    public void handle(Batch<Integer> batch) {
        causes.add(batch.cause());
        tryNumbers.add(batch.tryNumber());
        if (throwing > 0) {
            throwing--;
            throw new IllegalArgumentException("the disk is full");
        }
        handled.add(items(batch));
    }

    void failed(Batch<Integer> batch, Throwable thrown) {
        if (throwingWhenFailed > 0) {
            throwingWhenFailed--;
            throw new IllegalArgumentException("the other disk is full too", thrown);
        }
        failed.add(items(batch));
    }

    @Override
    public long getAsLong() {
        return nowNanos;
    }

    static List<Integer> items(Batch<Integer> batch) {
        List<Integer> items = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            items.add(batch.get(i));
        }
        return items;
    }

    static void add(BatchProcessor<Integer> processor, int first, int last) {
        for (int i = first; i <= last; i++) {
            processor.add(i);
        }
    }
}
