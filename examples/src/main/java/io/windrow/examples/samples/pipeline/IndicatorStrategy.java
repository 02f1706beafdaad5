package io.windrow.examples.samples.pipeline;

import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.Side;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.indicators.Ema;
import io.windrow.buffers.indicators.Indicator;
import io.windrow.buffers.indicators.IndicatorSet;
import io.windrow.buffers.indicators.IndicatorSpec;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.pipeline.PerWindow;
import io.windrow.pipeline.PipelineBuilder;
import io.windrow.pipeline.Strategy;
import io.windrow.pipeline.StrategyContext;
import io.windrow.pipeline.TradingPipeline;
import java.util.List;

/** A strategy that looks at an indicator. */
final class IndicatorStrategy {

    private static final long SECOND_NANOS = 1_000_000_000L;

    private IndicatorStrategy() {
    }

    static void run() {
        InstrumentRegistry instruments = new InstrumentRegistry(1);
        int btc = instruments.register("BTCUSDT", 2, 5).id();
        // docs:begin
        class BelowAverage implements Strategy {
            private static final IndicatorSpec AVERAGE = Ema.of(3);
            private PerWindow<Indicator> average;
            @Override
            public List<IndicatorSpec> indicators() {
                return List.of(AVERAGE);
            }
            @Override
            public void onStart(StrategyContext context) {
                average = context.indicator(AVERAGE);
            }
            @Override
            public void onCandle(CandleWindow candles, StrategyContext context) {
                if (candles.closeAsDouble(0) < average.of(candles).value()) {
                    context.signal(candles, Side.BUY);
                }
            }
        }
        PipelineBuilder plan = TradingPipeline.builder().instruments(instruments).timeframes(Timeframe.seconds(1))
            .strategy(new BelowAverage()).sink(signal -> {
                System.out.println(signal.side() + " at " + signal.price());
                signal.close();
            });
        System.out.println(plan.plan().bytes(IndicatorSet.TAG) + " bytes for indicators");
        try (OffHeapMemory memory = OffHeapMemory.withBudget(plan.plannedBytes());
            TradingPipeline pipeline = plan.memory(memory).build().start()) {
            for (int i = 0; i < 5; i++) {
                pipeline.publishTrade(btc, i * SECOND_NANOS, 10_000 - 100 * i, 1, i, Side.BUY.code());
            }
        }
        // docs:end
    }
}
