package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.CandleBuilder;
import io.windrow.buffers.CandlePolicy;
import io.windrow.buffers.CandleSpec;
import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.QuoteWindow;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Quotes, changes of depth and candles as they reach windows and strategies. */
@Timeout(60)
class MarketWindowsTest {

    private static final int EVENTS = 3_000;

    /** Writes down what it is told of quotes and depth. */
    private static final class Logging implements Strategy {
        final List<List<Long>> quotes = new ArrayList<>();
        final List<List<Long>> depth = new ArrayList<>();
        final List<List<Long>> candles = new ArrayList<>();

        @Override
        public void onQuote(QuoteWindow window, StrategyContext context) {
            assertThat(window).isSameAs(context.quotes(window.instrument().id()));
            quotes.add(List.of((long) window.instrument().id(), context.eventTimeNanos(), window.bid(0), window.bidSize(0), window.ask(0),
                window.askSize(0)));
        }

        @Override
        public void onDepth(MarketEvent event, StrategyContext context) {
            depth.add(List.of((long) event.instrumentId(), event.timeNanos(), (long) event.side().code(), event.price(), event.quantity(),
                event.updateId(), (long) event.depthFlags()));
        }

        @Override
        public void onCandle(CandleWindow window, StrategyContext context) {
            candles.add(row(window, 0));
        }
    }

    private static List<Long> row(CandleWindow window, int ago) {
        return List.of((long) window.instrument().id(), window.timeframe().stepNanos(), window.openTimeNanos(ago), window.open(ago),
            window.high(ago), window.low(ago), window.close(ago), window.volume(ago));
    }

    @Test
    void shouldShowStrategiesEveryQuoteAndEveryChangeOfDepth() {
        Seeds.forEach(3, random -> {
            Logging logging = new Logging();
            List<List<Long>> quotes = new ArrayList<>();
            List<List<Long>> depth = new ArrayList<>();
            try (Rig rig = new Rig(3, plan -> plan.ringSize(32).quotes(8).strategy(logging))) {
                rig.pipeline.start();
                MarketPublisher publisher = rig.pipeline.publisher("random");
                for (long time = 0; time < EVENTS; time++) {
                    if (random.nextBoolean()) {
                        quotes.add(quote(publisher, random, time));
                    } else {
                        depth.add(depth(publisher, random, time));
                    }
                }
                assertThat(rig.pipeline.stop(Rig.LONG)).isEqualTo(StopReport.NOTHING);

                assertThat(rig.pipeline.firstFault()).isNull();
                assertThat(logging.quotes).isEqualTo(quotes);
                assertThat(logging.depth).isEqualTo(depth);
                assertThat(List.of(publisher.quoteCount(), publisher.depthCount()))
                    .isEqualTo(List.of((long) quotes.size(), (long) depth.size()));
            }
        });
    }

    private static List<Long> quote(MarketPublisher publisher, Random random, long time) {
        int id = random.nextInt(3);
        long bid = random.nextLong();
        long bidSize = random.nextLong() >>> 1;
        long ask = random.nextLong();
        long askSize = random.nextLong() >>> 1;
        publisher.onQuote(id, time, bid, bidSize, ask, askSize);
        return List.of((long) id, time, bid, bidSize, ask, askSize);
    }

    private static List<Long> depth(MarketPublisher publisher, Random random, long time) {
        int id = random.nextInt(3);
        int side = random.nextInt(3) - 1;
        long price = random.nextLong();
        long quantity = random.nextLong() >>> 1;
        long update = random.nextLong();
        int flags = random.nextInt();
        publisher.onDepth(id, time, side, price, quantity, update, flags);
        return List.of((long) id, time, (long) side, price, quantity, update, (long) flags);
    }

    /** The windows' own builder, without a pipeline, is the oracle. */
    @Test
    void shouldMakeOfCandlesWhatTheBuilderMakesOfThem() {
        Seeds.forEach(5, this::compareCandles);
    }

    private void compareCandles(Random random) {
        Logging logging = new Logging();
        List<List<Long>> expected = new ArrayList<>();
        try (Rig rig = new Rig(1, plan -> plan.ringSize(32).candles(50).strategy(logging));
            OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20); CandleBuilder direct = CandleBuilder.open(memory,
                Rig.registry(1).get(0), CandlePolicy.DEFAULT, window -> expected.add(row(window, 0)),
                CandleSpec.of(Timeframe.seconds(1)).capacity(50), CandleSpec.of(Timeframe.seconds(5)).capacity(50))) {
            rig.pipeline.start();
            MarketPublisher publisher = rig.pipeline.publisher("candles");
            long time = random.nextInt(1_000) * Rig.SECOND;
            for (int i = 0; i < EVENTS; i++) {
                time += random.nextInt(20) == 0 ? random.nextInt(30) * Rig.SECOND : Rig.SECOND;
                if (random.nextInt(10) == 0) {
                    publisher.onClock(time);
                    direct.onClock(time);
                    continue;
                }
                candle(publisher, direct, random, time - (random.nextInt(30) == 0 ? 3 * Rig.SECOND : 0));
            }
            assertThat(rig.pipeline.stop(Rig.LONG)).isEqualTo(StopReport.NOTHING);

            assertThat(rig.pipeline.firstFault()).isNull();
            assertThat(logging.candles).hasSizeGreaterThan(EVENTS / 2).isEqualTo(expected);
            assertThat(rig.pipeline.lateTrades()).isPositive();
        }
    }

    private static void candle(MarketPublisher publisher, CandleBuilder direct, Random random, long time) {
        long open = random.nextInt(1_000);
        long close = random.nextInt(1_000);
        long high = Math.max(open, close) + random.nextInt(5);
        long low = Math.min(open, close) - random.nextInt(5);
        long volume = random.nextLong() >>> 5 + random.nextInt(50);
        publisher.onCandle(0, time, open, high, low, close, volume, 1, 2, 3, 4);
        direct.onCandle(time, open, high, low, close, volume, 0, 0, 0, 0);
    }
}
