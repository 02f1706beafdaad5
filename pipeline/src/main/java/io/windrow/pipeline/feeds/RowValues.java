package io.windrow.pipeline.feeds;

import io.windrow.buffers.Decimals;
import io.windrow.buffers.Instrument;

/** The amounts of one row as mantissas, each at the scale of its kind; to be used again for the next row. */
final class RowValues {

    private static final int PRICE = FeedColumn.PRICE.ordinal();
    private static final int QUANTITY = FeedColumn.QUANTITY.ordinal();
    private static final int PRICE_KIND = AmountKind.PRICE.ordinal();
    private static final int QUANTITY_KIND = AmountKind.QUANTITY.ordinal();

    /** By the content's number. */
    private final FeedColumn[][] amounts = new FeedColumn[FeedContent.values().length][];
    /** Number of the kind by the number of the column. */
    private final int[] kinds = new int[FeedColumn.values().length];
    /** Decimals that prices without a point hide. */
    private final int hiddenPrice;
    private final int[] scales = new int[AmountKind.values().length];
    private final long[] values = new long[FeedColumn.values().length];
    private FeedColumn tooPrecise;
    private Instrument scaledFor;

    RowValues(FeedOptions options) {
        for (FeedContent content : FeedContent.values()) {
            amounts[content.ordinal()] = content.amounts();
        }
        for (FeedColumn column : FeedColumn.values()) {
            kinds[column.ordinal()] = column.kind().ordinal();
        }
        hiddenPrice = options.priceScaleDigits();
    }

    /** Sets the scale at which the amounts of a kind are read; counts stay whole. */
    void setScale(AmountKind kind, int decimals) {
        scales[kind.ordinal()] = decimals;
        scaledFor = null;
    }

    /** Sets the scales at which the amounts of an instrument are read. */
    void setScales(Instrument instrument) {
        if (instrument == scaledFor) {
            return;
        }
        setScale(AmountKind.PRICE, instrument.priceDecimals());
        setScale(AmountKind.QUANTITY, instrument.quantityDecimals());
        setScale(AmountKind.QUOTE, instrument.quoteDecimals());
        scaledFor = instrument;
    }

    /** Reads all amounts of the row at the scales that were set, and says what is wrong with it, or null. */
    String read(byte[] text, RowFields fields) {
        tooPrecise = null;
        return fields.content() == FeedContent.TRADES && isQuickTrade(fields) ? null : readAll(text, fields);
    }

    /** Takes what the decoder has read on its way, which most trades consist of. */
    private boolean isQuickTrade(RowFields fields) {
        long price = fields.mantissa(PRICE, scales[PRICE_KIND]);
        long quantity = fields.mantissa(QUANTITY, scales[QUANTITY_KIND]);
        values[PRICE] = price;
        values[QUANTITY] = quantity;
        return (price | quantity) >= 0 && hiddenPrice == 0;
    }

    private String readAll(byte[] text, RowFields fields) {
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
        return Mantissas.parse(text, fields.from(column), fields.to(column), scales[kind], kind == PRICE_KIND ? hiddenPrice : 0);
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
