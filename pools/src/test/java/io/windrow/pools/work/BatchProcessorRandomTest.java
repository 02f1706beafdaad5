package io.windrow.pools.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.Seeds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** The processor against lists: the same operations, the same calls of the handler, every item exactly once and in order. */
class BatchProcessorRandomTest {

    @Test
    void shouldDoWhatListsDo() {
        Seeds.forEach(300, random -> new Run(random).play(400));
    }

    private static final class Run {
        private final Random random;
        private final BatchModel model;
        private final BatchProcessor<Integer> processor;
        private final List<String> calls = new ArrayList<>();
        private final List<Integer> handled = new ArrayList<>();
        private final List<Integer> failed = new ArrayList<>();
        private final List<Integer> accepted = new ArrayList<>();
        private long now;
        private int refused;

        Run(Random random) {
            this.random = random;
            int salt = random.nextInt();
            int failuresOfTen = random.nextInt(3) == 0 ? 9 : random.nextInt(4);
            int tries = random.nextInt(4);
            model = new BatchModel(1 + random.nextInt(6), 1 + random.nextInt(40), tries,
                call -> new Random(salt + 31L * call).nextInt(10) < failuresOfTen);
            BatchProcessorBuilder<Integer> builder = BatchProcessor.<Integer>of(this::handle).batchSize(model.batchSize)
                .maxDelay(Duration.ofNanos(model.delayNanos)).clock(() -> now);
            processor = (tries == 0 ? builder : builder.giveUpAfter(tries, (batch, thrown) -> failed.addAll(BatchRecorder.items(batch))))
                .build();
        }

        void play(int operations) {
            for (int i = 0; i < operations; i++) {
                step(i);
                compare();
            }
            assertThat(processor.close(Duration.ofSeconds(30))).isEqualTo(model.close(now));
            compare();
            List<Integer> left = new ArrayList<>();
            processor.takeBack(left::add);
            assertThat(left).isEqualTo(model.held);
            assertEveryItemOnce(left);
        }

        private void handle(Batch<Integer> batch) {
            boolean thrown = model.throwsAt.test(calls.size());
            calls.add(batch.cause() + " try " + batch.tryNumber() + " " + BatchRecorder.items(batch));
            assertThat(processor.inUse()).as("held while a batch is in hand").isBetween((long) batch.size(), processor.capacity());
            if (thrown) {
                throw new IllegalArgumentException("told to");
            }
            handled.addAll(BatchRecorder.items(batch));
        }

        private void step(int number) {
            now += random.nextInt(model.delayNanos > 10 ? 5 : 2);
            int dice = random.nextInt(100);
            if (dice < 80) {
                assertThat(add(number)).isEqualTo(model.add(number, now));
            } else if (dice < 97) {
                now += random.nextInt(10);
                assertThat(processor.poll(now)).isEqualTo(model.poll(now, 10));
            } else {
                assertThat(processor.flush()).isEqualTo(model.flush(now));
            }
        }

        private boolean add(int item) {
            try {
                processor.add(item);
                accepted.add(item);
                return true;
            } catch (RejectedExecutionException e) {
                refused++;
                return false;
            }
        }

        private void compare() {
            assertThat(calls).isEqualTo(model.calls);
            assertThat(processor.inUse()).isEqualTo(model.held.size());
            assertThat(processor.handledCount()).isEqualTo(model.handled.size());
            assertThat(processor.failedCount()).isEqualTo(model.failed.size());
            assertThat(processor.refusedCount()).isEqualTo(refused);
            assertThat(processor.highWaterMark()).isLessThanOrEqualTo(10L * model.batchSize);
        }

        private void assertEveryItemOnce(List<Integer> left) {
            assertThat(handled).isSorted().isEqualTo(model.handled);
            assertThat(failed).isSorted().isEqualTo(model.failed);
            List<Integer> all = new ArrayList<>(handled);
            all.addAll(failed);
            all.addAll(left);
            all.sort(null);
            assertThat(all).isEqualTo(accepted);
            assertThat(processor.releasedCount()).isEqualTo(processor.acquiredCount()).isEqualTo(accepted.size());
        }
    }
}
