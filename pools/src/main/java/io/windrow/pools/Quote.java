package io.windrow.pools;

import io.windrow.buffers.QuoteWindow;

/**
 * The best prices of an order book, normalised. 56 bytes, which fit a 64-byte slot of a ring beside 8 others:
 *
 * <pre>
 *   0          4   8          16         24    32         40    48         56
 *   +----------+---+----------+----------+-----+----------+-----+----------+
 *   |instrument| - | time     | due time | bid | bid size | ask | ask size |
 *   +----------+---+----------+----------+-----+----------+-----+----------+
 * </pre>
 */
public final class Quote extends Message {

    private static final MessageLayout.Builder FIELDS = MessageLayout.named("quote");
    private static final IntField INSTRUMENT = FIELDS.intField("instrumentId");
    private static final LongField TIME = FIELDS.longField("timeNanos");
    private static final LongField DUE_TIME = FIELDS.longField("dueNanos");
    private static final LongField BID = FIELDS.longField("bid");
    private static final LongField BID_SIZE = FIELDS.longField("bidSize");
    private static final LongField ASK = FIELDS.longField("ask");
    private static final LongField ASK_SIZE = FIELDS.longField("askSize");

    /** Where the fields lie. */
    public static final MessageLayout LAYOUT = FIELDS.build();

    /** A message outside any pool. */
    public Quote() {
        super(LAYOUT);
    }

    /**
     * Fills the quote.
     *
     * @param instrumentId what is quoted.
     * @param timeNanos    since when, nanoseconds since the epoch.
     * @param bid          best price of a buyer, mantissa at the instrument's price scale; 0 without one.
     * @param bidSize      quantity at the bid, mantissa at the instrument's quantity scale; 0 where the feed gives none.
     * @param ask          best price of a seller, mantissa at the instrument's price scale; 0 without one.
     * @param askSize      quantity at the ask, mantissa at the instrument's quantity scale; 0 where the feed gives none.
     * @param dueNanos     when it was due, on the clock of {@link System#nanoTime()}; 0 where nobody measures.
     * @throws IllegalStateException if the message is not out, or its memory is closed.
     */
    public void set(
        int instrumentId, long timeNanos, long bid, long bidSize, long ask, long askSize, long dueNanos) {
        put(INSTRUMENT, instrumentId);
        put(TIME, timeNanos);
        put(DUE_TIME, dueNanos);
        put(BID, bid);
        put(BID_SIZE, bidSize);
        put(ASK, ask);
        put(ASK_SIZE, askSize);
    }

    /**
     * Fills the quote with one of a window, with no due time. For the window's writing thread.
     *
     * @param window holds it.
     * @param ago    0 for the newest.
     * @throws IndexOutOfBoundsException if no such quote is kept; the message is unchanged then.
     * @throws IllegalStateException     if the message is not out, its memory is closed, or the window.
     */
    public void set(QuoteWindow window, int ago) {
        set(window.instrument().id(), window.timeNanos(ago), window.bid(ago), window.bidSize(ago), window.ask(ago),
            window.askSize(ago), 0);
    }

    /**
     * What is quoted.
     *
     * @return the instrument's id.
     */
    public int instrumentId() {
        return get(INSTRUMENT);
    }

    /**
     * Since when.
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
     * Best price of a buyer.
     *
     * @return mantissa at the instrument's price scale, 0 without one.
     */
    public long bid() {
        return get(BID);
    }

    /**
     * Quantity at the bid.
     *
     * @return mantissa at the instrument's quantity scale, 0 where the feed gives none.
     */
    public long bidSize() {
        return get(BID_SIZE);
    }

    /**
     * Best price of a seller.
     *
     * @return mantissa at the instrument's price scale, 0 without one.
     */
    public long ask() {
        return get(ASK);
    }

    /**
     * Quantity at the ask.
     *
     * @return mantissa at the instrument's quantity scale, 0 where the feed gives none.
     */
    public long askSize() {
        return get(ASK_SIZE);
    }
}
