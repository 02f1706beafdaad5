package io.windrow.pipeline.feeds;

/**
 * Lines of Binance's public kline files: {@code open_time, open, high, low, close, volume, close_time, quote_volume, count,
 * taker_buy_volume, taker_buy_quote_volume}, and behind them one to be ignored, which may be absent. The closing time is not looked at.
 */
final class BinanceKlinesDecoder extends BinanceCsvDecoder {

    private static final int FEWEST_COLUMNS = 11;
    private static final int OPEN_TIME = 0;

    /** By position; null for what is not an amount, or not ours. */
    private static final FeedColumn[] AMOUNTS = {
        null, FeedColumn.OPEN, FeedColumn.HIGH, FeedColumn.LOW, FeedColumn.CLOSE, FeedColumn.VOLUME,
        null, FeedColumn.QUOTE_VOLUME, FeedColumn.COUNT, FeedColumn.TAKER_BUY_VOLUME, FeedColumn.TAKER_BUY_QUOTE_VOLUME,
    };

    BinanceKlinesDecoder() {
        super(FEWEST_COLUMNS);
    }

    @Override
    boolean isQuick(byte[] text, int from, int to, RowFields into) {
        return false;
    }

    @Override
    LineStatus decode(byte[] text, CsvRow row, RowFields into) {
        long nanos = Epochs.nanos(text, row.from(OPEN_TIME), row.to(OPEN_TIME));
        if (nanos < 0) {
            return into.bad(Epochs.reason(nanos));
        }
        into.setContent(FeedContent.CANDLES);
        into.setTimeNanos(nanos);
        into.set(FeedColumn.TIME, row.from(OPEN_TIME), row.to(OPEN_TIME));
        for (int i = 0; i < AMOUNTS.length; i++) {
            if (AMOUNTS[i] != null) {
                into.set(AMOUNTS[i], row.from(i), row.to(i));
            }
        }
        return LineStatus.ROW;
    }
}
