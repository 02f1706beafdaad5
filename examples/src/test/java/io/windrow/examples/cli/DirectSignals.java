package io.windrow.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.examples.prove.engines.CrossingStrategy;
import io.windrow.pipeline.TradingPipeline;
import io.windrow.pipeline.feeds.FeedFormat;
import io.windrow.pipeline.feeds.FeedOptions;
import io.windrow.pipeline.feeds.FeedScan;
import io.windrow.pipeline.feeds.FileTradeSource;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What {@code run} has to write for a recording, made by a pipeline that is fed here and now. */
final class DirectSignals {

    private DirectSignals() {
    }

    static List<String> of(Path recording) throws Exception {
        FeedOptions options = FeedOptions.builder(FeedFormat.BINANCE_WS).build();
        InstrumentRegistry instruments = FeedScan.of(List.of(recording), options, 20).registry();
        List<String> lines = new ArrayList<>(List.of("event,time_nanos,symbol,side,price,frame,strategy"));
        try (OffHeapMemory memory = OffHeapMemory.withBudget(16_000_000);
            TradingPipeline pipeline = TradingPipeline.builder().memory(memory).instruments(instruments)
                .timeframes(Timeframe.seconds(1), Timeframe.minutes(1), Timeframe.minutes(5)).signals(4096)
                .strategy(new CrossingStrategy())
                .sink(signal -> {
                    try (signal) {
                        BigDecimal price = BigDecimal.valueOf(signal.price(), instruments.get(signal.instrumentId()).priceDecimals());
                        lines.add(signal.eventSequence() + "," + signal.candleTimeNanos() + ","
                            + instruments.get(signal.instrumentId()).symbol() + "," + signal.side() + "," + price.toPlainString() + ","
                            + new Timeframe(signal.stepNanos()) + "," + signal.strategyId());
                    }
                }).build().start()) {
            new FileTradeSource(List.of(recording), options, instruments).replay(pipeline::publishTrade);
            assertThat(pipeline.stop(Duration.ofSeconds(60)).isClean()).isTrue();
            assertThat(pipeline.refusedSignals()).isZero();
        }
        return lines;
    }
}
