package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lmax.disruptor.EventHandler;
import io.windrow.buffers.Side;
import io.windrow.buffers.TradeWindow;
import io.windrow.pools.Signal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A pipeline somebody's code does not return to: it stops within its limit, says what is left, and starts again when it can. */
@Timeout(60)
class StuckStopTest {

    private static final Duration LIMIT = Duration.ofMillis(200);
    private static final int EVENTS = 10;
    private static final int ROUNDS = 5;
    private static final String STUCK = "consumer under test";
    private volatile Gate gate = new Gate();
    /** Trades that the last of all has seen. */
    private final AtomicLong seen = new AtomicLong();

    /** Who stands still. */
    enum Where {
        BEFORE(test -> plan -> plan.before(test.holding())),
        BESIDE(test -> plan -> plan.beside(test.holding())),
        STRATEGY(test -> plan -> plan.strategy(test.new Holding())),
        OWN_THREAD(test -> plan -> plan.strategyOnOwnThread(() -> test.new Holding())),
        SINK(test -> plan -> plan.strategy(new Signalling()).sink(test::hold)),
        AFTER(test -> plan -> plan.after(test.holding()));

        private final Function<StuckStopTest, Consumer<PipelineBuilder>> plan;

        Where(Function<StuckStopTest, Consumer<PipelineBuilder>> plan) {
            this.plan = plan;
        }
    }

    private EventHandler<MarketEvent> holding() {
        return (event, sequence, endOfBatch) -> gate.hold();
    }

    private void hold(Signal signal) {
        gate.hold();
        signal.close();
    }

    /** Signals at every trade. */
    private static final class Signalling implements Strategy {
        @Override
        public void onTrade(TradeWindow trades, StrategyContext context) {
            context.signal(trades.instrument().id(), Side.BUY, 1);
        }
    }

    /** Stands at every trade. */
    private final class Holding implements Strategy {
        @Override
        public void onTrade(TradeWindow trades, StrategyContext context) {
            gate.hold();
        }
    }

    private Rig rig(Where where) {
        Rig rig = new Rig(1, plan -> where.plan.apply(this).accept(plan.ringSize(16)
            .after((event, sequence, endOfBatch) -> seen.incrementAndGet())));
        rig.pipeline.start();
        rig.numberedTrades(1);
        gate.awaitReached();
        for (int number = 2; number <= EVENTS; number++) {
            rig.pipeline.publishTrade(0, 0, 1, 1, number, 0);
        }
        return rig;
    }

    @ParameterizedTest
    @EnumSource
    void shouldStopAndSayWhatIsLeft(Where where) {
        try (Rig rig = rig(where)) {
            StopReport report = rig.pipeline.stop(LIMIT);
            assertThat(report.isClean()).isFalse();
            assertOneIsStuck(rig, report, EVENTS, 0);
            gate.open();
            rig.join();
            long handled = where == Where.AFTER ? EVENTS : 1;
            assertThat(seen.get()).as("nothing but the event in hand is handled after the stop").isLessThanOrEqualTo(handled);
            assertRestarts(rig);
        }
    }

    /** The others may take longer to end than the stop had time for, where the machine is busy; but they end. */
    private static void assertOneIsStuck(Rig rig, StopReport report, long left, long signalsLeft) {
        assertThat(report).isEqualTo(new StopReport(left, signalsLeft, report.stillRunning()));
        assertThat(report.stillRunning()).containsOnly(STUCK);
        rig.awaitThreads(1);
        assertThatThrownBy(rig.pipeline::start).isInstanceOf(IllegalStateException.class)
            .hasMessage("threads of the last start must have ended: threads=[" + STUCK + "]");
    }

