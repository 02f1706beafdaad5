package io.windrow.examples.samples.pipeline;

import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.TradeWindow;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.pipeline.OnFault;
import io.windrow.pipeline.StopReport;
import io.windrow.pipeline.Strategy;
import io.windrow.pipeline.StrategyContext;
import io.windrow.pipeline.TradingPipeline;
import java.time.Duration;

/** Started, stopped, started again, and what became of a strategy that threw. */
final class LifeOfAPipeline {

    private LifeOfAPipeline() {
    }

    static void run() {
        InstrumentRegistry instruments = new InstrumentRegistry(1);
        int btc = instruments.register("BTCUSDT", 2, 5).id();
        Strategy mine = new Strategy() {
            @Override
            public void onTrade(TradeWindow trades, StrategyContext context) {
                if (trades.tradeId(0) == 2) {
                    throw new IllegalStateException("no plan for this");
                }
            }
        };
        // docs:begin
        try (OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
            TradingPipeline pipeline = TradingPipeline.builder().memory(memory).instruments(instruments)
                .strategy(mine).onFault(OnFault.DISABLE_STRATEGY).build()) {
            for (int day = 1; day <= 2; day++) {
                pipeline.start();
                for (int id = 1; id <= 3; id++) {
                    pipeline.publishTrade(btc, 1_000, 6_183_763, 2_000, id, 1);
                }
                StopReport report = pipeline.stop(Duration.ofSeconds(10));
                System.out.println(report.left() + " left, " + pipeline.trades(btc).size() + " trades kept");
            }
            System.out.println(pipeline.faultCount() + " fault, " + pipeline.disabledStrategies() + " strategy disabled");
            System.out.println(pipeline.faults().get(0).event());
        }
        // docs:end
    }
}
