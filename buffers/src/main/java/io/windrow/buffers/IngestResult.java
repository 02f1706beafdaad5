package io.windrow.buffers;

/** What became of a trade that was put into candles. */
public enum IngestResult {
    /** It is in the forming candle. */
    ACCEPTED,
    /** Its candle has closed already; it was left out and counted. */
    LATE_DROPPED
}
