package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.TimeoutBlockingWaitStrategy;
import io.windrow.buffers.Side;
import io.windrow.buffers.TradeWindow;
import io.windrow.buffers.testing.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Handlers of a user's own, on threads of their own, around the strategies. */
@Timeout(60)
class PipelineHandlersTest {

    private static final int EVENTS = 5_000;

    /** An event as a handler sees it. */
    private record Seen(int type, int instrumentId, long time, long price, long quantity, long tradeId, Side side, long due) {

        static Seen tick(long time) {
            return new Seen(MarketEvent.CLOCK, 0, time, 0, 0, 0, Side.UNKNOWN, 0);
        }

        static Seen of(MarketEvent event) {
            return event.type() == MarketEvent.CLOCK && event.dueNanos() == 0 ? tick(event.timeNanos())
                : new Seen(event.type(), event.instrumentId(), event.timeNanos(), event.price(), event.quantity(), event.tradeId(),
                    event.side(), event.dueNanos());
        }
    }

    /** Keeps what it sees; read when the pipeline has stopped. */
    private static final class Recorder implements EventHandler<MarketEvent> {
        final List<Seen> events = new ArrayList<>();
        long outOfOrder;

        @Override
        public void onEvent(MarketEvent event, long sequence, boolean endOfBatch) {
            outOfOrder += sequence == events.size() ? 0 : 1;
            events.add(Seen.of(event));
        }
    }

    @Test
    void shouldShowEveryEventInOrderWithTheValuesPublished() {
        Seeds.forEach(2, random -> {
            Recorder before = new Recorder();
            Recorder alsoBefore = new Recorder();
            Recorder after = new Recorder();
            try (Rig rig = new Rig(3, plan -> plan.ringSize(64).before(before).before(alsoBefore).after(after))) {
                rig.pipeline.start();
                List<Seen> published = publishRandom(rig.pipeline, random);
                assertThat(rig.pipeline.stop(Rig.LONG).left()).isZero();

                assertThat(before.events).isEqualTo(published);
                assertThat(alsoBefore.events).isEqualTo(published);
                assertThat(after.events).isEqualTo(published);
                assertThat(before.outOfOrder + alsoBefore.outOfOrder + after.outOfOrder).isZero();
                assertThat(rig.threads()).as("a thread each, and one for the strategies").hasSize(4);
            }
        });
    }

    private static List<Seen> publishRandom(TradingPipeline pipeline, Random random) {
        List<Seen> published = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            long time = i * 1_000L;
            if (random.nextInt(10) == 0) {
                pipeline.publishClock(time);
                published.add(Seen.tick(time));
            } else {
                Seen trade = new Seen(MarketEvent.TRADE, random.nextInt(3), time, random.nextLong(), random.nextInt(1 << 30),
                    random.nextLong(), Side.of(random.nextInt(3) - 1), random.nextLong());
                pipeline.publishTrade(trade.instrumentId, time, trade.price, trade.quantity, trade.tradeId, trade.side.code(), trade.due);
                published.add(trade);
            }
        }
        return published;
    }

    @Test
    void shouldShowAnEventBeforeAndAfterTheStrategiesAsAsked() {
        Progress before = new Progress();
        Progress after = new Progress();
        Progress strategy = new Progress();
        Strategy between = new Strategy() {
            @Override
            public void onTrade(TradeWindow trades, StrategyContext context) {
                strategy.step(before.done > strategy.done && after.done <= strategy.done);
            }
        };
        try (Rig rig = Rig.started(plan -> plan.ringSize(32).strategy(between)
            .before((event, sequence, endOfBatch) -> before.step(strategy.done <= sequence))
            .after((event, sequence, endOfBatch) -> after.step(strategy.done > sequence && before.done > sequence)))) {
            rig.numberedTrades(EVENTS);
            assertThat(rig.pipeline.stop(Rig.LONG).left()).isZero();

            assertThat(List.of(before.done, strategy.done, after.done)).containsOnly((long) EVENTS);
            assertThat(before.wrong).as("events a handler before saw late").isZero();
            assertThat(strategy.wrong).as("events the strategy saw before a handler before, or after one after").isZero();
            assertThat(after.wrong).as("events a handler after saw early").isZero();
        }
    }

    /** How far a handler is, and how often it was out of turn. */
    private static final class Progress {
        volatile long done;
        volatile long wrong;

        void step(boolean inTurn) {
            wrong = inTurn ? wrong : wrong + 1;
            done = done + 1;
        }
    }

    @Test
    void shouldPassOnWhatElseDisruptorTellsAHandler() throws InterruptedException {
        CountDownLatch calls = new CountDownLatch(3);
        EventHandler<MarketEvent> curious = new EventHandler<>() {
            @Override
            public void onEvent(MarketEvent event, long sequence, boolean endOfBatch) {
                // What is told beside the events is the matter here.
            }

            @Override
            public void onBatchStart(long batchSize, long queueDepth) {
                calls.countDown();
            }

            @Override
            public void onTimeout(long sequence) {
                calls.countDown();
            }

            @Override
            public void setSequenceCallback(Sequence sequence) {
                calls.countDown();
            }
        };
        try (Rig rig = Rig.started(plan -> plan.after(curious).waitStrategy(new TimeoutBlockingWaitStrategy(5, TimeUnit.MILLISECONDS)))) {
            rig.trade(0, 1);
            assertThat(calls.await(Rig.LONG.toSeconds(), TimeUnit.SECONDS)).as("told of its sequence, a batch and a timeout").isTrue();
        }
    }

    @Test
    void shouldMakeThePublisherWaitForTheSlowestHandlerAndLoseNothing() {
        Recorder slow = new Recorder();
        try (Rig rig = Rig.started(plan -> plan.ringSize(2).after((event, sequence, endOfBatch) -> {
            if (sequence % 100 == 0) {
                Thread.sleep(1);
            }
            slow.onEvent(event, sequence, endOfBatch);
        }))) {
            for (int number = 0; number < 2_000; number++) {
                rig.pipeline.publishTrade(0, 0, 1, 1, number, 0);
                assertThat(rig.pipeline.backlog()).as("events in a ring of two").isBetween(0L, 2L);
            }
            assertThat(rig.pipeline.stop(Rig.LONG).left()).isZero();

            assertThat(slow.events).extracting(Seen::tradeId).hasSize(2_000).isSorted().doesNotHaveDuplicates();
            assertThat(slow.outOfOrder).isZero();
        }
    }
}
