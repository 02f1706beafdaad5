package io.windrow.pipeline.feeds;

import io.windrow.buffers.Side;

/** Collects the one-letter fields of a Binance trade in whatever order they come, and checks at the end that none is missing. */
final class BinanceTrade {

    /** No value of a JSON object stands at the first byte of a line. */
    private static final int ABSENT = 0;

    private static final int MAX_SYMBOL_BYTES = 64;

    private boolean symbolEscaped;
    private int timeFrom;
    private int timeTo;
    private int idFrom;
    private int idTo;
    private int aggregateIdFrom;
    private int aggregateIdTo;
    private int maker;

    void clear() {
        symbolEscaped = false;
        timeTo = ABSENT;
        idTo = ABSENT;
        aggregateIdTo = ABSENT;
        maker = ABSENT;
    }

    /** Notes the value on which {@code json} stands, if its kind fits the key. */
    void onField(byte key, int token, JsonCursor json, RowFields into) {
        int from = json.from();
        int to = json.to();
        if (token == JsonCursor.STRING) {
            if (key == 's') {
                symbolEscaped = json.isEscaped();
                into.set(FeedColumn.SYMBOL, from, to);
            } else {
                onAmount(key, from, to, into);
            }
        } else if (token == JsonCursor.NUMBER) {
            onNumber(key, from, to, into);
        } else if (key == 'm' && (token == JsonCursor.TRUE || token == JsonCursor.FALSE)) {
            maker = token;
        }
    }

    private void onNumber(byte key, int from, int to, RowFields into) {
        switch (key) {
            case 'T' -> {
                timeFrom = from;
                timeTo = to;
            }
            case 't' -> {
                idFrom = from;
                idTo = to;
            }
            case 'a' -> {
                aggregateIdFrom = from;
                aggregateIdTo = to;
            }
            default -> onAmount(key, from, to, into);
        }
    }

    private static void onAmount(byte key, int from, int to, RowFields into) {
        if (key == 'p') {
            into.set(FeedColumn.PRICE, from, to);
        } else if (key == 'q') {
            into.set(FeedColumn.QUANTITY, from, to);
        }
    }

    /** Completes the trade from what was noted. */
    LineStatus finish(byte[] text, boolean aggregate, RowFields into) {
        String missing = missing(aggregate, into);
        if (missing != null) {
            return into.bad(missing);
        }
        long nanos = Epochs.nanos(text, timeFrom, timeTo);
        if (nanos < 0) {
            return into.bad(Epochs.reason(nanos));
        }
        long id = aggregate ? Epochs.digits(text, aggregateIdFrom, aggregateIdTo) : Epochs.digits(text, idFrom, idTo);
        if (id < 0) {
            return into.bad(Reasons.ID_NOT_A_NUMBER);
        }
        into.setAggregated(aggregate);
        into.setTimeNanos(nanos);
        into.setTradeId(id);
        // When the buyer's order was resting, it was the seller who came to it.
        into.setSideCode(maker == JsonCursor.TRUE ? Side.SELL.code() : Side.BUY.code());
        return LineStatus.ROW;
    }

    private String missing(boolean aggregate, RowFields into) {
        if (!into.hasSymbol()) {
            return Reasons.NO_SYMBOL;
        }
        if (symbolEscaped || into.to(FeedColumn.SYMBOL) - into.from(FeedColumn.SYMBOL) > MAX_SYMBOL_BYTES) {
            return symbolEscaped ? Reasons.ESCAPED_SYMBOL : Reasons.LONG_SYMBOL;
        }
        if (!into.has(FeedColumn.PRICE) || !into.has(FeedColumn.QUANTITY)) {
            return into.has(FeedColumn.PRICE) ? Reasons.NO_QUANTITY : Reasons.NO_PRICE;
        }
        if (timeTo == ABSENT || maker == ABSENT) {
            return timeTo == ABSENT ? Reasons.NO_TIME : Reasons.NO_SIDE;
        }
        if (aggregate) {
            return aggregateIdTo == ABSENT ? Reasons.NO_AGGREGATE_ID : null;
        }
        return idTo == ABSENT ? Reasons.NO_ID : null;
    }
}
