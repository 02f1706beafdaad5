package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.TradeWindow;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a pipeline ends: what was published is handled, and nobody waits for ever. */
@Timeout(60)
class PipelineStopTest {

    /** Disruptor's own shutdown loses events in most of these cycles. */
    @Test
    void shouldLoseNothingInManyShortLives() {
        for (int cycle = 0; cycle < 500; cycle++) {
            Counting counting = new Counting();
            Counting behind = new Counting();
            try (Rig rig = Rig.started(plan -> plan.ringSize(16).candles(4).trades(4).strategy(counting)
                .after((event, sequence, endOfBatch) -> behind.trades = event.tradeId()))) {
                rig.numberedTrades(10);

                assertThat(rig.pipeline.stop(Rig.LONG).left()).as("left in cycle %s", cycle).isZero();

                assertThat(counting.trades).as("seen by the strategy in cycle %s", cycle).isEqualTo(10);
                assertThat(behind.trades).as("seen by the handler behind in cycle %s", cycle).isEqualTo(10);
            }
        }
    }

    @Test
    void shouldReportWhatIsLeftWhenAStrategyBlocks() {
        Blocking blocking = new Blocking();
        try (Rig rig = Rig.started(plan -> plan.ringSize(16).strategy(blocking))) {
            rig.numberedTrades(10);
            blocking.awaitEntered();

            long began = System.nanoTime();
            assertThat(rig.pipeline.awaitDrained(Duration.ofMillis(20))).isFalse();
            assertThat(rig.pipeline.stop(Duration.ofMillis(100)).left()).isEqualTo(10);
            assertThat(System.nanoTime() - began).as("time it took").isLessThan(TimeUnit.SECONDS.toNanos(10));

            blocking.exit.countDown();
        }
    }

    @Test
    void shouldEndAPublisherThatWaitsForAFullRingWhenItIsClosed() throws Exception {
        Blocking blocking = new Blocking();
        try (Rig rig = Rig.started(plan -> plan.ringSize(4).strategy(blocking))) {
            CompletableFuture<Void> publisher = CompletableFuture.runAsync(() -> rig.numberedTrades(Integer.MAX_VALUE));
            blocking.awaitEntered();
            while (rig.pipeline.backlog() < 4) {
                Thread.onSpinWait();
            }

            rig.pipeline.close();

            assertThatThrownBy(() -> publisher.get(Rig.LONG.toSeconds(), TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
            blocking.exit.countDown();
            rig.join();
        }
    }

    @Test
    void shouldHandleOrCountAsLeftWhatAPublisherHasPublishedWhenItStops() throws Exception {
        for (int cycle = 0; cycle < 200; cycle++) {
            Counting counting = new Counting();
            try (Rig rig = Rig.started(plan -> plan.ringSize(64).strategy(counting))) {
                CompletableFuture<Long> publisher = CompletableFuture.supplyAsync(() -> publishUntilRefused(rig));
                while (counting.trades < cycle) {
                    Thread.onSpinWait();
                }

                long left = rig.pipeline.stop(Rig.LONG).left();
                long published = publisher.get(Rig.LONG.toSeconds(), TimeUnit.SECONDS);

                assertThat(counting.trades + left).as("handled or left in cycle %s", cycle).isBetween(published, published + 1);
                assertThat(counting.outOfOrder).isZero();
            }
        }
    }

    private static long publishUntilRefused(Rig rig) {
        long number = 0;
        try {
            while (true) {
                rig.pipeline.publishTrade(0, 0, 1, 1, number + 1, 0);
                number++;
            }
        } catch (IllegalStateException stopped) {
            return number;
        }
    }

    @Test
    void shouldHandleEverythingThoughTheStoppingThreadIsInterrupted() {
        Counting slow = new Counting() {
            @Override
            public void onTrade(TradeWindow window, StrategyContext context) {
                LockSupport.parkNanos(100_000);
                super.onTrade(window, context);
            }
        };
        try (Rig rig = Rig.started(plan -> plan.strategy(slow))) {
            rig.numberedTrades(500);
            Thread.currentThread().interrupt();

            assertThat(rig.pipeline.stop(Rig.LONG).left()).isZero();

            assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
            assertThat(slow.trades).isEqualTo(500);
            assertThat(rig.pipeline.faultCount()).isZero();
        }
    }

    @Test
    void shouldLoseNothingWhenAConsumerThreadIsInterrupted() {
        Counting counting = new Counting() {
            @Override
            public void onTrade(TradeWindow window, StrategyContext context) {
                super.onTrade(window, context);
                if (trades % 7 == 0) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        try (Rig rig = Rig.started(plan -> plan.strategy(counting))) {
            for (int number = 1; number <= 1_000; number++) {
                rig.pipeline.publishTrade(0, 0, 100, 1, number, 0);
                if (number % 10 == 0) {
                    rig.drain();
                    rig.threads().get(0).interrupt();
                }
            }
            assertThat(rig.pipeline.stop(Rig.LONG).left()).isZero();

            assertThat(counting.trades).isEqualTo(1_000);
            assertThat(counting.outOfOrder).isZero();
            assertThat(rig.pipeline.faultCount()).isZero();
        }
    }

    /** Enters the first trade and stays there. */
    private static final class Blocking implements Strategy {
        final CountDownLatch entered = new CountDownLatch(1);
        final CountDownLatch exit = new CountDownLatch(1);

        @Override
        public void onTrade(TradeWindow trades, StrategyContext context) {
            entered.countDown();
            await(exit);
        }

        void awaitEntered() {
            await(entered);
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
