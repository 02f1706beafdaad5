package io.windrow.pipeline.feeds;

/** What a line turned out to be. */
public enum LineStatus {
    /** A row: a trade, a quote, a candle or a level of a book; its parts are in the fields. */
    ROW,
    /** Well-formed, and not for us: another stream, a header, a blank line. The fields say which. */
    SKIPPED,
    /** Should have been a row and is not. The fields say why. */
    BAD
}
