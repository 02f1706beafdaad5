package io.windrow.pipeline.feeds;

/** What a scan keeps of one symbol on its way. */
final class SymbolTally {

    private final ScaleFinder price;
    private final ScaleFinder quantity;
    private long trades;
    private long firstTimeNanos = Long.MAX_VALUE;
    private long lastTimeNanos = Long.MIN_VALUE;

    SymbolTally(FeedOptions options) {
        price = new ScaleFinder(options.priceDecimals(), options.priceScaleDigits());
        quantity = new ScaleFinder(options.quantityDecimals(), 0);
    }

    /** Why the trade cannot be taken, or null and it is. */
    String take(byte[] text, TradeFields fields) {
        String fault = Amounts.priceFault(price.check(text, fields.priceFrom(), fields.priceTo()));
        if (fault == null) {
            fault = Amounts.quantityFault(quantity.check(text, fields.quantityFrom(), fields.quantityTo()));
        }
        if (fault == null) {
            price.take();
            quantity.take();
            trades++;
            firstTimeNanos = Math.min(firstTimeNanos, fields.timeNanos());
            lastTimeNanos = Math.max(lastTimeNanos, fields.timeNanos());
        }
        return fault;
    }

    int priceDecimals() {
        return price.decimals();
    }

    int quantityDecimals() {
        return quantity.decimals();
    }

    long trades() {
        return trades;
    }

    long firstTimeNanos() {
        return firstTimeNanos;
    }

    long lastTimeNanos() {
        return lastTimeNanos;
    }
}
