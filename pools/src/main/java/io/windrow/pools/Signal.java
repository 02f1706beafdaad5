package io.windrow.pools;

import io.windrow.buffers.Side;

/**
 * What a strategy has decided. 56 bytes, which fit a 64-byte slot of a ring beside 8 others:
 *
 * <pre>
 *   0          4      8               16            24         32      40         44   48               56
 *   +----------+------+---------------+-------------+----------+-------+----------+----+----------------+
 *   |instrument| side | timeframe step| candle time | due time | price | strategy | -  | event sequence |
 *   +----------+------+---------------+-------------+----------+-------+----------+----+----------------+
 * </pre>
 */
public final class Signal extends Message {

    private static final MessageLayout.Builder FIELDS = MessageLayout.named("signal");
    private static final IntField INSTRUMENT = FIELDS.intField("instrumentId");
    private static final SideField SIDE = FIELDS.sideField("side");
    private static final LongField STEP = FIELDS.longField("stepNanos");
    private static final LongField CANDLE_TIME = FIELDS.longField("candleTimeNanos");
    private static final LongField DUE_TIME = FIELDS.longField("dueNanos");
    private static final LongField PRICE = FIELDS.longField("price");
    private static final IntField STRATEGY = FIELDS.intField("strategyId");
    private static final LongField EVENT_SEQUENCE = FIELDS.longField("eventSequence");

    /** Where the fields lie. */
    public static final MessageLayout LAYOUT = FIELDS.build();

    /** A message outside any pool. */
    public Signal() {
        super(LAYOUT);
    }

    /**
     * Fills the signal.
     *
     * @param strategyId      which strategy decided, in the order they were added.
     * @param instrumentId    what to trade.
     * @param side            which way.
     * @param stepNanos       time frame it was decided on.
     * @param candleTimeNanos open time of the candle that led to it.
     * @param price           last price, mantissa.
     * @param dueNanos        when the event that led to it was due, on the clock of {@link System#nanoTime()}; 0 where nobody measures.
     * @param eventSequence   number of the event that led to it, in the order of publishing.
     * @throws IllegalStateException if the message is not out, or its memory is closed.
     * @throws NullPointerException  if there is no side; the message is unchanged then.
     */
    public void set(int strategyId, int instrumentId, Side side, long stepNanos, long candleTimeNanos, long price, long dueNanos,
        long eventSequence) {
        put(SIDE, side);
        put(STRATEGY, strategyId);
        put(INSTRUMENT, instrumentId);
        put(STEP, stepNanos);
        put(CANDLE_TIME, candleTimeNanos);
        put(PRICE, price);
        put(DUE_TIME, dueNanos);
        put(EVENT_SEQUENCE, eventSequence);
    }

    /**
     * Which strategy decided.
     *
     * @return its number, in the order strategies were added.
     */
    public int strategyId() {
        return get(STRATEGY);
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
     * Time frame it was decided on.
     *
     * @return the step in nanoseconds; 0 where it was no candle.
     */
    public long stepNanos() {
        return get(STEP);
    }

    /**
     * The candle that led to it.
     *
     * @return its open time, nanoseconds since the epoch; where it was no candle, the time of the event.
     */
    public long candleTimeNanos() {
        return get(CANDLE_TIME);
    }

    /**
     * Last price when it was decided.
     *
     * @return mantissa at the instrument's price scale.
     */
    public long price() {
        return get(PRICE);
    }

    /**
     * When the event that led to it was due: what its latency counts from.
     *
     * @return time on the clock of {@link System#nanoTime()}, 0 where nobody measures.
     */
    public long dueNanos() {
        return get(DUE_TIME);
    }

    /**
     * The event that led to it.
     *
     * @return its number in the order of publishing: the same in every replay of the same data.
     */
    public long eventSequence() {
        return get(EVENT_SEQUENCE);
    }
}
