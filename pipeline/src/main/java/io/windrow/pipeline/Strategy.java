package io.windrow.pipeline;

import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.TradeWindow;

/**
 * What an author writes. Every method is called by the pipeline's consumer thread, so a strategy needs no locks; it must not
 * block. An exception is counted and the first one kept by the pipeline, which goes on with the next strategy.
 */
public interface Strategy {

    /**
     * Called once before the first event: the place to ask for indicators.
     *
     * @param context the windows, and the way out for signals.
     */
    default void onStart(StrategyContext context) {
    }

    /**
     * A trade has been put into its trade window and into the forming candle.
     *
     * @param trades  the window; index 0 is the trade.
     * @param context the windows, and the way out for signals.
     */
    default void onTrade(TradeWindow trades, StrategyContext context) {
    }

    /**
     * A candle has closed and the indicators of its window are updated. Coarser frames follow finer ones.
     *
     * @param candles the window; index 0 is the candle.
     * @param context the windows, and the way out for signals.
     */
    default void onCandle(CandleWindow candles, StrategyContext context) {
    }

    /**
     * The clock has ticked, and candles that ended are closed.
     *
     * @param nowNanos the time of the tick, nanoseconds since the epoch.
     * @param context  the windows, and the way out for signals.
     */
    default void onClock(long nowNanos, StrategyContext context) {
    }
}