    /** What the machine adds to the time it does not add to each of several stops. */
    @ParameterizedTest
    @EnumSource
    void shouldStopWithinTheLimit(Where where) {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && least >= 2 * LIMIT.toNanos(); round++) {
            gate = new Gate();
            try (Rig rig = rig(where)) {
                long began = System.nanoTime();
                rig.pipeline.stop(LIMIT);
                least = Math.min(least, System.nanoTime() - began);
                gate.open();
            }
        }
        assertThat(least).as("time it took").isLessThan(2 * LIMIT.toNanos());
    }

    private void assertRestarts(Rig rig) {
        seen.set(0);
        rig.pipeline.start();
        rig.numberedTrades(3);
        assertThat(rig.pipeline.stop(Rig.LONG)).isEqualTo(StopReport.NOTHING);
        assertThat(seen.get()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void shouldGiveTheMemoryBackThoughAThreadStandsStill(Where where) {
        try (Rig rig = rig(where)) {
            rig.pipeline.stop(LIMIT);
            rig.pipeline.close();
            gate.open();
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldLeaveAllButTheEventInHandWhenItIsAbandoned(Where where) {
        try (Rig rig = rig(where)) {
            CompletableFuture<StopReport> report = CompletableFuture.supplyAsync(() -> rig.pipeline.abandon(Rig.LONG));
            while (rig.pipeline.isRunning()) {
                Thread.onSpinWait();
            }
            gate.open();

            long left = report.join().left();
            assertThat(report.join()).isEqualTo(new StopReport(left, 0, List.of()));
            assertThat(left).isBetween(EVENTS - 1L, (long) EVENTS);
            assertRestarts(rig);
        }
    }

    /** Disruptor hands a batch on to its end, though it is halted. */
    @Test
    void shouldLeaveTheRestOfABatchWhenItIsAbandoned() {
        AtomicLong behind = new AtomicLong();
        try (Rig rig = new Rig(1, plan -> plan.publishBatch(EVENTS).ringSize(16).before((event, sequence, endOfBatch) -> {
            gate.hold();
            seen.incrementAndGet();
        }).strategy(new Signalling()).sink(signal -> {
            signal.close();
            behind.incrementAndGet();
        }))) {
            rig.pipeline.start();
            rig.numberedTrades(EVENTS);
            gate.awaitReached();
            CompletableFuture<StopReport> report = CompletableFuture.supplyAsync(() -> rig.pipeline.abandon(Rig.LONG));
            while (rig.pipeline.isRunning()) {
                Thread.onSpinWait();
            }
            gate.open();

            assertThat(report.join().left()).isBetween(EVENTS - 1L, (long) EVENTS);
            assertThat(report.join().stillRunning()).isEmpty();
            assertThat(seen.get()).as("the event in hand").isEqualTo(1);
            assertThat(behind.get()).as("what came of it").isLessThanOrEqualTo(1);
        }
    }

    @Test
    void shouldReportTheSignalsThatAStuckSinkLeavesAndHandThemOnAfterARestart() {
        try (Rig rig = new Rig(1, plan -> plan.strategy(new Signalling()).sinkOnOwnThread().sink(signal -> {
            hold(signal);
            seen.incrementAndGet();
        }))) {
            rig.pipeline.start();
            rig.numberedTrades(EVENTS);
            gate.awaitReached();
            Rig.await("all signals are sent", () -> rig.pipeline.backlog() == 0 && rig.pipeline.signalBacklog() == EVENTS);

            assertOneIsStuck(rig, rig.pipeline.stop(LIMIT), 0, EVENTS - 1);
            gate.open();
            rig.join();
            rig.pipeline.start();
            assertThat(rig.pipeline.stop(Rig.LONG)).isEqualTo(StopReport.NOTHING);
            assertThat(seen.get()).isEqualTo(EVENTS);
        }
    }

    @Test
    void shouldTellPublishersThatWaitForAFullRing() {
        try (Rig rig = new Rig(1, plan -> plan.ringSize(4).publishers(Publishers.MANY).strategy(new Holding()))) {
            rig.pipeline.start();
            List<CompletableFuture<Void>> waiting = List.of(CompletableFuture.runAsync(() -> rig.numberedTrades(100)),
                CompletableFuture.runAsync(() -> rig.numberedTrades(100)));
            gate.awaitReached();
            while (rig.pipeline.backlog() < 4) {
                Thread.onSpinWait();
            }
            StopReport report = rig.pipeline.stop(LIMIT);

            assertThat(report.left()).isEqualTo(4);
            assertThat(waiting).allSatisfy(publisher -> assertThatThrownBy(() -> publisher.get(Rig.LONG.toSeconds(), TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class).cause().isInstanceOf(IllegalStateException.class)
                .hasMessage("pipeline is not running: running=false"));
            gate.open();
        }
    }
}
