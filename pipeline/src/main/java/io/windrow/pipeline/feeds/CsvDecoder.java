package io.windrow.pipeline.feeds;

import io.windrow.buffers.Side;

/** Lines of comma-separated values whose columns, time unit and day the options name. A first line without a time is a header. */
final class CsvDecoder implements LineDecoder {

    private static final int MAX_SYMBOL_BYTES = 64;
    private static final int NO_SIDE = 2;

    private final CsvRow row;
    private final CsvClock clock;
    private final FeedContent content;
    private final int needed;
    private final int time;
    /** The amounts that the lines hold, and in which column each stands. */
    private final FeedColumn[] amounts;
    private final int[] positions;
    private final int side;
    private final int id;
    private final int symbol;
    private boolean first = true;

    CsvDecoder(CsvColumns columns, CsvClock clock) {
        this.clock = clock;
        content = columns.content();
        needed = columns.used();
        row = new CsvRow(needed);
        time = columns.position(FeedColumn.TIME);
        amounts = columns.amounts();
        positions = new int[amounts.length];
        for (int i = 0; i < amounts.length; i++) {
            positions[i] = columns.position(amounts[i]);
        }
        side = columns.position(FeedColumn.SIDE);
        id = columns.position(FeedColumn.ID);
        symbol = columns.position(FeedColumn.SYMBOL);
    }

    @Override
    public void restart() {
        first = true;
    }

    @Override
    public LineStatus decode(byte[] text, int from, int to, RowFields into) {
        into.clear();
        int found = row.split(text, from, to);
        if (found == 1 && row.from(0) == row.to(0)) {
            return into.skipped(Reasons.BLANK);
        }
        boolean mayBeHeader = first;
        first = false;
        if (mayBeHeader && isHeader(text, found, from, to)) {
            return into.skipped(Reasons.HEADER);
        }
        if (found < needed) {
            return into.bad(found == CsvRow.BROKEN_QUOTES ? Reasons.QUOTES : Reasons.TOO_FEW_COLUMNS);
        }
        long nanos = clock.nanos(text, row.from(time), row.to(time));
        if (nanos < 0) {
            return into.bad(CsvClock.reason(nanos));
        }
        into.setContent(content);
        into.setTimeNanos(nanos);
        into.set(FeedColumn.TIME, row.from(time), row.to(time));
        for (int i = 0; i < amounts.length; i++) {
            into.set(amounts[i], row.from(positions[i]), row.to(positions[i]));
        }
        return rest(text, into);
    }

    private LineStatus rest(byte[] text, RowFields into) {
        if (side != CsvColumns.ABSENT) {
            int code = side(text, row.from(side), row.to(side));
            if (code == NO_SIDE) {
                return into.bad(Reasons.SIDE_UNKNOWN);
            }
            into.setSideCode(code);
        }
        if (id != CsvColumns.ABSENT && row.from(id) < row.to(id)) {
            long number = Epochs.digits(text, row.from(id), row.to(id));
            if (number < 0) {
                return into.bad(Reasons.ID_NOT_A_NUMBER);
            }
            into.setTradeId(number);
        }
        if (symbol != CsvColumns.ABSENT) {
            into.set(FeedColumn.SYMBOL, row.from(symbol), row.to(symbol));
            int length = row.to(symbol) - row.from(symbol);
            if (length == 0 || length > MAX_SYMBOL_BYTES) {
                return into.bad(length == 0 ? Reasons.EMPTY_SYMBOL : Reasons.LONG_SYMBOL);
            }
        }
        return LineStatus.ROW;
    }

    /** Told by the time, as a symbol in the first column does not begin like a number either. */
    private boolean isHeader(byte[] text, int found, int from, int to) {
        if (found > time) {
            return !beginsNumber(text, row.from(time), row.to(time));
        }
        return !beginsNumber(text, text[from] == '"' ? from + 1 : from, to);
    }

    private static boolean beginsNumber(byte[] text, int from, int to) {
        return from < to && (text[from] >= '0' && text[from] <= '9' || text[from] == '-' || text[from] == '+' || text[from] == '.');
    }

    /** An empty field says nothing, and so is no error. */
    private static int side(byte[] text, int from, int to) {
        if (from == to) {
            return Side.UNKNOWN.code();
        }
        if (isEither(text, from, to, "buy", 'b') || to - from == 1 && text[from] == '1') {
            return Side.BUY.code();
        }
        boolean minusOne = to - from == 2 && text[from] == '-' && text[from + 1] == '1';
        return minusOne || isEither(text, from, to, "sell", 's') ? Side.SELL.code() : NO_SIDE;
    }

    private static boolean isEither(byte[] text, int from, int to, String word, char letter) {
        return to - from == 1 ? (text[from] | 0x20) == letter : Words.isWord(text, from, to, word);
    }
}
