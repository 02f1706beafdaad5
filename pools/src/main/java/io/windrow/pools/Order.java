package io.windrow.pools;

import io.windrow.buffers.Side;

/**
 * An order on its way to a gateway. 48 bytes, which fit a 64-byte slot of a ring beside 16 others:
 *
 * <pre>
 *   0         8          12     16      24         32       40
 *   +---------+----------+------+-------+----------+--------+-----------+
 *   | order id|instrument| side | price | quantity | filled | time      |
 *   +---------+----------+------+-------+----------+--------+-----------+
 * </pre>
 */
public final class Order extends Message {

    private static final MessageLayout.Builder FIELDS = MessageLayout.named("order");
    private static final LongField ORDER_ID = FIELDS.longField("orderId");
    private static final IntField INSTRUMENT = FIELDS.intField("instrumentId");
    private static final SideField SIDE = FIELDS.sideField("side");
    private static final LongField PRICE = FIELDS.longField("price");
    private static final LongField QUANTITY = FIELDS.longField("quantity");
    private static final LongField FILLED = FIELDS.longField("filledQuantity");
    private static final LongField TIME = FIELDS.longField("timeNanos");

    /** Where the fields lie. */
    public static final MessageLayout LAYOUT = FIELDS.build();

    /** A message outside any pool. */
    public Order() {
        super(LAYOUT);
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
     * @throws IllegalStateException if the message is not out, or its memory is closed.
     * @throws NullPointerException  if there is no side; the message is unchanged then.
     */
    public void set(long orderId, int instrumentId, Side side, long price, long quantity, long timeNanos) {
        put(SIDE, side);
        put(ORDER_ID, orderId);
        put(INSTRUMENT, instrumentId);
        put(PRICE, price);
        put(QUANTITY, quantity);
        put(FILLED, 0);
        put(TIME, timeNanos);
    }

    /**
     * The caller's number.
     *
     * @return the id.
     */
    public long orderId() {
        return get(ORDER_ID);
    }

    /**
     * What to trade.
     *
     * @return the instrument's id.
     */
    public int instrumentId() {
        return get(INSTRUMENT);
    }

    /**
     * Which way.
     *
     * @return the side.
     */
    public Side side() {
        return get(SIDE);
    }

    /**
     * Limit.
     *
     * @return mantissa at the instrument's price scale.
     */
    public long price() {
        return get(PRICE);
    }

    /**
     * How much was ordered.
     *
     * @return mantissa at the instrument's quantity scale.
     */
    public long quantity() {
        return get(QUANTITY);
    }

    /**
     * How much the exchange has filled.
     *
     * @return mantissa at the instrument's quantity scale.
     */
    public long filledQuantity() {
        return get(FILLED);
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
        put(FILLED, filledQuantity() + fill);
    }

    /**
     * When it was made.
     *
     * @return nanoseconds since the epoch.
     */
    public long timeNanos() {
        return get(TIME);
    }
}
