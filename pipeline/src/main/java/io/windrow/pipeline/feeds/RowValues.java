package io.windrow.pipeline.feeds;

import io.windrow.buffers.Decimals;

/** The amounts of one row as mantissas, each at the scale of its kind; to be used again for the next row. */
final class RowValues {

    private final FeedColumn[] amounts;
    private final boolean candles;
    private final int hiddenPriceDecimals;
    private final int[] scales = new int[AmountKind.values().length];
    private final long[] values = new long[FeedColumn.values().length];
    private FeedColumn tooPrecise;

    RowValues(FeedOptions options) {
        amounts = options.content().amounts();
        candles = options.content() == FeedContent.CANDLES;
        hiddenPriceDecimals = options.priceScaleDigits();
    }

    /** Sets the scale at which the amounts of a kind are read; counts stay whole. */
    void setScale(AmountKind kind, int decimals) {
        scales[kind.ordinal()] = decimals;
    }

    /** Reads all amounts of the row at the scales that were set, and says what is wrong with it, or null. */
    String read(byte[] text, RowFields fields) {
        tooPrecise = null;
        for (FeedColumn column : amounts) {
            long parsed = fields.has(column) ? parse(text, fields, column) : 0;
            // Only a negative number can be an error code, and most are none.
            String fault = parsed < 0 ? column.fault(parsed) : null;
            if (fault != null) {
                tooPrecise = parsed == Decimals.TOO_PRECISE ? column : null;
                return fault;
            }
            values[column.ordinal()] = parsed;
        }
        return candles ? candleFault() : null;
    }

    /** The column whose scale was too coarse for the row just read, or null if that was not what was wrong. */
    FeedColumn tooPrecise() {
        return tooPrecise;
    }

    /** The mantissa; 0 if the row lacks the column. */
    long get(FeedColumn column) {
        return values[column.ordinal()];
    }

    private long parse(byte[] text, RowFields fields, FeedColumn column) {
        int hidden = column.kind() == AmountKind.PRICE ? hiddenPriceDecimals : 0;
        return Mantissas.parse(text, fields.from(column), fields.to(column), scales[column.kind().ordinal()], hidden);
    }

    private String candleFault() {
        long high = get(FeedColumn.HIGH);
        long low = get(FeedColumn.LOW);
        if (low > high) {
            return Reasons.LOW_ABOVE_HIGH;
        }
        long open = get(FeedColumn.OPEN);
        if (open < low || open > high) {
            return Reasons.OPEN_OUTSIDE;
        }
        long close = get(FeedColumn.CLOSE);
        return close < low || close > high ? Reasons.CLOSE_OUTSIDE : null;
    }
}
