package io.windrow.pipeline.feeds;

/**
 * Reads a line of Binance's files of trades or aggregated trades in one go, if it is written as most are: no spaces, no quotes, no signs,
 * all numbers of usual size. It says nothing of other lines, which are left to be split and looked at column by column.
 */
final class QuickTrade {

    private final boolean aggregated;
    private final QuickInteger id = new QuickInteger();
    private final QuickAmount price = new QuickAmount();
    private final QuickAmount quantity = new QuickAmount();
    private final QuickAmount quote = new QuickAmount();
    private final QuickInteger firstId = new QuickInteger();
    private final QuickInteger lastId = new QuickInteger();
    private final QuickInteger time = new QuickInteger();

    QuickTrade(boolean aggregated) {
        this.aggregated = aggregated;
    }

    /** Whether the line is such a one and the row is complete; if not, what was set of it does not count. */
    boolean read(byte[] text, int from, int to, RowFields into) {
        int priceFrom = id.read(text, from, to) + 1;
        int priceTo = priceFrom > 0 ? price.read(text, priceFrom, to) : -1;
        int quantityTo = priceTo > 0 ? quantity.read(text, priceTo + 1, to) : -1;
        int timeFrom = quantityTo > 0 ? between(text, quantityTo + 1, to) + 1 : 0;
        int timeTo = timeFrom > 0 ? time.read(text, timeFrom, to) : -1;
        int maker = timeTo > 0 ? MakerFlag.readRest(text, timeTo + 1, to) : MakerFlag.NONE;
        if (maker == MakerFlag.NONE) {
            return false;
        }
        long nanos = Epochs.nanos(time.value(), time.length());
        if (nanos < 0) {
            return false;
        }
        into.set(FeedColumn.PRICE, priceFrom, priceTo, price);
        into.set(FeedColumn.QUANTITY, priceTo + 1, quantityTo, quantity);
        into.setContent(FeedContent.TRADES);
        into.setTradeId(id.value());
        into.setTimeNanos(nanos);
        into.setSideCode(MakerFlag.sideCode(maker));
        into.setAggregated(aggregated);
        return true;
    }

    private int between(byte[] text, int at, int to) {
        if (!aggregated) {
            return quote.skip(text, at, to);
        }
        int comma = firstId.read(text, at, to);
        return comma < 0 ? comma : lastId.read(text, comma + 1, to);
    }
}
