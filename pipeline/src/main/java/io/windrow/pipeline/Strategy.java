package io.windrow.pipeline;

import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.QuoteWindow;
import io.windrow.buffers.TradeWindow;
import io.windrow.buffers.indicators.IndicatorSpec;
import java.util.List;

/**
 * What an author writes. Every method is called by one thread of the pipeline, so a strategy needs no locks; it must not
 * block. An exception is counted and described; what follows is {@link OnFault}'s choice.
 *
 * <p>A strategy that decides by its windows, its events' times and nothing else sends the same signals in every replay of the same
 * data. With several shards each has a strategy of its own, which sees the instruments of that shard.
 */
public interface Strategy {

    /**
     * The indicators it looks at, kept for every candle window. Their bytes are in {@link PipelineBuilder#plan()}, so it is asked before
     * anything is allocated, and again; the answer must stay the same, and be that of every shard's strategy.
     *
     * @return what {@link StrategyContext#indicator} may be asked for; by default nothing.
     */
    default List<IndicatorSpec> indicators() {
        return List.of();
    }

    /**
     * Called once before the first event: the place to ask for indicators and objects per window.
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
     * A quote has been put into its quote window.
     *
     * @param quotes  the window; index 0 is the quote.
     * @param context the windows, and the way out for signals.
     */
    default void onQuote(QuoteWindow quotes, StrategyContext context) {
    }

    /**
     * A level of an order book has changed. Windrow keeps no book.
     *
     * @param depth   the event: side, price, quantity, update id, flags; to be read during the call only.
     * @param context the windows, and the way out for signals.
     */
    default void onDepth(MarketEvent depth, StrategyContext context) {
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
     * The clock has ticked, and candles that ended are closed. Signals for several instruments are to be sent by ascending id, lest their
     * order depend on the number of shards.
     *
     * @param nowNanos the time of the tick, nanoseconds since the epoch.
     * @param context  the windows, and the way out for signals.
     */
    default void onClock(long nowNanos, StrategyContext context) {
    }
}
