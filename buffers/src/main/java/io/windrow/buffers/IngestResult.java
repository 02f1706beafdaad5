package io.windrow.buffers;

/** What became of a trade that was put into candles. Each result has a counter: {@link TradeAggregator#count}. */
public enum IngestResult {
    /** It is in the candle that was forming. */
    ACCEPTED,
    /** It came late and is in the candle it belongs to; listeners were told of each closed candle that changed. */
    LATE_MERGED,
    /** It came late and was left out: by policy, or later than allowed, or there is no candle it could be put into. */
    LATE_DROPPED,
    /** It came late and was left out with an exception, so this result is only ever counted. */
    LATE_REJECTED,
    /** A trade with its number was counted already; it was left out. */
    DUPLICATE,
    /** Its number is older than all that are remembered, so that it cannot be told whether it was counted already; it was left out. */
    STALE_ID
}
