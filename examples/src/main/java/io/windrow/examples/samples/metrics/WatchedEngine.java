package io.windrow.examples.samples.metrics;

import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.metrics.EngineMetrics;
import io.windrow.metrics.Figure;
import io.windrow.metrics.Sample;
import io.windrow.pipeline.TradingPipeline;
import java.time.Duration;

/** An engine watched from inside. */
final class WatchedEngine {

    private WatchedEngine() {
    }

    static void run() {
        InstrumentRegistry instruments = new InstrumentRegistry(1);
        int btc = instruments.register("BTCUSDT", 2, 5).id();
        OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
        // docs:begin
        try (memory;
             TradingPipeline pipeline = TradingPipeline.builder().memory(memory).instruments(instruments).build().start();
             EngineMetrics metrics = EngineMetrics.builder().pipeline("main", pipeline).memory("engine", memory).start()) {
            pipeline.publishTrade(btc, 1_000, 6_183_763, 2_000, 1, 1);
            pipeline.awaitDrained(Duration.ofSeconds(10));
            Sample sample = new Sample();
            metrics.sampleNow();
            metrics.read(sample);
            System.out.println(sample.get(Figure.TRADES) + " trade, resident memory known: " + sample.has(Figure.RESIDENT));
            System.out.println("stopped so far: " + (metrics.pauses().totalNanos() >= 0 ? "known" : "not known"));
        }
        // docs:end
    }
}
