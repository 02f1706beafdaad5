package io.windrow.pipeline;

import io.windrow.buffers.Side;
import io.windrow.buffers.memory.MemoryBlock;
import io.windrow.pools.Trade;

/**
 * An event in its slot of the ring, as handlers see it. The slot is overwritten after the last handler has returned: copy what
 * has to outlive it, a whole trade with {@link #copyTo(Trade)}.
 */
public final class MarketEvent {

    /** Type of an event that is a trade. */
    public static final int TRADE = 1;
    /** Type of an event that is a tick of the clock: candles that ended are closed. */
    public static final int CLOCK = 2;

    private final MemoryBlock slots;
    private final int offset;

    MarketEvent(MemoryBlock slots, int slot) {
        this.slots = slots;
        this.offset = slot * MarketEventLayout.SLOT_BYTES;
    }

    void setTrade(int instrumentId, long timeNanos, long dueNanos, long price, long quantity, long tradeId, int sideCode) {
        slots.putInt(offset + MarketEventLayout.TYPE, TRADE);
        slots.putInt(offset + MarketEventLayout.INSTRUMENT, instrumentId);
        slots.putLong(offset + MarketEventLayout.EVENT_TIME, timeNanos);
        slots.putLong(offset + MarketEventLayout.DUE_TIME, dueNanos);
        slots.putLong(offset + MarketEventLayout.PRICE, price);
        slots.putLong(offset + MarketEventLayout.QUANTITY, quantity);
        slots.putLong(offset + MarketEventLayout.TRADE_ID, tradeId);
        slots.putInt(offset + MarketEventLayout.SIDE, sideCode);
    }

    void setClock(long timeNanos, long dueNanos) {
        slots.putInt(offset + MarketEventLayout.TYPE, CLOCK);
        slots.putLong(offset + MarketEventLayout.EVENT_TIME, timeNanos);
        slots.putLong(offset + MarketEventLayout.DUE_TIME, dueNanos);
    }

    /**
     * What the event is.
     *
     * @return {@link #TRADE} or {@link #CLOCK}.
     */
    public int type() {
        return slots.getInt(offset + MarketEventLayout.TYPE);
    }

    /**
     * What was traded.
     *
     * @return the instrument's id; undefined for a clock tick, as are the price, the quantity, the trade id and the side.
     */
    public int instrumentId() {
        return slots.getInt(offset + MarketEventLayout.INSTRUMENT);
    }

    /**
     * When it happened.
     *
     * @return nanoseconds since the epoch.
     */
    public long timeNanos() {
        return slots.getLong(offset + MarketEventLayout.EVENT_TIME);
    }

    /**
     * When it was due to be published: what latency counts from.
     *
     * @return time on the clock of {@link System#nanoTime()}, 0 where nobody measures.
     */
    public long dueNanos() {
        return slots.getLong(offset + MarketEventLayout.DUE_TIME);
    }

    /**
     * Price of the trade.
     *
     * @return mantissa.
     */
    public long price() {
        return slots.getLong(offset + MarketEventLayout.PRICE);
    }

    /**
     * Quantity of the trade.
     *
     * @return mantissa.
     */
    public long quantity() {
        return slots.getLong(offset + MarketEventLayout.QUANTITY);
    }

    /**
     * The exchange's number of the trade.
     *
     * @return the number, 0 where the feed gives none.
     */
    public long tradeId() {
        return slots.getLong(offset + MarketEventLayout.TRADE_ID);
    }

    /**
     * Who took the initiative.
     *
     * @return the side.
     */
    public Side side() {
        return Side.of(sideCode());
    }

    /**
     * Copies the trade, as one run of bytes; allocates nothing.
     *
     * @param trade receives it, acquired from a pool.
     * @throws IllegalStateException if the event is no trade, or the message is not out or its memory closed.
     */
    public void copyTo(Trade trade) {
        if (type() != TRADE) {
            throw new IllegalStateException("event must be a trade: type=" + type());
        }
        trade.copyFrom(slots, offset + MarketEventLayout.TRADE);
    }

    int sideCode() {
        return slots.getInt(offset + MarketEventLayout.SIDE);
    }
}
