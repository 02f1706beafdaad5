package io.windrow.examples.samples.pipeline;

import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.QuoteWindow;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.pipeline.MarketPublisher;
import io.windrow.pipeline.Strategy;
import io.windrow.pipeline.StrategyContext;
import io.windrow.pipeline.TradingPipeline;
import io.windrow.pipeline.WhenRingFull;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** More quotes than a slow strategy can take. */
final class FullRing {

    private FullRing() {
    }

    static void run() {
        InstrumentRegistry instruments = new InstrumentRegistry(1);
        int btc = instruments.register("BTCUSDT", 2, 5).id();
        Strategy slow = new Strategy() {
            @Override
            public void onQuote(QuoteWindow quotes, StrategyContext context) {
                LockSupport.parkNanos(100_000);
            }
        };
        // docs:begin
        try (OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
            TradingPipeline pipeline = TradingPipeline.builder().memory(memory).instruments(instruments).quotes(1).ringSize(16)
                .whenRingFull(WhenRingFull.DROP_OLDEST).strategy(slow).build().start()) {
            MarketPublisher source = pipeline.publisher("binance");
            for (int i = 1; i <= 10_000; i++) {
                source.onQuote(btc, i, i, 10, i + 1, 10);
            }
            pipeline.awaitDrained(Duration.ofSeconds(10));
            long seen = source.quoteCount() - source.droppedOldestCount();
            System.out.println(seen < 10_000 && pipeline.quotes(btc).newestSequence() == seen - 1);
            System.out.println("the newest is " + pipeline.quotes(btc).bid(0) + ", the source is " + source.status());
        }
        // docs:end
    }
}
