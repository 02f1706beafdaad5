package io.windrow.buffers;

/**
 * The columns of a trade: five {@code long}s, 40 bytes a row. Time in nanoseconds since the epoch, price and quantity at the
 * instrument's scales, the exchange's number, and the side as its code.
 */
final class TradeLayout {

    /** What the block's header says of a window of trades. */
    static final int KIND = 2;

    static final int TIME = 0;
    static final int PRICE = 1;
    static final int QUANTITY = 2;
    static final int ID = 3;
    static final int SIDE = 4;
    static final int COLUMNS = 5;

    private TradeLayout() {
    }
}
