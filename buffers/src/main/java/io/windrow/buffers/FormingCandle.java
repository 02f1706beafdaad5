package io.windrow.buffers;

/**
 * The candle that is forming: twelve fields on the heap, as they change with every trade and a field costs half of what an access off
 * the heap does. Its row is written when it closes. Sums are not checked here: {@link TradeAggregator#addUnderWay} does that for the
 * largest candle under way.
 */
final class FormingCandle {

    /** Whether the window keeps what is beyond the volume. */
    private final boolean full;
    private boolean exists;
    long openTime;
    long open;
    long high;
    long low;
    long close;
    long volume;
    long quoteVolume;
    long tradeCount;
    long takerBuyVolume;
    long takerBuyQuoteVolume;
    /** When its first and its last trade happened: a trade that comes out of order may be neither. */
    long firstTrade;
    long lastTrade;

    FormingCandle(boolean full) {
        this.full = full;
    }

    boolean exists() {
        return exists;
    }

    /** Ends it. Its fields stay as they are until the next one starts. */
    void clear() {
        exists = false;
    }

    /** Starts with a trade. */
    void start(long openTimeNanos, long timeNanos, long price, long quantity, long quote, int sideCode) {
        start(openTimeNanos, timeNanos, timeNanos, price, price, price, price, quantity);
        if (full) {
            addTradeSums(quantity, quote, sideCode);
        }
    }

    private void start(long openTimeNanos, long first, long last, long newOpen, long newHigh, long newLow, long newClose, long newVolume) {
        exists = true;
        openTime = openTimeNanos;
        firstTrade = first;
        lastTrade = last;
        open = newOpen;
        high = newHigh;
        low = newLow;
        close = newClose;
        volume = newVolume;
        quoteVolume = 0;
        tradeCount = 0;
        takerBuyVolume = 0;
        takerBuyQuoteVolume = 0;
    }

    /** Takes a trade. The open is the earliest and the close the latest, in whatever order they come. */
    void addTrade(long timeNanos, long price, long quantity, long quote, int sideCode) {
        high = Math.max(high, price);
        low = Math.min(low, price);
        if (timeNanos >= lastTrade) {
            lastTrade = timeNanos;
            close = price;
        } else if (timeNanos < firstTrade) {
            firstTrade = timeNanos;
            open = price;
        }
        volume += quantity;
        if (full) {
            addTradeSums(quantity, quote, sideCode);
        }
    }

    private void addTradeSums(long quantity, long quote, int sideCode) {
        tradeCount++;
        quoteVolume += quote;
        if (sideCode == Side.BUY.code()) {
            takerBuyVolume += quantity;
            takerBuyQuoteVolume += quote;
        }
    }

    /** The prices and the volume of a whole candle; {@link #addSums} is to follow. As with trades, the order of times decides. */
    void addCandle(long openTimeNanos, long first, long last, long newOpen, long newHigh, long newLow, long newClose, long newVolume) {
        if (!exists()) {
            start(openTimeNanos, first, last, newOpen, newHigh, newLow, newClose, newVolume);
            return;
        }
        high = Math.max(high, newHigh);
        low = Math.min(low, newLow);
        if (last >= lastTrade) {
            close = newClose;
            lastTrade = last;
        }
        if (first < firstTrade) {
            open = newOpen;
            firstTrade = first;
        }
        volume += newVolume;
    }

    void addSums(long quote, long trades, long takerBuy, long takerBuyQuote) {
        quoteVolume += quote;
        tradeCount += trades;
        takerBuyVolume += takerBuy;
        takerBuyQuoteVolume += takerBuyQuote;
    }

    /** Takes a candle that has just closed in a finer frame, whose fields are still as they were. */
    void addClosed(long openTimeNanos, FormingCandle finer) {
        addCandle(openTimeNanos, finer.firstTrade, finer.lastTrade, finer.open, finer.high, finer.low, finer.close, finer.volume);
        addSums(finer.quoteVolume, finer.tradeCount, finer.takerBuyVolume, finer.takerBuyQuoteVolume);
    }

    long value(CandleField field) {
        return switch (field) {
            case OPEN_TIME -> openTime;
            case OPEN -> open;
            case HIGH -> high;
            case LOW -> low;
            case CLOSE -> close;
            case VOLUME -> volume;
            case QUOTE_VOLUME -> quoteVolume;
            case TRADE_COUNT -> tradeCount;
            case TAKER_BUY_VOLUME -> takerBuyVolume;
            case TAKER_BUY_QUOTE_VOLUME -> takerBuyQuoteVolume;
        };
    }
}
