package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.EventHandler;
import io.windrow.buffers.testing.Seeds;
import io.windrow.pipeline.Sights.Sight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Several publishers, each with instruments of its own, and a consumer that now and then lags behind: what was published was handled or
 * counted, and in order. The slow one is a handler before, beside or after the strategies, or the strategies' stage itself.
 */
@Timeout(120)
class SlowConsumerTest {

    private static final int THREADS = 3;
    private static final int PER_THREAD = 1_500;
    private static final int[] KINDS = {MarketEvent.TRADE, MarketEvent.TRADE, MarketEvent.QUOTE, MarketEvent.QUOTE, MarketEvent.DEPTH};

    @ParameterizedTest
    @EnumSource
    void shouldHandleOrCountEveryEventOfSeveralPublishersInOrder(WhenRingFull choice) {
        Seeds.forEach(5, random -> new Round(random, choice, Publishers.MANY, THREADS).run());
    }

    @ParameterizedTest
    @EnumSource
    void shouldHandleOrCountEveryEventOfOnePublisherInOrder(WhenRingFull choice) {
        Seeds.forEach(5, random -> new Round(random, choice, Publishers.ONE, 1).run());
    }

    /** One seed. */
    private static final class Round {
        private final Random random;
        private final WhenRingFull choice;
        private final Publishers publishers;
        private final int threads;
        private final Sights sights = new Sights();
        /** By instrument and kind, the last that was published; each thread's are its own. */
        private final List<Map<Integer, Sight>> last = new ArrayList<>();

        Round(Random random, WhenRingFull choice, Publishers publishers, int threads) {
            this.random = random;
            this.choice = choice;
            this.publishers = publishers;
            this.threads = threads;
        }

        void run() {
            try (Rig rig = new Rig(2 * threads, this::plan)) {
                rig.pipeline.start();
                List<CompletableFuture<Void>> running = new ArrayList<>();
                for (int thread = 0; thread < threads; thread++) {
                    MarketPublisher publisher = rig.pipeline.publisher("number " + thread);
                    Map<Integer, Sight> newest = new HashMap<>();
                    last.add(newest);
                    int first = 2 * thread;
                    long seed = random.nextLong();
                    running.add(CompletableFuture.runAsync(() -> publish(publisher, first, new Random(seed), newest)));
                }
                running.forEach(CompletableFuture::join);
                rig.drain();
                compare(rig);
            }
        }

        private void plan(PipelineBuilder plan) {
            plan.waitStrategy(BlockingWaitStrategy::new).ringSize(1 << 1 + random.nextInt(4)).quotes(4).whenRingFull(choice)
                .publishers(publishers);
            EventHandler<MarketEvent> slow = slow(new Random(random.nextLong()));
            switch (random.nextInt(4)) {
                case 0 -> plan.before(slow);
                case 1 -> plan.beside(slow);
                case 2 -> plan.after(slow);
                default -> plan.strategy(new SlowStrategy(slow));
            }
            plan.after(sights);
        }

        private static EventHandler<MarketEvent> slow(Random random) {
            return (event, sequence, endOfBatch) -> {
                if (random.nextInt(100) == 0) {
                    LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(100)));
                }
            };
        }

        private static void publish(MarketPublisher publisher, int firstInstrument, Random random, Map<Integer, Sight> newest) {
            for (int number = 1; number <= PER_THREAD; number++) {
                Sight event = new Sight(KINDS[random.nextInt(KINDS.length)], firstInstrument + random.nextInt(2), number);
                try {
                    event.publish(publisher);
                    newest.put(key(event), event);
                } catch (RingFullException counted) {
                    Thread.onSpinWait();
                }
                if (random.nextInt(200) == 0) {
                    LockSupport.parkNanos(1);
                }
            }
        }

        private static int key(Sight event) {
            return event.instrumentId() * 8 + event.type();
        }

        private void compare(Rig rig) {
            long dropped = 0;
            for (MarketPublisher publisher : rig.pipeline.publishers()) {
                dropped += publisher.droppedNewestCount() + publisher.droppedOldestCount() + publisher.refusedCount();
            }
            assertThat(sights.seen().size() + dropped).isEqualTo((long) threads * PER_THREAD);
            assertThat(choice == WhenRingFull.WAIT && dropped > 0).as("something dropped that was to wait").isFalse();
            Map<Integer, Sight> newest = new HashMap<>();
            for (Sight event : sights.seen()) {
                Sight before = newest.put(key(event), event);
                assertThat(before == null || before.number() < event.number()).as("%s before %s", before, event).isTrue();
            }
            if (choice != WhenRingFull.DROP_NEWEST) {
                last.forEach(published -> assertThat(newest).containsAllEntriesOf(published));
            }
            assertThat(rig.pipeline.firstFault()).isNull();
        }
    }

    /** A strategy that takes its time. */
    private record SlowStrategy(EventHandler<MarketEvent> slow) implements Strategy {

        @Override
        public void onDepth(MarketEvent depth, StrategyContext context) {
            try {
                slow.onEvent(depth, 0, true);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
