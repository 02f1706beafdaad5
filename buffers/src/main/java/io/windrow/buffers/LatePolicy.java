package io.windrow.buffers;

/** What becomes of a trade whose candle has closed, or whose time lies before the candle that is forming. */
public enum LatePolicy {
    /** It is left out and counted. */
    DROP,
    /** It is left out and counted, and a {@link LateTradeException} tells the caller. */
    REJECT,
    /** It is put into the candle it belongs to, in every frame, and the listener is told of each closed candle that changed. */
    MERGE
}
