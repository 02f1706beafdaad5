package io.windrow.pipeline.feeds;

/** Receives quotes as plain numbers, so that nothing has to be made to hand one over. Called on the thread that replays. */
@FunctionalInterface
public interface QuoteListener {

    /**
     * The best bid and ask at a moment. They may be crossed, the ask below the bid. Where a side is not quoted, many recordings
     * write 0; that is passed on as it is.
     *
     * @param instrumentId dense id of the instrument in the feed's registry.
     * @param timeNanos    when the exchange says it was, nanoseconds since 1970-01-01 UTC.
     * @param bid          mantissa at the instrument's price scale.
     * @param bidSize      mantissa at the instrument's quantity scale; 0 where the feed gives no sizes.
     * @param ask          mantissa at the instrument's price scale.
     * @param askSize      mantissa at the instrument's quantity scale; 0 where the feed gives no sizes.
     */
    void onQuote(int instrumentId, long timeNanos, long bid, long bidSize, long ask, long askSize);
}
