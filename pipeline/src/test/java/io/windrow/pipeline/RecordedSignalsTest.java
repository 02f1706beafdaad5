package io.windrow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.SharedData;
import io.windrow.pipeline.feeds.FeedFormat;
import io.windrow.pipeline.feeds.FeedOptions;
import io.windrow.pipeline.feeds.FeedScan;
import io.windrow.pipeline.feeds.FileTradeSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Recorded trades of two instruments, merged by time: the same signals on one thread, on several, in batches, with a slow sink. */
@Timeout(120)
class RecordedSignalsTest {

    private record Trade(int id, long time, long price, long quantity, long number, int side) {
    }

    private final List<Trade> trades = new ArrayList<>();
    private InstrumentRegistry registry;

    @BeforeEach
    void read() throws IOException {
        List<Path> files = List.of(SharedData.file("binance-ws/spot_btcusdt_20240808.gz"),
            SharedData.file("binance-ws/cm_btcusd_perp_20240808.gz"));
        FeedOptions options = FeedOptions.builder(FeedFormat.of("binance-ws")).build();
        registry = FeedScan.of(files, options, 5).registry();
        new FileTradeSource(files, options, registry).replay(
            (id, time, price, quantity, number, side) -> trades.add(new Trade(id, time, price, quantity, number, side)));
        trades.sort(Comparator.comparingLong(Trade::time));
        assertThat(registry.size()).isEqualTo(2);
        assertThat(trades).hasSize(9757 + 2286);
    }

    private List<SentSignal> signals(long napNanos, Consumer<PipelineBuilder> shape) {
        SignalLog log = new SignalLog(napNanos, 50);
        PipelineBuilder plan = TradingPipeline.builder().instruments(registry).candles(50).trades(50).signals(3)
            .timeframes(Timeframe.seconds(1), Timeframe.seconds(5), Timeframe.minutes(1)).whenNoSignalFree(WhenNoSignalFree.WAIT)
            .strategy(Crossing::new).sink(log);
        shape.accept(plan);
        try (OffHeapMemory memory = OffHeapMemory.withBudget(plan.plannedBytes()); TradingPipeline pipeline = plan.memory(memory).build()) {
            pipeline.start();
            for (int i = 0; i < trades.size(); i++) {
                Trade trade = trades.get(i);
                pipeline.publishTrade(trade.id, trade.time, trade.price, trade.quantity, trade.number, trade.side, i + 1);
                if (i % 100 == 0) {
                    pipeline.publishClock(trade.time);
                }
            }
            pipeline.flush();
            assertThat(pipeline.stop(Rig.LONG).isClean()).isTrue();
            assertThat(pipeline.faults()).isEmpty();
        }
        return log.sent;
    }

    @Test
    void shouldLeadToTheSameSignals() {
        List<SentSignal> expected = signals(0, plan -> plan.strategy(() -> new Talkative(1)));
        assertThat(expected).hasSizeGreaterThan(1_000);
        assertThat(expected).extracting(SentSignal::instrumentId).contains(0, 1);

        assertThat(signals(0, plan -> plan.strategy(() -> new Talkative(1)).shards(2).publishBatch(64).ringSize(64))).isEqualTo(expected);
        assertThat(signals(0, plan -> plan.strategyOnOwnThread(() -> new Talkative(1)).ringSize(2))).isEqualTo(expected);
        assertThat(signals(100_000, plan -> plan.strategyOnOwnThread(() -> new Talkative(1)).shards(3).publishBatch(7).sinkOnOwnThread()))
            .isEqualTo(expected);
    }
}
