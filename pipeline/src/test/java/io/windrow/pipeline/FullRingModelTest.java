package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.Seeds;
import io.windrow.pipeline.Sights.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Full rings against a plain list: a consumer that stands still while random events come, again and again. */
@Timeout(60)
class FullRingModelTest {

    private static final int INSTRUMENTS = 3;
    private static final int PHASES = 60;
    private static final int[] KINDS = {MarketEvent.TRADE, MarketEvent.QUOTE, MarketEvent.DEPTH, MarketEvent.CANDLE, MarketEvent.CLOCK};

    @ParameterizedTest
    @EnumSource(names = {"DROP_NEWEST", "DROP_OLDEST", "FAIL"})
    void shouldKeepAndDropWhatTheModelDoes(WhenRingFull choice) {
        Seeds.forEach(20, random -> new Round(random, choice).run());
    }

    /** One seed. */
    private static final class Round {
        private final Random random;
        private final WhenRingFull choice;
        private final int ring;
        private final Semaphore reached = new Semaphore(0);
        private final Semaphore opened = new Semaphore(0);
        private final Sights sights = new Sights();
        /** What the pipeline has to show, and where in it begins what waits beside the ring. */
        private final List<Sight> expected = new ArrayList<>();
        private int beside;
        private long dropped;
        private long number;

        Round(Random random, WhenRingFull choice) {
            this.random = random;
            this.choice = choice;
            ring = 1 << random.nextInt(4);
        }

        void run() {
            Publishers publishers = Publishers.values()[random.nextInt(2)];
            try (Rig rig = new Rig(INSTRUMENTS, plan -> plan.ringSize(ring).quotes(4).whenRingFull(choice).publishers(publishers)
                .before((event, sequence, endOfBatch) -> hold(event)).after(sights))) {
                rig.pipeline.start();
                MarketPublisher publisher = rig.pipeline.publisher("random");
                for (int phase = 0; phase < PHASES; phase++) {
                    phase(rig, publisher);
                }
                assertThat(sights.seen()).isEqualTo(expected);
                assertThat(publisher.droppedNewestCount() + publisher.droppedOldestCount() + publisher.refusedCount()).isEqualTo(dropped);
                assertThat(publisher.eventCount()).isEqualTo(expected.size() + dropped);
            }
        }

        /** The first event of a phase stands in its slot until the others are published. */
        private void phase(Rig rig, MarketPublisher publisher) {
            Sight first = new Sight(MarketEvent.DEPTH, 0, -1);
            first.publish(publisher);
            expected.add(first);
            reached.acquireUninterruptibly();
            beside = expected.size() + ring - 1;
            for (int i = random.nextInt(30); i > 0; i--) {
                publish(publisher, new Sight(KINDS[random.nextInt(KINDS.length)], 0, ++number));
            }
            opened.release();
            rig.drain();
        }

        private void hold(MarketEvent event) {
            if (event.type() == MarketEvent.DEPTH && event.updateId() < 0) {
                reached.release();
                opened.acquireUninterruptibly();
            }
        }

        private void publish(MarketPublisher publisher, Sight event) {
            Sight sight = event.type() == MarketEvent.CLOCK ? event
                : new Sight(event.type(), random.nextInt(INSTRUMENTS), event.number());
            if (choice != WhenRingFull.DROP_OLDEST) {
                boolean taken = expected.size() < beside;
                boolean refused = refuses(publisher, sight);
                assertThat(refused).isEqualTo(!taken && choice == WhenRingFull.FAIL);
                if (taken) {
                    expected.add(sight);
                } else {
                    dropped++;
                }
                return;
            }
            int place = place(sight);
            if (place < 0) {
                expected.add(sight);
            } else if (sight.isReplaceable()) {
                expected.set(place, sight);
                dropped++;
            } else {
                // Its publisher would wait.
                return;
            }
            sight.publish(publisher);
        }

        private static boolean refuses(MarketPublisher publisher, Sight sight) {
            try {
                sight.publish(publisher);
                return false;
            } catch (RingFullException e) {
                return true;
            }
        }

        /** Where an event waits whose place this one needs; -1 if there is none. */
        private int place(Sight sight) {
            for (int i = beside; i < expected.size(); i++) {
                Sight other = expected.get(i);
                boolean same = sight.isReplaceable() ? other.type() == sight.type() && other.instrumentId() == sight.instrumentId()
                    : !other.isReplaceable();
                if (same) {
                    return i;
                }
            }
            return -1;
        }
    }
}
