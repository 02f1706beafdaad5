package io.windrow.examples.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.Side;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.pipeline.Strategy;
import io.windrow.pipeline.TradingPipeline;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StrategiesTest {

    private static final long SECOND_NANOS = 1_000_000_000L;

    @Test
    void shouldSignalABreakoutOnceInEachDirection() {
        List<String> signals = signals(new BreakoutStrategy(), pipeline -> {
            long[] closes = new long[30];
            Arrays.fill(closes, 100);
            closes[20] = 101;
            closes[21] = 102;
            closes[24] = 99;
            closes[25] = 98;
            for (int i = 0; i < closes.length; i++) {
                pipeline.publishTrade(0, i * SECOND_NANOS, closes[i], 1, i, 1);
            }
        });
        assertThat(signals).containsExactly("BUY 101", "SELL 99");
    }

    @Test
    void shouldWaitForTwentyCandlesBeforeABreakout() {
        List<String> signals = signals(new BreakoutStrategy(), pipeline -> {
            for (int i = 0; i <= 20; i++) {
                pipeline.publishTrade(0, i * SECOND_NANOS, 100 + i, 1, i, 1);
            }
        });
        assertThat(signals).as("the 21st candle has not closed").isEmpty();
    }

    @Test
    void shouldSignalAnImbalanceAgainOnlyAfterABalance() {
        List<String> signals = signals(new ImbalanceStrategy(), pipeline -> {
            long[][] sizes = {{39, 10}, {40, 10}, {80, 10}, {10, 10}, {4, 1}, {1, 4}, {0, 0}, {0, 1}, {1, 0}};
            for (int i = 0; i < sizes.length; i++) {
                pipeline.publishQuote(0, i, 100, sizes[i][0], 101, sizes[i][1]);
            }
        });
        assertThat(signals).containsExactly("BUY 101", "BUY 101", "SELL 100", "SELL 100", "BUY 101");
    }

    private static List<String> signals(Strategy strategy, Consumer<TradingPipeline> feed) {
        InstrumentRegistry instruments = new InstrumentRegistry(1);
        instruments.register("AB", 0, 0);
        List<String> signals = new CopyOnWriteArrayList<>();
        try (OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
            TradingPipeline pipeline = TradingPipeline.builder().memory(memory).instruments(instruments).quotes(4)
                .timeframes(Timeframe.seconds(1)).strategy(strategy).sink(signal -> {
                    try (signal) {
                        signals.add((signal.side() == Side.BUY ? "BUY " : "SELL ") + signal.price());
                    }
                }).build().start()) {
            feed.accept(pipeline);
            assertThat(pipeline.stop(Duration.ofSeconds(10)).isClean()).isTrue();
            assertThat(pipeline.faultCount()).isZero();
        }
        return signals;
    }
}
