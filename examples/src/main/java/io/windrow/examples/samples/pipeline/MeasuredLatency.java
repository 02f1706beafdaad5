package io.windrow.examples.samples.pipeline;

import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.pipeline.LatencyStage;
import io.windrow.pipeline.TradingPipeline;
import java.time.Duration;
import org.HdrHistogram.Histogram;

/** Where the time goes, counted from when an event was due. */
final class MeasuredLatency {

    private MeasuredLatency() {
    }

    static void run() {
        InstrumentRegistry instruments = new InstrumentRegistry(1);
        int btc = instruments.register("BTCUSDT", 2, 5).id();
        OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
        // docs:begin
        try (memory; TradingPipeline pipeline = TradingPipeline.builder().memory(memory).instruments(instruments)
            .forLatency().measureLatency().build().start()) {
            long due = System.nanoTime();
            for (int i = 0; i < 100; i++) {
                pipeline.publishTrade(btc, 1_000 + i, 6_183_763, 2_000, i, 1, due + i * 10_000L);
            }
            pipeline.awaitDrained(Duration.ofSeconds(10));
            Histogram total = pipeline.latency(LatencyStage.TOTAL);
            System.out.println(total.getTotalCount() + " events, p99 known: " + (total.getValueAtPercentile(99) >= 0));
        }
        // docs:end
    }
}
