package io.windrow.pipeline.feeds;

import io.windrow.buffers.Decimals;
import io.windrow.buffers.Instrument;

/** The amounts of one row as mantissas, each at the scale of its kind; to be used again for the next row. */
final class RowValues {

    /** By the content's number. */
    private final FeedColumn[][] amounts = new FeedColumn[FeedContent.values().length][];
    /** Number of the kind by the number of the column. */
    private final int[] kinds = new int[FeedColumn.values().length];
    /** Decimals that integers hide, by the number of the kind. */
    private final int[] hidden = new int[AmountKind.values().length];
    private final int[] scales = new int[AmountKind.values().length];
    private final long[] values = new long[FeedColumn.values().length];
    private FeedColumn tooPrecise;

    RowValues(FeedOptions options) {
        for (FeedContent content : FeedContent.values()) {
            amounts[content.ordinal()] = content.amounts();
        }
        for (FeedColumn column : FeedColumn.values()) {
            kinds[column.ordinal()] = column.kind().ordinal();
        }
        hidden[AmountKind.PRICE.ordinal()] = options.priceScaleDigits();
    }

    /** Sets the scale at which the amounts of a kind are read; counts stay whole. */
    void setScale(AmountKind kind, int decimals) {
        scales[kind.ordinal()] = decimals;
    }

    /** Sets the scales at which the amounts of an instrument are read. */
    void setScales(Instrument instrument) {
        setScale(AmountKind.PRICE, instrument.priceDecimals());
        setScale(AmountKind.QUANTITY, instrument.quantityDecimals());
        setScale(AmountKind.QUOTE, instrument.quoteDecimals());
    }

    /** Reads all amounts of the row at the scales that were set, and says what is wrong with it, or null. */
    String read(byte[] text, RowFields fields) {
        tooPrecise = null;
        for (FeedColumn column : amounts(fields)) {
            int index = column.ordinal();
            long parsed = fields.has(column) ? parse(text, fields, column, kinds[index]) : 0;
            // Only a negative number can be an error code, and most are none.
            String fault = parsed < 0 ? column.fault(parsed) : null;
            if (fault != null) {
                tooPrecise = parsed == Decimals.TOO_PRECISE ? column : null;
                return fault;
            }
            values[index] = parsed;
        }
        return fields.content() == FeedContent.CANDLES ? candleFault() : null;
    }

    /** The columns of the row that are numbers at a scale. */
    FeedColumn[] amounts(RowFields fields) {
        return amounts[fields.content().ordinal()];
    }

    /** The column whose scale was too coarse for the row just read, or null if that was not what was wrong. */
    FeedColumn tooPrecise() {
        return tooPrecise;
    }

    /** The mantissa; 0 if the row lacks the column. */
    long get(FeedColumn column) {
        return values[column.ordinal()];
    }

    private long parse(byte[] text, RowFields fields, FeedColumn column, int kind) {
        long quick = hidden[kind] == 0 ? fields.mantissa(column, scales[kind]) : -1;
        return quick >= 0 ? quick : Mantissas.parse(text, fields.from(column), fields.to(column), scales[kind], hidden[kind]);
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
