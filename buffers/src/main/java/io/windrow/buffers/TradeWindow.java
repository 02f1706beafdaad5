package io.windrow.buffers;

import io.windrow.buffers.memory.OffHeapMemory;
import java.util.Objects;

/**
 * The last trades of one instrument, in the order of arrival. Single writer: see {@link Window}. Index 0 is the newest trade. A window
 * takes 40 bytes a trade and 72 more, and 64 if it is opened alone.
 */
public final class TradeWindow extends Window<TradeField> {

    /** The owner of all trade windows' bytes, as the ledger shows it. */
    public static final String TAG = "trades";

    TradeWindow(WindowPlace place, WindowShape shape, Instrument instrument) {
        super(place, shape, instrument, 0);
    }

    /**
     * Opens an empty window.
     *
     * @param memory     what it takes its bytes from, under the tag {@code trades}.
     * @param instrument what is traded.
     * @param capacity   trades kept; positive.
     * @return the window.
     * @throws IllegalArgumentException if the capacity is not positive or too large.
     * @throws io.windrow.buffers.memory.MemoryBudgetExceededException if the budget does not allow it.
     */
    public static TradeWindow open(OffHeapMemory memory, Instrument instrument, int capacity) {
        Objects.requireNonNull(instrument, "instrument");
        WindowShape shape = TradeLayout.shape(capacity);
        return new TradeWindow(WindowPlace.alone(memory, TAG, shape), shape, instrument);
    }

    /**
     * What one window's own rows and header take, before it is aligned with others.
     *
     * @param capacity trades kept.
     * @return bytes.
     * @throws IllegalArgumentException if the capacity is not positive or too large.
     */
    public static long windowBytes(int capacity) {
        return TradeLayout.shape(capacity).bytes();
    }

    /**
     * What a window opened alone takes from the budget.
     *
     * @param capacity trades kept.
     * @return bytes.
     * @throws IllegalArgumentException if the capacity is not positive or too large.
     */
    public static long footprintBytes(int capacity) {
        return OffHeapMemory.footprintBytes(windowBytes(capacity));
    }

    /**
     * Appends a trade. For the writing thread.
     *
     * @param timeNanos when it happened, nanoseconds since the epoch.
     * @param price     mantissa at the price scale.
     * @param quantity  mantissa at the quantity scale.
     * @param tradeId   the exchange's number, 0 where it gives none.
     * @param sideCode  who took the initiative, as {@link Side#code()}.
     * @throws IllegalStateException if the window is closed.
     */
    public void append(long timeNanos, long price, long quantity, long tradeId, int sideCode) {
        appendRow(timeNanos, price, quantity, tradeId, sideCode);
    }

    /**
     * When a trade happened.
     *
     * @param ago 0 for the newest.
     * @return nanoseconds since the epoch.
     * @throws IndexOutOfBoundsException if no such trade is kept.
     * @throws IllegalStateException     if the window is closed.
     */
    public long timeNanos(int ago) {
        return get(TradeLayout.TIME, ago);
    }

    /**
     * Price of a trade.
     *
     * @param ago 0 for the newest.
     * @return mantissa.
     * @throws IndexOutOfBoundsException if no such trade is kept.
     * @throws IllegalStateException     if the window is closed.
     */
    public long price(int ago) {
        return get(TradeLayout.PRICE, ago);
    }

    /**
     * Quantity of a trade.
     *
     * @param ago 0 for the newest.
     * @return mantissa.
     * @throws IndexOutOfBoundsException if no such trade is kept.
     * @throws IllegalStateException     if the window is closed.
     */
    public long quantity(int ago) {
        return get(TradeLayout.QUANTITY, ago);
    }

    /**
     * The exchange's number of a trade.
     *
     * @param ago 0 for the newest.
     * @return the number, 0 where the feed gave none.
     * @throws IndexOutOfBoundsException if no such trade is kept.
     * @throws IllegalStateException     if the window is closed.
     */
    public long tradeId(int ago) {
        return get(TradeLayout.ID, ago);
    }

    /**
     * Who took the initiative in a trade.
     *
     * @param ago 0 for the newest.
     * @return the side.
     * @throws IndexOutOfBoundsException if no such trade is kept.
     * @throws IllegalStateException     if the window is closed.
     */
    public Side side(int ago) {
        return Side.of((int) get(TradeLayout.SIDE, ago));
    }

    /**
     * Copies one trade, whole or not at all. For any thread; never blocks the writer, never waits for it, allocates nothing.
     *
     * @param sequence the trade's number, as {@link #newestSequence()} counts them.
     * @param into     receives it.
     * @return whether it did.
     * @throws IllegalStateException if the window is closed.
     */
    public ReadStatus read(long sequence, TradeSnapshot into) {
        return readRow(sequence, into.values);
    }

    @Override
    String description() {
        return "trades of " + instrument().symbol();
    }
}
