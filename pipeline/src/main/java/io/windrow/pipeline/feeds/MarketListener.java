package io.windrow.pipeline.feeds;

/**
 * Receives all that market data may be, as plain numbers, so that nothing has to be made to hand it over. Called on the thread that
 * replays or receives. A kind that is not overridden is let pass.
 */
public interface MarketListener extends TradeListener, QuoteListener, FeedCandleListener {

    /** Flag of a depth change: the first of its message. */
    int DEPTH_FIRST = 1;
    /** Flag of a depth change: the last of its message; only behind it the book is as the exchange says. */
    int DEPTH_LAST = 2;
    /** Flag of a depth change: part of a whole book; with {@link #DEPTH_FIRST}, all levels known before are void. */
    int DEPTH_SNAPSHOT = 4;

    @Override
    default void onTrade(int instrumentId, long timeNanos, long price, long quantity, long tradeId, int sideCode) {
    }

    @Override
    default void onQuote(int instrumentId, long timeNanos, long bid, long bidSize, long ask, long askSize) {
    }

    @Override
    default void onCandle(int instrumentId, long openTimeNanos, long open, long high, long low, long close, long volume,
        long quoteVolume, long count, long takerBuyVolume, long takerBuyQuoteVolume) {
    }

    /**
     * One level of an order book has changed. A message with several levels comes as several calls, in its order, with one time and one
     * update id.
     *
     * @param instrumentId dense id of the instrument in the feed's registry.
     * @param timeNanos    when the exchange says it was, nanoseconds since 1970-01-01 UTC.
     * @param sideCode     {@code BUY} for a bid, {@code SELL} for an ask, as {@link io.windrow.buffers.Side#code()}.
     * @param price        mantissa at the instrument's price scale.
     * @param quantity     what lies there now, mantissa at the instrument's quantity scale; 0 where the level is gone.
     * @param updateId     the exchange's number of the (last) update in the message, 0 where it gives none.
     * @param flags        sum of {@link #DEPTH_FIRST}, {@link #DEPTH_LAST} and {@link #DEPTH_SNAPSHOT}.
     */
    default void onDepth(int instrumentId, long timeNanos, int sideCode, long price, long quantity, long updateId, int flags) {
    }

    /**
     * The clock of the data has reached a time at which candles may close; called between rows, by a replay that was asked for it.
     *
     * @param nowNanos the time, nanoseconds since 1970-01-01 UTC; never before that of an earlier call.
     */
    default void onClock(long nowNanos) {
    }

    /**
     * Comes before each row and clock time of a paced replay and says when that was due, so that latency can be counted from then,
     * however late it is handed over.
     *
     * @param dueNanos as {@link System#nanoTime()}, which may have passed.
     */
    default void dueAt(long dueNanos) {
    }

    /** No more comes for now: the replay waits until the next row is due, or has ended. What was kept back is to be passed on. */
    default void flush() {
    }
}
