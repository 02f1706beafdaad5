package io.windrow.pools;

import io.windrow.buffers.Side;

/**
 * What a strategy has decided. 48 bytes:
 *
 * <pre>
 *   0          4      8               16            24         32      40         44
 *   +----------+------+---------------+-------------+----------+-------+----------+----+
 *   |instrument| side | timeframe step| candle time | due time | price | strategy | -  |
 *   +----------+------+---------------+-------------+----------+-------+----------+----+
 * </pre>
 */
public final class Signal extends Message {

    private static final int INSTRUMENT = 0;
    private static final int SIDE = 4;
    private static final int STEP = 8;
    private static final int CANDLE_TIME = 16;
    private static final int DUE_TIME = 24;
    private static final int PRICE = 32;
    private static final int STRATEGY = 40;

    Signal() {
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
     */
    public void set(
        int strategyId, int instrumentId, Side side, long stepNanos, long candleTimeNanos, long price, long dueNanos) {
        putInt(STRATEGY, strategyId);
        putInt(INSTRUMENT, instrumentId);
        putInt(SIDE, side.code());
        putLong(STEP, stepNanos);
        putLong(CANDLE_TIME, candleTimeNanos);
        putLong(PRICE, price);
        putLong(DUE_TIME, dueNanos);
    }

    /**
     * Which strategy decided.
     *
     * @return its number, in the order strategies were added.
     */
    public int strategyId() {
        return getInt(STRATEGY);
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
     * Time frame it was decided on.
     *
     * @return the step in nanoseconds.
     */
    public long stepNanos() {
        return getLong(STEP);
    }

    /**
     * The candle that led to it.
     *
     * @return its open time, nanoseconds since the epoch.
     */
    public long candleTimeNanos() {
        return getLong(CANDLE_TIME);
    }

    /**
     * Last price when it was decided.
     *
     * @return mantissa at the instrument's price scale.
     */
    public long price() {
        return getLong(PRICE);
    }

    /**
     * When the event that led to it was due: what its latency counts from.
     *
     * @return time on the clock of {@link System#nanoTime()}, 0 where nobody measures.
     */
    public long dueNanos() {
        return getLong(DUE_TIME);
    }
}
