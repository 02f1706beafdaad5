package io.windrow.examples.samples.pipeline;

import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.Side;
import io.windrow.buffers.TradeWindow;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.pipeline.Strategy;
import io.windrow.pipeline.StrategyContext;
import io.windrow.pipeline.TradingPipeline;
import io.windrow.pipeline.sinks.FileSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Signals as CSV. */
final class SignalsToAFile {

    private SignalsToAFile() {
    }

    static void run() throws IOException {
        InstrumentRegistry instruments = new InstrumentRegistry(1);
        int btc = instruments.register("BTCUSDT", 2, 5).id();
        Strategy strategy = new Strategy() {
            @Override
            public void onTrade(TradeWindow trades, StrategyContext context) {
                context.signal(btc, Side.BUY, trades.price(0));
            }
        };
        Path folder = Files.createTempDirectory("signals");
        Path path = folder.resolve("signals.csv");
        // docs:begin
        try (OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
            FileSink file = FileSink.builder(path, instruments).ifThere(FileSink.IfThere.APPEND).open();
            TradingPipeline pipeline = TradingPipeline.builder().memory(memory).instruments(instruments).strategy(strategy)
                .sink(file).sinkOnOwnThread().build().start()) {
            pipeline.publishTrade(btc, 1_723_161_255_342_000_000L, 6_183_763, 2_000, 1, 1);
        }
        System.out.print(Files.readString(path));
        // docs:end
        Files.delete(path);
        Files.delete(folder);
    }
}
