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
    /** What is between quantity and time is read to see that it is a number, and no more. */
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
        int maker = timeFrom > 0 ? time.read(text, timeFrom, to) + 1 : 0;
        if (maker <= 0 || !isEnd(text, MakerFlag.end(text, maker, to), to)) {
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
        into.setSideCode(MakerFlag.sideCode(text[maker]));
        into.setAggregated(aggregated);
        return true;
    }

    private int between(byte[] text, int at, int to) {
        if (!aggregated) {
            return quote.read(text, at, to);
        }
        int comma = firstId.read(text, at, to);
        return comma < 0 ? comma : lastId.read(text, comma + 1, to);
    }

    /** Futures have no column behind the flag, spot has one flag more. */
    private static boolean isEnd(byte[] text, int flagTo, int to) {
        return flagTo == to || flagTo > 0 && text[flagTo] == ',' && MakerFlag.end(text, flagTo + 1, to) == to;
    }
}
