package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.windrow.buffers.Side;
import io.windrow.buffers.TradeWindow;
import io.windrow.buffers.testing.Allocations;
import io.windrow.pools.Signal;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Durations from when events were due. What the machine adds is never bounded from above, only what must be in them from below. */
@Timeout(60)
class PipelineLatencyTest {

    private static final long MILLI = 1_000_000;
    private static final double ERROR = 0.02;

    /** Stays so long in the trade of this number; signals at every trade. */
    private static class Stalling implements Strategy {
        private final long number;
        private final long nanos;

        Stalling(long number, long nanos) {
            this.number = number;
            this.nanos = nanos;
        }

        @Override
        public void onTrade(TradeWindow trades, StrategyContext context) {
            if (trades.tradeId(0) == number) {
                sleep(nanos);
            }
            context.signal(trades.instrument().id(), Side.BUY, 1);
        }
    }

    private static void sleep(long nanos) {
        for (long end = System.nanoTime() + nanos; System.nanoTime() - end < 0;) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private static Rig started(int instruments, int shards, Strategy strategy) {
        Rig rig = new Rig(instruments, plan -> plan.shards(shards).strategy(() -> strategy).measureLatency());
        rig.pipeline.start();
        return rig;
    }

    private static void trade(Rig rig, int id, long number, long due) {
        rig.pipeline.publishTrade(id, number, 1, 1, number, 0, due);
    }

    private static Histogram latency(Rig rig, LatencyStage stage) {
        return rig.pipeline.latency(stage);
    }

    private static void assertCounts(Rig rig, long events, long signals) {
        for (LatencyStage stage : LatencyStage.values()) {
            long expected = stage == LatencyStage.SIGNAL || stage == LatencyStage.SINK ? signals : events;
            assertThat(latency(rig, stage).getTotalCount()).as("%s", stage).isEqualTo(expected);
        }
    }

    @Test
    void shouldDivideTheWholeTimeIntoItsParts() {
        try (Rig rig = started(1, 1, new Stalling(1, 5 * MILLI))) {
            trade(rig, 0, 1, System.nanoTime() - 20 * MILLI);
            rig.drain();

            double ring = latency(rig, LatencyStage.RING).getMean();
            double windows = latency(rig, LatencyStage.WINDOWS).getMean();
            double strategies = latency(rig, LatencyStage.STRATEGIES).getMean();
            double total = latency(rig, LatencyStage.TOTAL).getMean();
            assertThat(ring + windows + strategies).isCloseTo(total, within(total * ERROR));
            assertThat(ring).isGreaterThanOrEqualTo(20 * MILLI * (1 - ERROR));
            assertThat(strategies).isGreaterThanOrEqualTo(5 * MILLI * (1 - ERROR));
            assertThat(latency(rig, LatencyStage.SIGNAL).getMean()).isBetween(25 * MILLI * (1 - ERROR), total * (1 + ERROR));
            assertThat(latency(rig, LatencyStage.SINK).getMean()).isBetween(25 * MILLI * (1 - ERROR), total * (1 + ERROR));
        }
    }

    /** A publisher that keeps to its plan, and a strategy that stands still once for 50 ms. */
    @Test
    void shouldCountEveryEventThatWasDueWhileAStrategyStoodStill() {
        long stall = 50 * MILLI;
        long step = MILLI / 10;
        int events = 1_500;
        try (Rig rig = new Rig(1, plan -> plan.ringSize(16).strategy(new Stalling(500, stall)).measureLatency())) {
            rig.pipeline.start();
            long began = System.nanoTime();
            for (int number = 1; number <= events; number++) {
                long due = began + number * step;
                while (System.nanoTime() - due < 0) {
                    Thread.onSpinWait();
                }
                trade(rig, 0, number, due);
            }
            rig.drain();

            Histogram total = latency(rig, LatencyStage.TOTAL);
            assertThat(total.getTotalCount()).isEqualTo(events);
            for (int part = 1; part < 10; part++) {
                long least = stall * part / 10;
                assertThat(total.getCountBetweenValues(least, Durations.HIGHEST_NANOS)).as("events that took %s ns or more", least)
                    .isGreaterThanOrEqualTo((stall - least) / step);
            }
        }
    }

    @Test
    void shouldCountAPublishersWaitingForRoom() {
        Thread publisher = Thread.currentThread();
        Strategy stalling = new Stalling(1, 30 * MILLI) {
            @Override
            public void onTrade(TradeWindow trades, StrategyContext context) {
                if (trades.tradeId(0) == 1) {
                    Rig.awaitWaiting(publisher);
                }
                super.onTrade(trades, context);
            }
        };
        try (Rig rig = new Rig(1, plan -> plan.ringSize(1).strategy(stalling).measureLatency())) {
            rig.pipeline.start();
            long due = System.nanoTime();
            for (int number = 1; number <= 3; number++) {
                trade(rig, 0, number, due);
            }
            rig.drain();

            assertThat(rig.pipeline.publishers().get(0).waitCount()).isPositive();
            assertThat(latency(rig, LatencyStage.RING).getCountBetweenValues((long) (30 * MILLI * (1 - ERROR)), Durations.HIGHEST_NANOS))
                .as("those behind the first, which has waited for nobody").isGreaterThanOrEqualTo(2);
            assertThat(rig.pipeline.faultCount()).isZero();
        }
    }

    @Test
    void shouldMeasureOnlyEventsWhoseDueTimeIsKnownAndKeepToItsRange() {
        try (Rig rig = started(1, 1, new Stalling(-1, 0))) {
            trade(rig, 0, 1, 0);
            trade(rig, 0, 2, System.nanoTime() + TimeUnit.SECONDS.toNanos(1_000));
            trade(rig, 0, 3, System.nanoTime() - TimeUnit.SECONDS.toNanos(1_000));
            rig.drain();

            assertCounts(rig, 2, 2);
            for (LatencyStage stage : new LatencyStage[] {LatencyStage.RING, LatencyStage.TOTAL, LatencyStage.SINK}) {
                Histogram histogram = latency(rig, stage);
                assertThat(histogram.getMinValue()).as("%s", stage).isZero();
                assertThat(histogram.getMaxValue()).as("%s", stage).isCloseTo(60_000_000_000L, within(600_000_000L));
            }
        }
    }

    @Test
    void shouldSumUpShardsOwnThreadsAndLives() {
        try (Rig rig = new Rig(3, plan -> plan.shards(3).strategy(() -> new Stalling(-1, 0)).strategyOnOwnThread(Counting::new)
            .measureLatency())) {
            for (int life = 1; life <= 2; life++) {
                rig.pipeline.start();
                MarketPublisher source = rig.pipeline.publisher("x");
                source.dueAt(System.nanoTime());
                for (int number = 0; number < 10; number++) {
                    source.onTrade(number % 3, 0, 1, 1, number, 0);
                }
                source.onClock(1);
                rig.pipeline.stop(Rig.LONG);

                assertCounts(rig, life * 2 * (10 + 3), life * 10);
            }
        }
    }

    /** The signal is handed on at once, and reaches the sink when the one before has been dealt with. */
    @Test
    void shouldTellWhenASlowSinkGotASignal() {
        SignalSink slow = signal -> {
            sleep(10 * MILLI);
            signal.close();
        };
        try (Rig rig = new Rig(1, plan -> plan.strategy(new Stalling(-1, 0)).sink(slow).sinkOnOwnThread().measureLatency())) {
            rig.pipeline.start();
            long due = System.nanoTime();
            for (int number = 0; number < 5; number++) {
                trade(rig, 0, number, due);
            }
            rig.drain();

            assertCounts(rig, 5, 5);
            assertThat(latency(rig, LatencyStage.SINK).getCountBetweenValues(9 * MILLI, Durations.HIGHEST_NANOS)).isGreaterThanOrEqualTo(4);
            assertThat(latency(rig, LatencyStage.SIGNAL).getMinValue()).isLessThan(latency(rig, LatencyStage.SINK).getMaxValue());
        }
    }

    @Test
    void shouldBeReadByAnotherThreadWhileItRecords() throws InterruptedException {
        int events = 100_000;
        try (Rig rig = started(1, 1, new Counting())) {
            Thread publishing = new Thread(() -> {
                for (int number = 1; number <= events; number++) {
                    trade(rig, 0, number, System.nanoTime());
                }
            });
            publishing.start();
            long before = 0;
            while (publishing.isAlive()) {
                long count = latency(rig, LatencyStage.TOTAL).getTotalCount();
                assertThat(count).isBetween(before, (long) events);
                before = count;
            }
            publishing.join();
            rig.drain();

            assertCounts(rig, events, 0);
        }
    }

    @Test
    void shouldAllocateNothingWhileItRecords() {
        StageLatency latency = new StageLatency();
        SinkCalls sink = new SinkCalls(Signal::close, null, true);
        Histogram all = Durations.histogram();
        latency.addTo(LatencyStage.RING, all);

        Allocations.assertNone(() -> {
            latency.begin(System.nanoTime() - 1_000);
            latency.windowsDone();
            latency.signalSent();
            latency.strategiesDone();
            sink.latency().record(5);
        });
    }

    @Test
    void shouldRefuseToTellWhatIsNotMeasured() {
        try (Rig rig = Rig.started(plan -> { })) {
            assertThatThrownBy(() -> rig.pipeline.latency(LatencyStage.SINK)).isInstanceOf(IllegalStateException.class)
                .hasMessage("latency must be measured to be looked at: measureLatency=false");
        }
    }
}
