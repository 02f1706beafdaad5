package io.windrow.pipeline.feeds;

/** What a feed does with the lines that were decoded as rows: it may still turn one down. */
interface RowSink {

    /** Tells that a file begins, and the symbol of its lines that name none. */
    void begin(byte[] symbol);

    /** Takes a row, or gives it a reason to be skipped or bad. */
    LineStatus accept(byte[] text, RowFields fields);
}
