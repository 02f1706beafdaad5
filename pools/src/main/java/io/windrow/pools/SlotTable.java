package io.windrow.pools;

import io.windrow.buffers.memory.OffHeapMemory;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Rows off the heap by {@code long} keys, such as open orders by their ids or positions by instrument, for one thread: the one that first
 * puts or finds. Another is refused until {@link #unbind()} lets it take over. The counters are for any thread; {@link #close()} comes
 * after the table's thread has stopped using it.
 *
 * <p>A row is a {@link Message}. It is reached through a cursor, a message made once by {@link #newRow()} and moved from row to row:
 * <pre>{@code
 * SlotTable<Position> positions = SlotTable.of(Position::new).capacity(500).emptyWhen(Position::isFlat).open(memory);
 * Position row = positions.newRow();
 * positions.put(instrumentId, row, nowNanos);
 * row.applyFill(Side.BUY, price, quantity, nowNanos);
 * positions.onClock(nowNanos);
 * }</pre>
 * A cursor whose row was removed refuses every use, also when another key has got the slot since.
 *
 * <p>Memory: one block of {@link #footprintBytes} off the heap, 24 bytes per row beside the message's, and an index of
 * {@link #indexHeapBytes} on the heap, 29 to 59 bytes per row of the capacity. All of it is taken when the table opens, nothing grows, and
 * nothing here allocates afterwards. Times are what the caller says; the table reads no clock.
 *
 * <p>Order of rows: by slot. A new key gets the slot that was freed last, or else the first that was never used. Walking over the table, as
 * sweeping does, passes all slots that were ever used.
 *
 * <p>The block says what it holds and can be {@linkplain SlotTableBuilder#attach picked up again}.
 *
 * @param <T> the message that stands for a row.
 */
public final class SlotTable<T extends Message> extends CursorRows<T> implements AutoCloseable {

    private final SlotSweeps<T> sweeps;
    private final boolean ownsBlock;

    SlotTable(SlotTableBuilder<T> plan, SlotRows rows, boolean ownsBlock) {
        super(plan, rows);
        this.ownsBlock = ownsBlock;
        try {
            sweeps = new SlotSweeps<>(this, plan);
            pickUpRows();
        } catch (RuntimeException | Error e) {
            closeBlock();
            throw e;
        }
    }

    /**
     * Plans a table.
     *
     * @param factory makes one message at a time, each a new one of the same layout.
     * @param <T>     the message that stands for a row.
     * @return the plan.
     * @throws NullPointerException if there is no factory, or it makes none.
     */
    public static <T extends Message> SlotTableBuilder<T> of(Supplier<? extends T> factory) {
        return new SlotTableBuilder<>(factory);
    }

    /**
     * What a table takes from the budget.
     *
     * @param layout   of its rows.
     * @param capacity most rows.
     * @return bytes.
     * @throws IllegalArgumentException if the capacity is out of range.
     */
    public static long footprintBytes(MessageLayout layout, int capacity) {
        return OffHeapMemory.footprintBytes(SlotLayout.blockBytes(layout, capacity));
    }

    /**
     * What the entries of a table's index take on the heap: 16 bytes for each of a power of two, of which at most 55 % are used. The other
     * objects of a table with a few cursors take less than 1 KB.
     *
     * @param capacity most rows.
     * @return bytes.
     * @throws IllegalArgumentException if the capacity is out of range.
     */
    public static long indexHeapBytes(int capacity) {
        return SlotIndex.heapBytes(PoolBuilder.checkCapacity("capacity", capacity));
    }

    /**
     * Removes all rows.
     *
     * @throws IllegalStateException if the table is closed, or another thread's.
     */
    public void clear() {
        enter();
        index.clear();
        for (int slot = rows.takenFrom(0); slot >= 0; slot = rows.takenFrom(slot + 1)) {
            free(slot);
        }
    }

    /**
     * Removes the rows that are empty, whatever the table's own rules.
     *
     * @param empty tells of one row whether it may go.
     * @return how many were removed.
     * @throws NullPointerException  if there is no rule.
     * @throws IllegalStateException if a sweep is going on, if the table is closed, or another thread's.
     */
    public int sweep(Predicate<? super T> empty) {
        enter();
        return sweeps.sweep(Objects.requireNonNull(empty, "empty"), 0, 0);
    }

    /**
     * Removes the rows that were not touched for as long as the table's {@link SlotTableBuilder#expireAfter}, or longer.
     *
     * @param nowNanos the time.
     * @return how many were removed.
     * @throws IllegalStateException if rows of this table do not expire, if a sweep is going on, if the table is closed, or another
     *                               thread's.
     */
    public int sweepExpired(long nowNanos) {
        enter();
        return sweeps.expired(nowNanos);
    }

    /**
     * Removes the rows that are empty or expired by the table's rules if its interval has passed since the latest sweep by the clock; the
     * first interval begins with the first call, and another one where the time was set back behind the begin of the last.
     *
     * @param nowNanos the time.
     * @return how many were removed; 0 also when it is not time yet.
     * @throws IllegalStateException if the table has no rule to sweep by, if a sweep is going on, if the table is closed, or another
     *                               thread's.
     */
    public int onClock(long nowNanos) {
        enter();
        return sweeps.onClock(nowNanos);
    }

    /** Closes the table, and its block unless that was given: every cursor refuses every use from then on. Closing twice does nothing. */
    @Override
    public void close() {
        if (thread.close()) {
            cursors.close();
            closeBlock();
        }
    }

    @Override
    public String toString() {
        return "SlotTable{name=" + name() + ", capacity=" + capacity() + ", size=" + size() + "}";
    }

    private void closeBlock() {
        if (ownsBlock) {
            rows.block.close();
        }
    }
}
