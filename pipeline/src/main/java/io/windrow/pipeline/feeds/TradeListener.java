package io.windrow.pipeline.feeds;

/** Receives trades as plain numbers, so that nothing has to be made to hand one over. Called on the thread that replays. */
@FunctionalInterface
public interface TradeListener {

    /**
     * One trade.
     *
     * @param instrumentId dense id of the instrument in the feed's registry.
     * @param timeNanos    when the exchange says it happened, nanoseconds since 1970-01-01 UTC.
     * @param price        mantissa at the instrument's price scale; spreads may trade at zero and below.
     * @param quantity     mantissa at the instrument's quantity scale; never negative.
     * @param tradeId      the exchange's number, 0 where it gives none.
     * @param sideCode     who took the initiative, as {@link io.windrow.buffers.Side#code()}.
     */
    void onTrade(int instrumentId, long timeNanos, long price, long quantity, long tradeId, int sideCode);
}
