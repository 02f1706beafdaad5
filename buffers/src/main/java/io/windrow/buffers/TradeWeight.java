package io.windrow.buffers;

/** What a trade counts for. Never negative: of price × quantity the magnitude, as prices may be negative. */
enum TradeWeight {
    ONE, QUANTITY, VALUE;

    /** No magnitude overflows: {@link TradeAggregator#addUnderWay} has refused the one that would. */
    long of(long quantity, long quote) {
        return switch (this) {
            case ONE -> 1;
            case QUANTITY -> quantity;
            case VALUE -> Math.abs(quote);
        };
    }
}
