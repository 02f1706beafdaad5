package io.windrow.buffers;

/** Who took the initiative in a trade, or which way an order or a signal goes. */
public enum Side {
    /** The feed does not say. */
    UNKNOWN(0),
    /** Buy. */
    BUY(1),
    /** Sell. */
    SELL(-1);

    private final int code;

    Side(int code) {
        this.code = code;
    }

    /**
     * The side as a number, for off-heap layouts.
     *
     * @return 1 to buy, -1 to sell, 0 for unknown.
     */
    public int code() {
        return code;
    }

    /**
     * The side of a number.
     *
     * @param code 1, -1 or 0.
     * @return the side; unknown for any other number.
     */
    public static Side of(int code) {
        return code == 1 ? BUY : code == -1 ? SELL : UNKNOWN;
    }
}
