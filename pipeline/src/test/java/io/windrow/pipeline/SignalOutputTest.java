package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.Side;
import io.windrow.buffers.TradeWindow;
import io.windrow.pools.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The sink's own thread: what it hands on, in which order, and what becomes of signals when the pipeline is stopped. */
@Timeout(60)
class SignalOutputTest {

    private static final Duration SHORT = Duration.ofMillis(100);

    private final List<Long> prices = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch gate = new CountDownLatch(1);
    private final CountDownLatch entered = new CountDownLatch(1);

    /** Signals at every trade; at a price below zero it waits at the gate first. */
    private final class AtEveryTrade implements Strategy {

        @Override
        public void onTrade(TradeWindow trades, StrategyContext context) {
            if (trades.price(0) < 0) {
                entered.countDown();
                await(gate);
            }
            context.signal(trades.instrument().id(), Side.BUY, trades.price(0));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void note(Signal signal) {
        try (signal) {
            prices.add(signal.price());
        }
    }

    private void noteBehindTheGate(Signal signal) {
        entered.countDown();
        await(gate);
        note(signal);
    }

    private Rig started(int instruments, SignalSink sink, int shards) {
        Rig rig = new Rig(instruments, plan -> plan.ringSize(16).signals(64).trades(4).candles(4).shards(shards)
            .strategy(AtEveryTrade::new).sink(sink).sinkOnOwnThread());
        rig.pipeline.start();
        return rig;
    }

    private static void awaitSent(Rig rig, int signals) {
        Rig.await("all signals are sent", () -> rig.pipeline.backlog() == 0 && rig.pipeline.signalBacklog() == signals);
    }

    @Test
    void shouldBeDrainedOnlyWhenTheSinkHasReturned() {
        try (Rig rig = started(1, this::noteBehindTheGate, 1)) {
            rig.trade(0, 5);
            await(entered);

            assertThat(rig.pipeline.awaitDrained(SHORT)).isFalse();
            assertThat(rig.pipeline.signalBacklog()).isEqualTo(1);
            gate.countDown();

            rig.drain();
            assertThat(prices).containsExactly(5L);
            assertThat(rig.pipeline.signalBacklog()).isZero();
        }
    }

    @Test
    void shouldReportSignalsThatAreLeftAndDeliverThemAfterARestart() {
        try (Rig rig = started(1, this::noteBehindTheGate, 1)) {
            for (int price = 1; price <= 5; price++) {
                rig.trade(0, price);
            }
            await(entered);
            awaitSent(rig, 5);

            StopReport report = rig.pipeline.stop(SHORT);

            assertThat(report.left()).isZero();
            assertThat(report.signalsLeft()).as("but for the one in the sink's hands").isEqualTo(4);
            assertThat(report.stillRunning()).as("the sink's thread, and where the machine is busy the stage's").isNotEmpty();
            rig.awaitThreads(1);
            gate.countDown();
            rig.join();
            assertThat(prices).as("a sink that was abandoned gets no more").containsExactly(1L);

            rig.pipeline.start();
            rig.trade(0, 6);
            assertThat(rig.pipeline.stop(Rig.LONG).isClean()).isTrue();
            assertThat(prices).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        }
    }

    @Test
    void shouldCloseSignalsThatAreLeftWhenItIsClosed() {
        try (Rig rig = started(1, this::noteBehindTheGate, 1)) {
            for (int price = 1; price <= 5; price++) {
                rig.trade(0, price);
            }
            await(entered);
            awaitSent(rig, 5);
            rig.pipeline.stop(SHORT);
            rig.pipeline.close();

            assertThat(rig.pipeline.signalsOut().count()).as("the one in the sink's hands").isEqualTo(1);
            gate.countDown();
        }
    }

    @Test
    void shouldDeliverWhatWasSentWhenEventsAreAbandoned() {
        try (Rig rig = started(2, this::note, 2)) {
            rig.trade(0, 0, -1);
            await(entered);
            rig.trade(0, 0, 1);
            for (int price = 2; price <= 9; price++) {
                rig.trade(1, 0, price);
            }
            new Thread(() -> {
                while (rig.pipeline.isRunning()) {
                    Thread.onSpinWait();
                }
                // By then the stages are told to end, so that this one leaves its second event where it is.
                LockSupport.parkNanos(SHORT.toNanos());
                gate.countDown();
            }).start();

            long began = System.nanoTime();
            StopReport report = rig.pipeline.abandon(Rig.LONG);

            assertThat(System.nanoTime() - began).as("time it took").isLessThan(Rig.LONG.toNanos() / 2);
            assertThat(report.signalsLeft()).isZero();
            assertThat(report.stillRunning()).isEmpty();
            assertThat(prices).as("in the order of the events").isSorted().startsWith(-1L);
            assertThat(prices.size() + report.left()).as("sent or left").isEqualTo(10);
        }
    }

    /** The stop reaches the publisher in the midst of a tick, which is one event for all shards. */
    @Test
    void shouldNumberEventsAfterATickThatWasRefused() {
        SignalLog log = new SignalLog();
        try (Rig rig = started(2, log, 2)) {
            rig.trade(0, 0, 1);
            rig.pipeline.stop(Rig.LONG);
            assertThat(catchPublishing(() -> rig.pipeline.publishClock(1))).isInstanceOf(IllegalStateException.class);

            rig.pipeline.start();
            rig.trade(0, 0, 2);
            rig.trade(1, 0, 3);
            rig.trade(0, 0, 4);
            rig.drain();

            assertThat(log.sent).extracting(SentSignal::price).containsExactly(1L, 2L, 3L, 4L);
            assertThat(log.sent).extracting(SentSignal::eventSequence).doesNotHaveDuplicates().isSorted();
        }
    }

    private static Throwable catchPublishing(Runnable publishing) {
        try {
            publishing.run();
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    @Test
    void shouldGoOnWithTheStrategyWhenTheSinkThrows() {
        for (boolean ownThread : new boolean[] {false, true}) {
            List<Boolean> answers = Collections.synchronizedList(new ArrayList<>());
            Strategy strategy = new Strategy() {
                @Override
                public void onTrade(TradeWindow trades, StrategyContext context) {
                    answers.add(context.signal(0, Side.BUY, trades.price(0)));
                }
            };
            try (Rig rig = new Rig(1, plan -> {
                plan.onFault(OnFault.DISABLE_STRATEGY).strategy(strategy).sink(this::refuse);
                if (ownThread) {
                    plan.sinkOnOwnThread();
                }
            })) {
                rig.pipeline.start();
                rig.numberedTrades(3);
                rig.drain();

                assertThat(answers).containsExactly(true, true, true);
                assertThat(rig.pipeline.faults()).extracting(Fault::where).containsOnly("sink in onSignal").hasSize(3);
                assertThat(rig.pipeline.disabledStrategies()).isZero();
            }
        }
    }

    private void refuse(Signal signal) {
        signal.close();
        throw new IllegalStateException("no");
    }
}
