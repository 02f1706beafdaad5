package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.Side;
import io.windrow.buffers.testing.Seeds;
import io.windrow.pipeline.NaiveMarket.Decision;
import io.windrow.pools.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A pipeline that is stopped and started between events does what one does that is not. */
@Timeout(60)
class SeveralLivesTest {

    private static final int EVENTS = 2_000;

    /** What came of the same random events. */
    private static final class Outcome {
        final List<Decision> signals = new ArrayList<>();
        final List<Long> numbers = new ArrayList<>();
        final List<Long> closes = new ArrayList<>();

        void take(Signal signal) {
            try (signal) {
                signals.add(new Decision(signal.strategyId(), signal.instrumentId(), signal.side(), signal.stepNanos(),
                    signal.candleTimeNanos(), signal.price(), signal.dueNanos()));
                numbers.add(signal.eventSequence());
            }
        }
    }

    /** Says every candle, with a state of its own for each window. */
    private static final class Alternating implements Strategy {
        private PerWindow<boolean[]> buys;

        @Override
        public void onStart(StrategyContext context) {
            buys = context.perWindow(() -> new boolean[1]);
        }

        @Override
        public void onCandle(CandleWindow candles, StrategyContext context) {
            boolean[] buy = buys.of(candles);
            buy[0] = !buy[0];
            context.signal(candles, buy[0] ? Side.BUY : Side.SELL);
        }
    }

    private static Outcome run(long seed, int shards, int batch, Random stops) {
        Outcome outcome = new Outcome();
        Random events = new Random(seed);
        try (Rig rig = new Rig(3, plan -> plan.ringSize(64).publishBatch(batch).shards(shards).whenNoSignalFree(WhenNoSignalFree.WAIT)
            .strategy(Crossing::new).strategy(Alternating::new).sink(outcome::take))) {
            rig.pipeline.start();
            for (int i = 0; i < EVENTS; i++) {
                publish(rig, events, i);
                if (stops != null && stops.nextInt(50) == 0) {
                    rig.pipeline.flush();
                    assertThat(rig.pipeline.stop(Rig.LONG)).isEqualTo(StopReport.NOTHING);
                    rig.pipeline.start();
                }
            }
            rig.pipeline.flush();
            assertThat(rig.pipeline.stop(Rig.LONG)).isEqualTo(StopReport.NOTHING);
            assertThat(rig.pipeline.firstFault()).isNull();
            for (int ago = 0; ago < rig.pipeline.candles(1, 1).size(); ago++) {
                outcome.closes.add(rig.pipeline.candles(1, 1).close(ago));
            }
        }
        return outcome;
    }

    private static void publish(Rig rig, Random random, int number) {
        long time = number * Rig.SECOND / 3;
        if (random.nextInt(20) == 0) {
            rig.pipeline.publishClock(time);
        } else {
            rig.trade(random.nextInt(3), time, random.nextInt(1_000));
        }
    }

    @Test
    void shouldDoInSeveralLivesWhatIsDoneInOne() {
        Seeds.forEach(3, random -> {
            long seed = random.nextLong();
            Outcome once = run(seed, 1, 1, null);
            assertThat(once.signals).hasSizeGreaterThan(100);
            for (int shards = 1; shards <= 2; shards++) {
                for (int batch : new int[] {1, 7}) {
                    Outcome often = run(seed, shards, batch, random);
                    assertThat(often.closes).isEqualTo(once.closes);
                    assertThat(often.numbers).isEqualTo(once.numbers);
                    assertThat(often.signals).isEqualTo(once.signals);
                }
            }
        });
    }

    /** Else what one tick's number is, all later events' would be. */
    @Test
    void shouldGoOnNumberingEventsAfterATickThatFoundThePipelineStopped() {
        List<Long> numbers = new ArrayList<>();
        try (Rig rig = new Rig(2, plan -> plan.shards(2).strategy(Alternating::new).sink(signal -> {
            numbers.add(signal.eventSequence());
            signal.close();
        }))) {
            assertThat(catching(() -> rig.pipeline.publishClock(1))).isInstanceOf(IllegalStateException.class);
            rig.pipeline.start();
            for (int second = 0; second < 5; second++) {
                rig.trade(second % 2, second * Rig.SECOND, 1);
                rig.trade((second + 1) % 2, second * Rig.SECOND, 1);
            }
            assertThat(rig.pipeline.stop(Rig.LONG)).isEqualTo(StopReport.NOTHING);
        }
        assertThat(numbers).hasSize(8).isSorted().doesNotHaveDuplicates();
    }

    private static Throwable catching(Runnable action) {
        try {
            action.run();
            return null;
        } catch (IllegalStateException e) {
            return e;
        }
    }
}
