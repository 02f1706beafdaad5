package io.windrow.buffers;

/**
 * The forming candle's trades by direction: how many, and the sums of their weights. The direction is that of the tick rule: up if
 * the price is higher than that of the trade before, down if lower, else as the trade before; up for the first trade of all. It goes
 * on over the end of a candle. The sums cannot overflow, as the candle's own sums are checked and no weight is negative.
 */
final class TradeFlow {

    private boolean begun;
    private long lastPrice;
    private boolean up = true;
    private long upTrades;
    private long downTrades;
    private long upWeight;
    private long downWeight;

    void take(long price, long weight) {
        if (begun && price != lastPrice) {
            up = price > lastPrice;
        }
        begun = true;
        lastPrice = price;
        if (up) {
            upTrades++;
            upWeight += weight;
        } else {
            downTrades++;
            downWeight += weight;
        }
    }

    void beginCandle() {
        upTrades = 0;
        downTrades = 0;
        upWeight = 0;
        downWeight = 0;
    }

    long trades() {
        return upTrades + downTrades;
    }

    long upTrades() {
        return upTrades;
    }

    long downTrades() {
        return downTrades;
    }

    long upWeight() {
        return upWeight;
    }

    long downWeight() {
        return downWeight;
    }
}
