package io.windrow.examples.samples.pipeline;

import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.Side;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.pipeline.Strategy;
import io.windrow.pipeline.StrategyContext;
import io.windrow.pipeline.TradingPipeline;
import io.windrow.pipeline.WhenNoSignalFree;
import java.time.Duration;

/** Two shards, and signals in the order of the events. */
final class SeveralThreads {

    private SeveralThreads() {
    }

    // docs:begin
    private static final class EveryCandle implements Strategy {
        @Override
        public void onCandle(CandleWindow candles, StrategyContext context) {
            context.signal(candles, Side.BUY);
        }
    }

    static void run() {
        InstrumentRegistry instruments = new InstrumentRegistry(4);
        for (String symbol : new String[] {"BTC", "ETH", "SOL", "XRP"}) {
            instruments.register(symbol, 2, 5);
        }
        try (OffHeapMemory memory = OffHeapMemory.withBudget(2 << 20);
            TradingPipeline pipeline = TradingPipeline.builder().memory(memory).instruments(instruments)
                .shards(2).strategy(EveryCandle::new).whenNoSignalFree(WhenNoSignalFree.WAIT)
                .sink(signal -> {
                    System.out.print(instruments.get(signal.instrumentId()).symbol() + " ");
                    signal.close();
                }).build().start()) {
            for (int id = 3; id >= 0; id--) {
                pipeline.publishTrade(id, 1_000_000_000L, 100, 1, 1, 1);
            }
            for (int id = 3; id >= 0; id--) {
                pipeline.publishTrade(id, 2_000_000_000L, 100, 1, 2, 1);
            }
            System.out.println(pipeline.stop(Duration.ofSeconds(10)).isClean());
        }
    }
    // docs:end
}
