package io.windrow.buffers;

/** What a window of time candles does about spans in which nothing traded. */
public enum GapPolicy {
    /** No candle: open times may jump. */
    OMIT,
    /**
     * A flat candle: open, high, low and close at the close before it, volume and counts zero. It says nothing of whether the market
     * was quiet or the feed dead, and is never merged into a coarser frame, whose candles hold trades only.
     */
    FLAT
}
