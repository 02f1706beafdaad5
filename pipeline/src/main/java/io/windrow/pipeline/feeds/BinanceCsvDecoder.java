package io.windrow.pipeline.feeds;

/**
 * Lines of Binance's public files. Each kind of file has one column more in one form than in the other, futures files from about
 * 2022 on begin with a header, times are milliseconds or, for spot from 2025 on, microseconds. All of that is told by the line itself.
 */
abstract class BinanceCsvDecoder implements LineDecoder {

    private final int fewestColumns;
    private final CsvRow row;
    private boolean first = true;

    BinanceCsvDecoder(int fewestColumns) {
        this.fewestColumns = fewestColumns;
        // One more than the longer form has, so that a line with too many is seen.
        row = new CsvRow(fewestColumns + 2);
    }

    /** Decodes a line that has as many columns as it should and is no header. */
    abstract LineStatus decode(byte[] text, CsvRow columns, RowFields into);

    /** Decodes a line that is as most are, of which nothing need be said; false if it is another, which is then looked at closely. */
    abstract boolean isQuick(byte[] text, int from, int to, RowFields into);

    @Override
    public final void restart() {
        first = true;
    }

    @Override
    public final LineStatus decode(byte[] text, int from, int to, RowFields into) {
        into.clear();
        if (isQuick(text, from, to, into)) {
            first = false;
            return LineStatus.ROW;
        }
        int columns = row.split(text, from, to);
        if (columns == 1 && row.from(0) == row.to(0)) {
            return into.skipped(Reasons.BLANK);
        }
        boolean mayBeHeader = first;
        first = false;
        if (columns != fewestColumns && columns != fewestColumns + 1) {
            return into.bad(columns == CsvRow.BROKEN_QUOTES ? Reasons.QUOTES : Reasons.COLUMNS);
        }
        if (mayBeHeader && !isDigit(text, row.from(0), row.to(0))) {
            return into.skipped(Reasons.HEADER);
        }
        return decode(text, row, into);
    }

    private static boolean isDigit(byte[] text, int from, int to) {
        return from < to && text[from] >= '0' && text[from] <= '9';
    }
}
