package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.Side;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.TradeWindow;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Seeds;
import io.windrow.pipeline.NaiveMarket.Candle;
import io.windrow.pipeline.NaiveMarket.Decision;
import io.windrow.pipeline.NaiveMarket.Trade;
import io.windrow.pools.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The pipeline against plain lists on one thread: the same trades, the same candles, the same signals in the same order. */
@Timeout(60)
class PipelineModelTest {

    private static final int EVENTS = 4_000;
    private static final Timeframe[] FRAMES = {Timeframe.seconds(1), Timeframe.seconds(5), Timeframe.minutes(1)};
    private static final long[] STEPS = {FRAMES[0].stepNanos(), FRAMES[1].stepNanos(), FRAMES[2].stepNanos()};
    private static final int[] PRICE_DECIMALS = {2, 0, 8};

    @Test
    void shouldDoWhatPlainListsDo() {
        Seeds.forEach(8, random -> new Round(random).run());
    }

    /** One seed. */
    private static final class Round {
        private final Random random;
        private final List<Decision> expected = new ArrayList<>();
        private final List<Decision> seen = new ArrayList<>();
        private final NaiveMarket[] markets = new NaiveMarket[PRICE_DECIMALS.length];
        private final long[] prices = {10_000, 10_000, 10_000};
        private final InstrumentRegistry registry = new InstrumentRegistry(PRICE_DECIMALS.length);
        private long now;

        Round(Random random) {
            this.random = random;
            now = random.nextLong() >> 20;
            for (int id = 0; id < markets.length; id++) {
                registry.register("SYM" + id, PRICE_DECIMALS[id], 3);
                markets[id] = new NaiveMarket(id, PRICE_DECIMALS[id], STEPS, expected);
            }
        }

        void run() {
            int candles = 1 + random.nextInt(300);
            int trades = 1 + random.nextInt(300);
            PipelineBuilder plan = TradingPipeline.builder().instruments(registry).timeframes(FRAMES).candles(candles).trades(trades)
                .ringSize(1 << random.nextInt(10)).strategy(new Crossing()).sink(this::record);
            try (OffHeapMemory memory = OffHeapMemory.withBudget(plan.plannedBytes());
                TradingPipeline pipeline = plan.memory(memory).build()) {
                pipeline.start();
                for (int i = 0; i < EVENTS; i++) {
                    publish(pipeline, i + 1);
                }
                assertThat(pipeline.stop(Rig.LONG).left()).isZero();
                compare(pipeline, candles, trades);
            }
        }

        private void publish(TradingPipeline pipeline, long number) {
            now += step();
            if (random.nextInt(20) == 0) {
                pipeline.publishClock(now);
                for (NaiveMarket market : markets) {
                    market.tick(now, 0);
                }
                return;
            }
            int id = random.nextInt(markets.length);
            prices[id] += random.nextInt(201) - 100;
            long time = random.nextInt(25) == 0 ? now - random.nextInt(3) * Rig.SECOND : now;
            Trade trade = new Trade(time, prices[id], random.nextInt(4) * 1_000L, number, Side.of(random.nextInt(3) - 1));
            long due = random.nextLong();
            pipeline.publishTrade(id, time, trade.price(), trade.quantity(), number, trade.side().code(), due);
            markets[id].trade(trade, due);
        }

        /** Mostly less than a second, now and then a gap. */
        private long step() {
            return random.nextInt(100) == 0 ? random.nextInt(200) * Rig.SECOND : random.nextLong(Rig.SECOND);
        }

        /** On the consumer thread; read after the pipeline has stopped. */
        private void record(Signal signal) {
            try (signal) {
                seen.add(new Decision(signal.strategyId(), signal.instrumentId(), signal.side(), signal.stepNanos(),
                    signal.candleTimeNanos(), signal.price(), signal.dueNanos()));
            }
        }

        private void compare(TradingPipeline pipeline, int candles, int trades) {
            assertThat(pipeline.firstFault()).isNull();
            long late = 0;
            for (NaiveMarket market : markets) {
                assertSame("trades", kept(pipeline.trades(market.id)), newest(market.trades, trades));
                for (int frame = 0; frame < FRAMES.length; frame++) {
                    assertSame("candles of " + FRAMES[frame], kept(pipeline.candles(market.id, frame)),
                        newest(market.closed.get(frame), candles));
                }
                late += market.late;
            }
            assertThat(pipeline.lateTrades()).isEqualTo(late).isPositive();
            assertThat(expected).as("a round that decides something").hasSizeGreaterThan(10);
            assertSame("signals", seen, expected);
            assertThat(pipeline.signalCount()).isEqualTo(expected.size());
            assertThat(pipeline.refusedSignals()).isZero();
        }

        /** One by one, so that a failure shows the first that differs and not thousands. */
        private static <T> void assertSame(String what, List<T> actual, List<T> expected) {
            for (int i = 0; i < Math.min(actual.size(), expected.size()); i++) {
                assertThat(actual.get(i)).as("%s, number %s", what, i).isEqualTo(expected.get(i));
            }
            assertThat(actual).as(what).hasSameSizeAs(expected);
        }

        private static List<Trade> kept(TradeWindow window) {
            List<Trade> trades = new ArrayList<>();
            for (int ago = window.size() - 1; ago >= 0; ago--) {
                trades.add(new Trade(window.timeNanos(ago), window.price(ago), window.quantity(ago), window.tradeId(ago),
                    window.side(ago)));
            }
            return trades;
        }

        private static List<Candle> kept(CandleWindow window) {
            List<Candle> candles = new ArrayList<>();
            for (int ago = window.size() - 1; ago >= 0; ago--) {
                candles.add(new Candle(window.openTimeNanos(ago), window.open(ago), window.high(ago), window.low(ago), window.close(ago),
                    window.volume(ago)));
            }
            return candles;
        }

        private static <T> List<T> newest(List<T> all, int count) {
            return all.subList(Math.max(0, all.size() - count), all.size());
        }
    }
}
