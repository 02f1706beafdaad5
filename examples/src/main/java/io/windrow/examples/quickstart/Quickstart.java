package io.windrow.examples.quickstart;

import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.Side;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.pipeline.Strategy;
import io.windrow.pipeline.StrategyContext;
import io.windrow.pipeline.TradingPipeline;

/** One instrument, one strategy, a few trades, a signal. */
public final class Quickstart {

    private static final long SECOND_NANOS = 1_000_000_000L;

    private Quickstart() {
    }

    /**
     * Runs it.
     *
     * @param args none.
     */
    public static void main(String[] args) {
        // docs:begin
        class Breakout implements Strategy {
            @Override public void onCandle(CandleWindow candles, StrategyContext context) {
                if (candles.size() > 1 && candles.close(0) > candles.high(1)) { context.signal(candles, Side.BUY); }
            }
        }
        InstrumentRegistry instruments = new InstrumentRegistry(1);
        int btc = instruments.register("BTCUSDT", 2, 5).id(); // prices with 2 decimals, quantities with 5
        try (OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20);
            TradingPipeline pipeline = TradingPipeline.builder().memory(memory).instruments(instruments).strategy(new Breakout())
                .sink(signal -> { try (signal) { System.out.println(signal.side() + " at " + signal.price()); } }).build().start()) {
            for (int i = 0; i < 4; i++) { pipeline.publishTrade(btc, i * SECOND_NANOS, 6183763 + 50 * i, 2000, i, Side.BUY.code()); }
        }
        // docs:end
    }
}
