package io.windrow.pipeline.feeds;

/** Takes trades from any decoder and mixes all their values into one number, so that decoders can be checked against each other. */
final class TradeSum implements MarketListener {

    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private long sum;
    private long trades;

    @Override
    public void onTrade(int instrumentId, long timeNanos, long price, long quantity, long tradeId, int sideCode) {
        long mixed = ((timeNanos * 31 + price) * 31 + quantity) * 31 + tradeId;
        sum += (mixed * 31 + instrumentId * 4L + sideCode) * FACTOR;
        trades++;
    }

    long sum() {
        return sum;
    }

    long trades() {
        return trades;
    }
}
