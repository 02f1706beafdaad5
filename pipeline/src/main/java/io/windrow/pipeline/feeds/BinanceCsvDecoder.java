package io.windrow.pipeline.feeds;

import io.windrow.buffers.Side;

/**
 * Lines of Binance's public files, trades or aggregated trades: spot has one column more than futures, futures files from about
 * 2022 on begin with a header, times are milliseconds or, for spot from 2025 on, microseconds. All of that is told by the line itself.
 */
final class BinanceCsvDecoder implements TradeDecoder {

    private static final int TRADES_FUTURES_COLUMNS = 6;
    private static final int TRADES_TIME = 4;
    private static final int AGGREGATES_FUTURES_COLUMNS = 7;
    private static final int AGGREGATES_TIME = 5;

    private static final int ID = 0;
    private static final int PRICE = 1;
    private static final int QUANTITY = 2;

    private final boolean aggregated;
    private final int futuresColumns;
    private final int time;
    private final CsvRow row;
    private boolean first = true;

    BinanceCsvDecoder(boolean aggregated) {
        this.aggregated = aggregated;
        futuresColumns = aggregated ? AGGREGATES_FUTURES_COLUMNS : TRADES_FUTURES_COLUMNS;
        time = aggregated ? AGGREGATES_TIME : TRADES_TIME;
        // One more than spot has, so that a line with too many is seen.
        row = new CsvRow(futuresColumns + 2);
    }

    @Override
    public void restart() {
        first = true;
    }

    @Override
    public LineStatus decode(byte[] text, int from, int to, TradeFields into) {
        into.clear();
        int columns = row.split(text, from, to);
        if (columns == 1 && row.from(0) == row.to(0)) {
            return into.skipped(Reasons.BLANK);
        }
        boolean mayBeHeader = first;
        first = false;
        if (columns != futuresColumns && columns != futuresColumns + 1) {
            return into.bad(columns == CsvRow.BROKEN_QUOTES ? Reasons.QUOTES : Reasons.COLUMNS);
        }
        long id = Epochs.digits(text, row.from(ID), row.to(ID));
        if (id < 0) {
            boolean header = mayBeHeader && !isDigit(text, row.from(ID), row.to(ID));
            return header ? into.skipped(Reasons.HEADER) : into.bad(Reasons.ID_NOT_A_NUMBER);
        }
        into.setTradeId(id);
        return amounts(text, into);
    }

    private LineStatus amounts(byte[] text, TradeFields into) {
        long nanos = Epochs.nanos(text, row.from(time), row.to(time));
        if (nanos < 0) {
            return into.bad(Epochs.reason(nanos));
        }
        int maker = flag(text, row.from(time + 1), row.to(time + 1));
        if (maker == 0) {
            return into.bad(Reasons.MAKER_NOT_BOOLEAN);
        }
        into.setTimeNanos(nanos);
        into.setPrice(row.from(PRICE), row.to(PRICE));
        into.setQuantity(row.from(QUANTITY), row.to(QUANTITY));
        into.setSideCode(maker > 0 ? Side.SELL.code() : Side.BUY.code());
        into.setAggregated(aggregated);
        return LineStatus.TRADE;
    }

    private static boolean isDigit(byte[] text, int from, int to) {
        return from < to && text[from] >= '0' && text[from] <= '9';
    }

    /** 1 for true, -1 for false, 0 for neither; in any case, as spot writes {@code True} and futures {@code true}. */
    private static int flag(byte[] text, int from, int to) {
        if (to - from == 4) {
            return Words.isWord(text, from, to, "true") ? 1 : 0;
        }
        return Words.isWord(text, from, to, "false") ? -1 : 0;
    }
}
