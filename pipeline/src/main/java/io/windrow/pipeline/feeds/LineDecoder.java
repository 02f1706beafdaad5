package io.windrow.pipeline.feeds;

/**
 * Finds the parts of a trade, a quote, a candle or a level of a book in one line of text, where the line stands: nothing is copied and
 * nothing is made.
 *
 * <p>A decoder never throws on any text. It may keep state between the lines of one file (whether a header can still come), so
 * each reading thread has its own.
 */
public interface LineDecoder {

    /** Tells that the next line is the first of a file. */
    default void restart() {
    }

    /**
     * Tells when the next line came, for messages that hold no time themselves. It counts for that line alone, and before a time that the
     * line itself begins with.
     *
     * @param nanos nanoseconds since 1970-01-01 UTC, positive.
     */
    default void receivedAt(long nanos) {
    }

    /**
     * Decodes one line.
     *
     * @param text holds the line.
     * @param from its first byte.
     * @param to   behind its last byte; the line's end is not part of it.
     * @param into receives the parts, or the reason.
     * @return what the line is.
     */
    LineStatus decode(byte[] text, int from, int to, RowFields into);

    /**
     * Decodes the next row of the line that {@link #decode} was given last, for messages that hold several. The text must be unchanged.
     *
     * @param into receives the parts, or the reason.
     * @return what the row is; null if the line holds no more.
     */
    default LineStatus more(RowFields into) {
        return null;
    }
}
