package io.windrow.examples.samples.pools;

import io.windrow.pools.ConcurrentPool;
import io.windrow.pools.ObjectPool;
import io.windrow.pools.work.Batch;
import io.windrow.pools.work.BatchProcessor;
import io.windrow.pools.work.BoundedWorkers;
import io.windrow.pools.work.WhenFull;

/** Pooled objects handed on in batches, and work that blocks handed to other threads. */
final class BatchesAndWorkers {

    private BatchesAndWorkers() {
    }

    static void run() {
        // docs:begin
        try (ConcurrentPool<Note> notes = ObjectPool.of(Note::new).concurrent();
            BatchProcessor<Note> batches = BatchProcessor.<Note>of(batch -> store(batch)).batchSize(3).build()) {
            for (int i = 0; i < 4; i++) {
                batches.add(notes.acquire());
            }
        }
        try (BoundedWorkers workers = BoundedWorkers.builder().threads(2).queueCapacity(100).whenFull(WhenFull.CALLER_RUNS).build()) {
            workers.execute(() -> System.out.println("written"));
        }
        // docs:end
    }

    private static void store(Batch<Note> batch) {
        System.out.println("stored " + batch.size());
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).close();
        }
    }
}
