package io.windrow.examples.samples.pipeline;

import com.lmax.disruptor.EventHandler;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.pipeline.MarketEvent;
import io.windrow.pipeline.TradingPipeline;

/** Handlers of one's own around the stages. */
final class OwnHandlers {

    private OwnHandlers() {
    }

    static void run() {
        InstrumentRegistry instruments = new InstrumentRegistry(1);
        int btc = instruments.register("BTCUSDT", 2, 5).id();
        OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
        // docs:begin
        EventHandler<MarketEvent> journal = (event, sequence, endOfBatch) -> System.out.println("journal " + event.price());
        EventHandler<MarketEvent> gateway = (event, sequence, endOfBatch) -> System.out.println("gateway " + event.price());
        try (memory; TradingPipeline pipeline = TradingPipeline.builder().memory(memory).instruments(instruments)
            .before(journal).after(gateway).build().start()) {
            pipeline.publishTrade(btc, 1_000, 6_183_763, 2_000, 1, 1);
        }
        // docs:end
    }
}
