package io.windrow.pools.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.Seeds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Several adders, a flusher, a handler that fails now and then, and a close among them: every item ends once, in its adder's order. */
class BatchThreadsRandomTest {

    private static final int ADDERS = 4;
    private static final int ITEMS = 20_000;
    /** Where the threads are seldom given a processor, the items are fewer. */
    private static final long MOST_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int NEVER = Integer.MAX_VALUE;
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void shouldLoseNothingAndGiveNothingTwice() {
        Seeds.forEach(6, random -> new Run(random, Integer.MAX_VALUE).play());
    }

    @Test
    void shouldLoseNothingWhenClosedWhileThreadsAdd() {
        Seeds.forEach(60, random -> new Run(random, random.nextInt(3_000)).play());
    }

    /** An item is its adder's number and its own. */
    private static final class Run {
        private final Threads threads = new Threads();
        private final AtomicInteger inHandler = new AtomicInteger();
        private final AtomicInteger attempts = new AtomicInteger();
        private final AtomicBoolean over = new AtomicBoolean();
        private final List<Long> ended = new ArrayList<>();
        private final int[] accepted = new int[ADDERS];
        private final int closeAfter;
        private final int failEvery;
        private final BatchProcessor<Long> processor;

        Run(Random random, int closeAfter) {
            this.closeAfter = closeAfter;
            failEvery = random.nextBoolean() ? 7 : NEVER;
            BatchProcessorBuilder<Long> builder = BatchProcessor.<Long>of(this::handle).batchSize(1 + random.nextInt(20))
                .maxDelay(Duration.ofNanos(1 + random.nextInt(2_000_000)));
            if (random.nextBoolean()) {
                builder.giveUpAfter(1 + random.nextInt(2), (batch, thrown) -> take(batch));
            }
            processor = random.nextBoolean() ? builder.build().start() : builder.build();
        }

        void play() {
            List<Thread> adders = new ArrayList<>();
            for (int i = 0; i < ADDERS; i++) {
                int adder = i;
                adders.add(threads.start(() -> add(adder)));
            }
            threads.start(this::flush);
            if (closeAfter < Integer.MAX_VALUE) {
                Threads.until("enough added", () -> processor.acquiredCount() >= closeAfter);
                close();
            }
            adders.forEach(Threads::join);
            over.set(true);
            threads.join();
            close();
            assertEveryItemOnce();
        }

        private void handle(Batch<Long> batch) {
            assertThat(inHandler.incrementAndGet()).as("threads in the handler").isEqualTo(1);
            try {
                if (attempts.incrementAndGet() % failEvery == 0) {
                    throw new IllegalArgumentException("told to");
                }
                take(batch);
            } finally {
                inHandler.decrementAndGet();
            }
        }

        /** A plain list: that one handler sees what the one before did is part of the test. */
        private void take(Batch<Long> batch) {
            for (int i = 0; i < batch.size(); i++) {
                ended.add(batch.get(i));
            }
        }

        private void add(int adder) {
            int number = 0;
            long end = System.nanoTime() + MOST_NANOS;
            while (number < ITEMS && System.nanoTime() - end < 0) {
                try {
                    processor.add((long) adder << 32 | number);
                    accepted[adder] = ++number;
                } catch (RejectedExecutionException e) {
                    Thread.onSpinWait();
                } catch (IllegalStateException e) {
                    assertThat(e).hasMessageContaining("is closed");
                    return;
                }
            }
        }

        private void flush() {
            try {
                while (!over.get()) {
                    processor.poll(System.nanoTime());
                    processor.flush();
                    Thread.yield();
                }
            } catch (IllegalStateException e) {
                assertThat(e).hasMessageContaining("is closed");
            }
        }

        private void close() {
            int left = processor.close(LONG);
            if (failEvery == NEVER) {
                assertThat(left).as("left though nothing failed").isZero();
                assertThat(processor.refusedCount()).as("refused though nothing failed").isZero();
            }
        }

        private void assertEveryItemOnce() {
            processor.takeBack(ended::add);
            assertThat(inHandler).hasValue(0);
            int[] next = new int[ADDERS];
            for (long item : ended) {
                int adder = (int) (item >>> 32);
                assertThat((int) item).as("next item of adder %s", adder).isEqualTo(next[adder]++);
            }
            assertThat(next).isEqualTo(accepted);
            assertThat(processor.acquiredCount()).isEqualTo(processor.releasedCount()).isEqualTo(ended.size());
            assertThat(processor.inUse()).isZero();
            assertThat(processor.waiting()).isZero();
            assertThat(processor.highWaterMark()).isBetween(0L, processor.capacity());
        }
    }
}
