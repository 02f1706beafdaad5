package io.windrow.pipeline.feeds;

/** Lines of Binance's public files of trades or aggregated trades: spot has one column more than futures. */
final class BinanceTradesDecoder extends BinanceCsvDecoder {

    private static final int TRADES_FUTURES_COLUMNS = 6;
    private static final int TRADES_TIME = 4;
    private static final int AGGREGATES_FUTURES_COLUMNS = 7;
    private static final int AGGREGATES_TIME = 5;

    private static final int ID = 0;
    private static final int PRICE = 1;
    private static final int QUANTITY = 2;

    private final boolean aggregated;
    private final int time;
    private final QuickTrade quick;

    BinanceTradesDecoder(boolean aggregated) {
        super(aggregated ? AGGREGATES_FUTURES_COLUMNS : TRADES_FUTURES_COLUMNS);
        this.aggregated = aggregated;
        time = aggregated ? AGGREGATES_TIME : TRADES_TIME;
        quick = new QuickTrade(aggregated);
    }

    @Override
    boolean isQuick(byte[] text, int from, int to, RowFields into) {
        return quick.read(text, from, to, into);
    }

    @Override
    LineStatus decode(byte[] text, CsvRow row, RowFields into) {
        long id = Epochs.digits(text, row.from(ID), row.to(ID));
        if (id < 0) {
            return into.bad(Reasons.ID_NOT_A_NUMBER);
        }
        long nanos = Epochs.nanos(text, row.from(time), row.to(time));
        if (nanos < 0) {
            return into.bad(Epochs.reason(nanos));
        }
        int maker = MakerFlag.read(text, row.from(time + 1), row.to(time + 1));
        if (maker == MakerFlag.NONE) {
            return into.bad(Reasons.MAKER_NOT_BOOLEAN);
        }
        into.setTradeId(id);
        into.setContent(FeedContent.TRADES);
        into.setTimeNanos(nanos);
        into.set(FeedColumn.PRICE, row.from(PRICE), row.to(PRICE));
        into.set(FeedColumn.QUANTITY, row.from(QUANTITY), row.to(QUANTITY));
        into.setSideCode(MakerFlag.sideCode(maker));
        into.setAggregated(aggregated);
        return LineStatus.ROW;
    }
}
