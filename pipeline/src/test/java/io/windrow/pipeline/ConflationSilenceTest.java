package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.TradeWindow;
import java.util.concurrent.atomic.AtomicLongArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What waits beside the ring when its publisher falls silent is taken by the consumer, every time. */
@Timeout(120)
class ConflationSilenceTest {

    private static final int INSTRUMENTS = 5;
    private static final int ROUNDS = 10_000;
    /** A machine with one processor, or a busy one, takes long over a round. */
    private static final long MOST_NANOS = 60 * Rig.SECOND;
    private final long[] published = new long[INSTRUMENTS];
    private final Newest newest = new Newest();

    /** The newest trade of each instrument. */
    private static final class Newest implements Strategy {
        private final AtomicLongArray numbers = new AtomicLongArray(INSTRUMENTS);

        @Override
        public void onTrade(TradeWindow trades, StrategyContext context) {
            numbers.set(trades.instrument().id(), trades.tradeId(0));
        }
    }

    private void burst(Rig rig, int round) {
        for (int i = 0; i < INSTRUMENTS + round % 4; i++) {
            int id = (round + i) % INSTRUMENTS;
            rig.pipeline.publishTrade(id, 0, 1, 1, ++published[id], 0);
        }
    }

    private void assertNewest(int round) {
        for (int id = 0; id < INSTRUMENTS; id++) {
            assertThat(newest.numbers.get(id)).as("newest of instrument %s in round %s", id, round).isEqualTo(published[id]);
        }
    }

    private static Rig rig(Strategy strategy, int ring, boolean handlers) {
        return new Rig(INSTRUMENTS, plan -> {
            plan.ringSize(ring).candles(2).trades(2).whenRingFull(WhenRingFull.DROP_OLDEST).strategy(strategy);
            if (handlers) {
                plan.before((event, sequence, endOfBatch) -> { }).after((event, sequence, endOfBatch) -> { });
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void shouldTakeWhatWaitsThoughNobodyPublishesAnyMore(int ring) {
        try (Rig rig = rig(newest, ring, false)) {
            rig.pipeline.start();
            long began = System.nanoTime();
            for (int round = 0; round < ROUNDS && System.nanoTime() - began < MOST_NANOS; round++) {
                burst(rig, round);
                awaitSeen(round);
            }
        }
    }

    /** By the strategy alone, without a look at the pipeline that could change its pace. */
    private void awaitSeen(int round) {
        long deadline = System.nanoTime() + Rig.LONG.toNanos();
        for (int id = 0; id < INSTRUMENTS; id++) {
            while (newest.numbers.get(id) < published[id]) {
                assertThat(System.nanoTime() - deadline).as("instrument %s is stuck in round %s", id, round).isNegative();
                Thread.yield();
            }
        }
        assertNewest(round);
    }

    @Test
    void shouldNotCallThePipelineDrainedWhileSomethingIsOnItsWayIntoTheRing() {
        try (Rig rig = rig(newest, 2, false)) {
            rig.pipeline.start();
            long began = System.nanoTime();
            for (int round = 0; round < ROUNDS && System.nanoTime() - began < MOST_NANOS; round++) {
                burst(rig, round);
                rig.drain();
                assertNewest(round);
            }
        }
    }

    @Test
    void shouldHandleWhatWaitsBeforeItStops() {
        try (Rig rig = rig(newest, 2, true)) {
            for (int round = 0; round < 300; round++) {
                rig.pipeline.start();
                burst(rig, round);
                assertThat(rig.pipeline.stop(Rig.LONG)).as("round %s", round).isEqualTo(StopReport.NOTHING);
                assertNewest(round);
            }
        }
    }
}
