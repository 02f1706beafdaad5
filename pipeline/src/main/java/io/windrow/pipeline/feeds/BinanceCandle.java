package io.windrow.pipeline.feeds;

/** Reads the object {@code k} of a Binance {@code kline} event. Only a candle that is closed is a row; the time is that of its opening. */
final class BinanceCandle {

    private static final int OPEN_TIME = 0;
    private static final int CLOSED = 1;
    private static final int FIRST_AMOUNT = 2;
    private static final FeedColumn[] AMOUNTS = {
        FeedColumn.OPEN, FeedColumn.HIGH, FeedColumn.LOW, FeedColumn.CLOSE, FeedColumn.VOLUME, FeedColumn.QUOTE_VOLUME, FeedColumn.COUNT,
        FeedColumn.TAKER_BUY_VOLUME, FeedColumn.TAKER_BUY_QUOTE_VOLUME,
    };

    private final JsonFields fields = new JsonFields("t", "x", "o", "h", "l", "c", "v", "q", "n", "V", "Q");

    void clear() {
        fields.begin();
    }

    /** Reads the object that the cursor has just entered; false if the text is no JSON. */
    boolean read(byte[] text, JsonCursor json) {
        fields.begin();
        return fields.rest(text, json);
    }

    boolean hasEscapedKey() {
        return fields.hasEscapedKey();
    }

    LineStatus finish(byte[] text, JsonFields event, RowFields into) {
        String fault = event.symbol(BinanceFields.SYMBOL, into);
        if (fault != null) {
            return into.bad(fault);
        }
        if (fields.kind(CLOSED) != JsonCursor.TRUE) {
            return fields.kind(CLOSED) == JsonCursor.FALSE ? into.skipped(Reasons.CANDLE_OPEN) : into.bad(fields.missing(CLOSED));
        }
        for (int i = 0; i < AMOUNTS.length; i++) {
            fault = fields.amount(FIRST_AMOUNT + i, AMOUNTS[i], into);
            if (fault != null) {
                return into.bad(fault);
            }
        }
        if (!fields.isNumber(OPEN_TIME)) {
            return into.bad(fields.missing(OPEN_TIME));
        }
        long nanos = Epochs.nanos(text, fields.from(OPEN_TIME), fields.to(OPEN_TIME));
        if (nanos < 0) {
            return into.bad(Epochs.reason(nanos));
        }
        into.setContent(FeedContent.CANDLES);
        into.setTimeNanos(nanos);
        return LineStatus.ROW;
    }
}
