package io.windrow.pools;

import io.windrow.buffers.Side;

/**
 * An order on its way to a gateway. 48 bytes:
 *
 * <pre>
 *   0         8          12     16      24         32       40
 *   +---------+----------+------+-------+----------+--------+-----------+
 *   | order id|instrument| side | price | quantity | filled | time      |
 *   +---------+----------+------+-------+----------+--------+-----------+
 * </pre>
 */
public final class Order extends Message {

    private static final int ORDER_ID = 0;
    private static final int INSTRUMENT = 8;
    private static final int SIDE = 12;
    private static final int PRICE = 16;
    private static final int QUANTITY = 24;
    private static final int FILLED = 32;
    private static final int TIME = 40;

    Order() {
    }

    /**
     * Fills the order; nothing of it is filled at the exchange yet.
     *
     * @param orderId      the caller's number.
     * @param instrumentId what to trade.
     * @param side         which way.
     * @param price        limit, mantissa.
     * @param quantity     how much, mantissa.
     * @param timeNanos    when it was made, nanoseconds since the epoch.
     */
    public void set(long orderId, int instrumentId, Side side, long price, long quantity, long timeNanos) {
        putLong(ORDER_ID, orderId);
        putInt(INSTRUMENT, instrumentId);
        putInt(SIDE, side.code());
        putLong(PRICE, price);
        putLong(QUANTITY, quantity);
        putLong(FILLED, 0);
        putLong(TIME, timeNanos);
    }

    /**
     * The caller's number.
     *
     * @return the id.
     */
    public long orderId() {
        return getLong(ORDER_ID);
    }

    /**
     * What to trade.
     *
     * @return the instrument's id.
     */
    public int instrumentId() {
        return getInt(INSTRUMENT);
    }

    /**
     * Which way.
     *
     * @return the side.
     */
    public Side side() {
        return Side.of(getInt(SIDE));
    }

    /**
     * Limit.
     *
     * @return mantissa at the instrument's price scale.
     */
    public long price() {
        return getLong(PRICE);
    }

    /**
     * How much was ordered.
     *
     * @return mantissa at the instrument's quantity scale.
     */
    public long quantity() {
        return getLong(QUANTITY);
    }

    /**
     * How much the exchange has filled.
     *
     * @return mantissa at the instrument's quantity scale.
     */
    public long filledQuantity() {
        return getLong(FILLED);
    }

    /**
     * Books a fill.
     *
     * @param fill mantissa, positive.
     * @throws IllegalArgumentException if the fill is not positive or more than is left; the order is unchanged then.
     */
    public void fill(long fill) {
        long left = quantity() - filledQuantity();
        if (fill <= 0 || fill > left) {
            throw new IllegalArgumentException("fill must be positive and at most what is left: fill=" + fill + ", left=" + left);
        }
        putLong(FILLED, filledQuantity() + fill);
    }

    /**
     * When it was made.
     *
     * @return nanoseconds since the epoch.
     */
    public long timeNanos() {
        return getLong(TIME);
    }
}
