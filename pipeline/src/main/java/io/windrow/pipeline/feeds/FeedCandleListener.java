package io.windrow.pipeline.feeds;

/**
 * Receives candles of a feed as plain numbers, so that nothing has to be made to hand one over. Called on the thread that replays.
 * The candles are what somebody else made of trades; for those that close in a window see {@link io.windrow.buffers.CandleListener}.
 */
@FunctionalInterface
public interface FeedCandleListener {

    /**
     * One closed candle; low is at most high, and open and close lie between them. Which of the last four numbers the feed has is
     * said by {@link FileCandleSource#has}; those that it has not are 0.
     *
     * @param instrumentId        dense id of the instrument in the feed's registry.
     * @param openTimeNanos       when it opened, nanoseconds since 1970-01-01 UTC.
     * @param open                first price, mantissa at the instrument's price scale, as the three that follow.
     * @param high                highest price.
     * @param low                 lowest price.
     * @param close               last price.
     * @param volume              sum of quantities, mantissa at the instrument's quantity scale; never negative.
     * @param quoteVolume         sum of price times quantity, mantissa at the instrument's scale of quote volumes; never negative.
     * @param count               how many trades; never negative.
     * @param takerBuyVolume      part of the volume in which the buyer took the initiative; never negative.
     * @param takerBuyQuoteVolume part of the quote volume in which the buyer took the initiative; never negative.
     */
    void onCandle(int instrumentId, long openTimeNanos, long open, long high, long low, long close, long volume, long quoteVolume,
        long count, long takerBuyVolume, long takerBuyQuoteVolume);
}
