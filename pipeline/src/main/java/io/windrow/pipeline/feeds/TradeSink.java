package io.windrow.pipeline.feeds;

/** What a feed does with the lines that were decoded as trades: it may still turn one down. */
interface TradeSink {

    /** Tells that a file begins, and the symbol of its lines that name none. */
    void begin(byte[] symbol);

    /** Takes a trade, or gives it a reason to be skipped or bad. */
    LineStatus accept(byte[] text, TradeFields fields);
}
