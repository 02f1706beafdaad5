package io.windrow.pipeline.feeds;

import io.windrow.buffers.Decimals;

/** What a scan keeps of one symbol on its way. */
final class SymbolTally {

    private static final AmountKind[] KINDS = {AmountKind.PRICE, AmountKind.QUANTITY, AmountKind.QUOTE, AmountKind.COUNT};

    /** By the kind's number. */
    private final ScaleFinder[] finders;
    private long rows;
    private long firstTimeNanos = Long.MAX_VALUE;
    private long lastTimeNanos = Long.MIN_VALUE;

    SymbolTally(FeedOptions options) {
        finders = new ScaleFinder[] {
            new ScaleFinder(options.priceDecimals(), options.priceScaleDigits()),
            new ScaleFinder(options.quantityDecimals(), 0),
            new ScaleFinder(options.quoteDecimals(), 0),
            new ScaleFinder(0, 0),
        };
    }

    /** Why the row cannot be taken, or null and it is. */
    String take(byte[] text, RowFields fields, RowValues values) {
        for (AmountKind kind : KINDS) {
            values.setScale(kind, finder(kind).begin());
        }
        String fault = values.read(text, fields);
        for (FeedColumn column = values.tooPrecise(); column != null; column = values.tooPrecise()) {
            long decimals = finder(column.kind()).raise(text, fields.from(column), fields.to(column));
            if (Decimals.isError(decimals)) {
                return column.fault(decimals);
            }
            values.setScale(column.kind(), (int) decimals);
            fault = values.read(text, fields);
        }
        if (fault == null) {
            count(fields, values);
        }
        return fault;
    }

    private void count(RowFields fields, RowValues values) {
        for (FeedColumn column : values.amounts(fields)) {
            finder(column.kind()).note(values.get(column));
        }
        for (ScaleFinder finder : finders) {
            finder.take();
        }
        rows++;
        firstTimeNanos = Math.min(firstTimeNanos, fields.timeNanos());
        lastTimeNanos = Math.max(lastTimeNanos, fields.timeNanos());
    }

    int decimals(AmountKind kind) {
        return finder(kind).decimals();
    }

    long rows() {
        return rows;
    }

    long firstTimeNanos() {
        return firstTimeNanos;
    }

    long lastTimeNanos() {
        return lastTimeNanos;
    }

    private ScaleFinder finder(AmountKind kind) {
        return finders[kind.ordinal()];
    }
}
