package io.windrow.pipeline.feeds;

/** What a line turned out to be. */
public enum LineStatus {
    /** A trade; its parts are in the fields. */
    TRADE,
    /** Well-formed, and not for us: another stream, a header, a blank line. The fields say which. */
    SKIPPED,
    /** Should have been a trade and is not. The fields say why. */
    BAD
}
