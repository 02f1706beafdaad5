package io.windrow.pipeline;

import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.TradeWindow;

/** Counts what it is told, and whether the trades' numbers were 1, 2, 3… */
class Counting implements Strategy {

    volatile long trades;
    volatile long candles;
    volatile long ticks;
    volatile long outOfOrder;

    @Override
    public void onTrade(TradeWindow window, StrategyContext context) {
        long number = trades + 1;
        if (window.tradeId(0) != number) {
            outOfOrder = outOfOrder + 1;
        }
        trades = number;
    }

    @Override
    public void onCandle(CandleWindow window, StrategyContext context) {
        candles = candles + 1;
    }

    @Override
    public void onClock(long nowNanos, StrategyContext context) {
        ticks = ticks + 1;
    }
}
