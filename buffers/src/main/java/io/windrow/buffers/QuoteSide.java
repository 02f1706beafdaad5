package io.windrow.buffers;

/** Which price of a quote candles are made of. */
public enum QuoteSide {
    /** What a buyer offers; charts of currencies show it. */
    BID,
    /** What a seller asks. */
    ASK,
    /** The mean of both, which needs one decimal more to be exact. */
    MID;

    private static final int HALF_OF_TEN = 5;

    /**
     * The scale that the price has.
     *
     * @param quoted decimals of bid and ask.
     * @return as many, one more for {@link #MID}.
     */
    public int decimals(int quoted) {
        return this == MID ? quoted + 1 : quoted;
    }

    /**
     * Whether the quote has this price: feeds write 0 for a side without an order.
     *
     * @param bid best price of a buyer.
     * @param ask best price of a seller.
     * @return false if what the price is made of is 0.
     */
    public boolean isQuoted(long bid, long ask) {
        return (this == ASK || bid != 0) && (this == BID || ask != 0);
    }

    /**
     * The price, exact.
     *
     * @param bid mantissa at the scale of the quotes.
     * @param ask mantissa at the scale of the quotes.
     * @return mantissa at the scale of {@link #decimals}.
     * @throws ArithmeticException if the mean does not fit a {@code long}.
     */
    public long price(long bid, long ask) {
        return switch (this) {
            case BID -> bid;
            case ASK -> ask;
            case MID -> Math.multiplyExact(Math.addExact(bid, ask), HALF_OF_TEN);
        };
    }
}
