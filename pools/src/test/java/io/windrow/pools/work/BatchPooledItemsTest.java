package io.windrow.pools.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.pools.ConcurrentPool;
import io.windrow.pools.ObjectPool;
import io.windrow.pools.Pooled;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Items that are pooled go round: added by one thread, released by the handler's, and acquired again. */
class BatchPooledItemsTest {

    private static final int FILLS = 20_000;

    @Test
    void shouldReleaseEveryItemOnceThoughBatchesFail() {
        long[] sum = new long[1];
        int[] tries = new int[1];
        try (ConcurrentPool<Fill> pool = ObjectPool.of(Fill::new).capacity(32).concurrent()) {
            BatchProcessor<Fill> processor = BatchProcessor.<Fill>of(batch -> {
                if (++tries[0] % 5 == 0) {
                    throw new IllegalArgumentException("before anything is released");
                }
                for (int i = 0; i < batch.size(); i++) {
                    sum[0] += batch.get(i).quantity;
                    batch.get(i).close();
                }
            }).batchSize(4).maxDelay(Duration.ofMillis(1)).build().start();
            for (int i = 1; i <= FILLS; i++) {
                add(processor, pool, i);
            }
            assertThat(closed(processor)).isZero();

            assertThat(pool.inUse()).isZero();
            assertThat(sum[0]).isEqualTo(FILLS * (FILLS + 1L) / 2);
            assertThat(processor.failureCount()).isPositive();
        }
    }

    /** What failed last rests; flushing tries it again until all is handled. */
    private static int closed(BatchProcessor<Fill> processor) {
        while (!processor.flush()) {
            Thread.onSpinWait();
        }
        return processor.close(Duration.ofSeconds(30));
    }

    private static void add(BatchProcessor<Fill> processor, ConcurrentPool<Fill> pool, int quantity) {
        Fill fill = pool.tryAcquire();
        while (fill == null) {
            processor.flush();
            fill = pool.tryAcquire();
        }
        fill.quantity = quantity;
        processor.add(fill);
    }

    private static final class Fill extends Pooled {
        private int quantity;
    }
}
