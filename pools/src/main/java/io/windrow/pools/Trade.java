package io.windrow.pools;

import io.windrow.buffers.Side;
import io.windrow.buffers.TradeWindow;

/**
 * A trade, normalised. 48 bytes, which fit a 64-byte slot of a ring beside 16 others:
 *
 * <pre>
 *   0          4      8          16         24      32         40         48
 *   +----------+------+----------+----------+-------+----------+----------+
 *   |instrument| side | time     | due time | price | quantity | trade id |
 *   +----------+------+----------+----------+-------+----------+----------+
 * </pre>
 */
public final class Trade extends Message {

    private static final MessageLayout.Builder FIELDS = MessageLayout.named("trade");
    private static final IntField INSTRUMENT = FIELDS.intField("instrumentId");
    private static final SideField SIDE = FIELDS.sideField("side");
    private static final LongField TIME = FIELDS.longField("timeNanos");
    private static final LongField DUE_TIME = FIELDS.longField("dueNanos");
    private static final LongField PRICE = FIELDS.longField("price");
    private static final LongField QUANTITY = FIELDS.longField("quantity");
    private static final LongField TRADE_ID = FIELDS.longField("tradeId");

    /** Where the fields lie. */
    public static final MessageLayout LAYOUT = FIELDS.build();

    /** A message outside any pool. */
    public Trade() {
        super(LAYOUT);
    }

    /**
     * Fills the trade.
     *
     * @param instrumentId what was traded.
     * @param side         who took the initiative.
     * @param timeNanos    when it happened, nanoseconds since the epoch.
     * @param price        mantissa at the instrument's price scale.
     * @param quantity     mantissa at the instrument's quantity scale.
     * @param tradeId      the exchange's number, 0 where it gives none.
     * @param dueNanos     when it was due, on the clock of {@link System#nanoTime()}; 0 where nobody measures.
     * @throws IllegalStateException if the message is not out, or its memory is closed.
     * @throws NullPointerException  if there is no side; the message is unchanged then.
     */
    public void set(
        int instrumentId, Side side, long timeNanos, long price, long quantity, long tradeId, long dueNanos) {
        put(SIDE, side);
        put(INSTRUMENT, instrumentId);
        put(TIME, timeNanos);
        put(DUE_TIME, dueNanos);
        put(PRICE, price);
        put(QUANTITY, quantity);
        put(TRADE_ID, tradeId);
    }

    /**
     * Fills the trade with one of a window, with no due time. For the window's writing thread.
     *
     * @param window holds it.
     * @param ago    0 for the newest.
     * @throws IndexOutOfBoundsException if no such trade is kept; the message is unchanged then.
     * @throws IllegalStateException     if the message is not out, its memory is closed, or the window.
     */
    public void set(TradeWindow window, int ago) {
        set(window.instrument().id(), window.side(ago), window.timeNanos(ago), window.price(ago), window.quantity(ago),
            window.tradeId(ago), 0);
    }

    /**
     * What was traded.
     *
     * @return the instrument's id.
     */
    public int instrumentId() {
        return get(INSTRUMENT);
    }

    /**
     * Who took the initiative.
     *
     * @return the side.
     */
    public Side side() {
        return get(SIDE);
    }

    /**
     * When it happened.
     *
     * @return nanoseconds since the epoch.
     */
    public long timeNanos() {
        return get(TIME);
    }

    /**
     * When it was due to be published: what latency counts from.
     *
     * @return time on the clock of {@link System#nanoTime()}, 0 where nobody measures.
     */
    public long dueNanos() {
        return get(DUE_TIME);
    }

    /**
     * Price.
     *
     * @return mantissa at the instrument's price scale.
     */
    public long price() {
        return get(PRICE);
    }

    /**
     * Quantity.
     *
     * @return mantissa at the instrument's quantity scale.
     */
    public long quantity() {
        return get(QUANTITY);
    }

    /**
     * The exchange's number.
     *
     * @return the number, 0 where the feed gives none.
     */
    public long tradeId() {
        return get(TRADE_ID);
    }
}
