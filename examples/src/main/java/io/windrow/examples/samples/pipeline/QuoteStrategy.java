package io.windrow.examples.samples.pipeline;

import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.QuoteWindow;
import io.windrow.buffers.Side;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.pipeline.Strategy;
import io.windrow.pipeline.StrategyContext;
import io.windrow.pipeline.TradingPipeline;

/** A strategy that looks at quotes. */
final class QuoteStrategy {

    private QuoteStrategy() {
    }

    static void run() {
        InstrumentRegistry instruments = new InstrumentRegistry(1);
        int eurusd = instruments.register("EURUSD", 5, 0).id();
        // docs:begin
        class WideSpread implements Strategy {
            @Override
            public void onQuote(QuoteWindow quotes, StrategyContext context) {
                if (quotes.size() > 1 && quotes.spread(0) > 2 * quotes.spread(1)) {
                    context.signal(quotes.instrument().id(), Side.SELL, quotes.bid(0));
                }
            }
        }
        try (OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
            TradingPipeline pipeline = TradingPipeline.builder().memory(memory).instruments(instruments).quotes(256)
                .strategy(new WideSpread()).sink(signal -> {
                    System.out.println(signal.side() + " at " + signal.price() + ", event " + signal.eventSequence());
                    signal.close();
                }).build().start()) {
            pipeline.publishQuote(eurusd, 1_000, 108_501, 10, 108_503, 10);
            pipeline.publishQuote(eurusd, 2_000, 108_499, 10, 108_505, 10);
        }
        // docs:end
    }
}
