package io.windrow.buffers;

import io.windrow.buffers.memory.MemoryBlock;
import io.windrow.buffers.memory.OffHeapMemory;
import java.lang.invoke.VarHandle;
import java.util.Objects;

/**
 * A ring of rows of {@code long}s outside the heap, kept by column: the newest {@link #capacity()} rows, the older ones overwritten.
 *
 * <p>Single writer: the thread that appends, which also reads by index (0 is the newest row). Other threads read by sequence
 * with the {@code read} method of each window. Size is fixed at opening; no method allocates but on error.
 */
public abstract class Window implements AutoCloseable {

    /** Sequence of the newest row of a window without rows. */
    public static final long NO_SEQUENCE = -1;

    final MemoryBlock block;
    private final Instrument instrument;
    private final int capacity;
    private final int columnBytes;
    /** Owner's copies of what the block holds, so that the hot path does not re-read it. */
    private long written;
    private int head;
    private int size;

    Window(OffHeapMemory memory, String tag, int kind, int columns, Instrument instrument, int capacity, long stepNanos) {
        this.capacity = WindowLayout.checkCapacity(capacity, columns);
        this.columnBytes = capacity * Long.BYTES;
        this.instrument = Objects.requireNonNull(instrument, "instrument");
        block = memory.allocate(tag, WindowLayout.blockBytes(capacity, columns));
        block.putLong(WindowLayout.MAGIC_OFFSET, WindowLayout.MAGIC);
        block.putInt(WindowLayout.KIND_OFFSET, kind);
        block.putInt(WindowLayout.COLUMNS_OFFSET, columns);
        block.putInt(WindowLayout.CAPACITY_OFFSET, capacity);
        block.putInt(WindowLayout.INSTRUMENT_OFFSET, instrument.id());
        block.putLong(WindowLayout.STEP_OFFSET, stepNanos);
        block.putInt(WindowLayout.PRICE_DECIMALS_OFFSET, instrument.priceDecimals());
        block.putInt(WindowLayout.QUANTITY_DECIMALS_OFFSET, instrument.quantityDecimals());
    }

    /**
     * What the rows are about.
     *
     * @return the instrument.
     */
    public final Instrument instrument() {
        return instrument;
    }

    /**
     * Most rows kept.
     *
     * @return rows.
     */
    public final int capacity() {
        return capacity;
    }

    /**
     * Rows that can be read now. For the writing thread.
     *
     * @return 0 to {@link #capacity()}.
     * @throws IllegalStateException if the window is closed.
     */
    public final int size() {
        checkOpen();
        return size;
    }

    /**
     * Sequence of the newest complete row. For any thread.
     *
     * @return the sequence, or {@link #NO_SEQUENCE} where there is no row yet.
     * @throws IllegalStateException if the window is closed.
     */
    public final long newestSequence() {
        return block.getLongAcquire(WindowLayout.WRITTEN_OFFSET) - 1;
    }

    /**
     * Sequence of the oldest row that is still kept. For any thread; a concurrent writer may overwrite it at any time.
     *
     * @return the sequence, or 0 where there is no row yet.
     * @throws IllegalStateException if the window is closed.
     */
    public final long oldestSequence() {
        return Math.max(0, block.getLongAcquire(WindowLayout.WRITTEN_OFFSET) - capacity);
    }

    /**
     * What the window takes from the budget.
     *
     * @return bytes: capacity × bytes per row, rounded up to 64, plus 256.
     */
    public final long memoryBytes() {
        return block.footprintBytes();
    }

    /**
     * Whether the window was closed.
     *
     * @return true after {@link #close()}.
     */
    public final boolean isClosed() {
        return block.isClosed();
    }

    /** Gives the window's bytes back. Every later call but this one, {@link #isClosed()} and what is constant throws. */
    @Override
    public final void close() {
        block.close();
    }

    /** Starts the next row: says so before any of the bytes it replaces are touched. */
    final int beginRow() {
        block.putLongRelease(WindowLayout.BEGUN_OFFSET, written + 1);
        VarHandle.storeStoreFence();
        return head;
    }

    /** Makes the row begun last readable. */
    final void endRow() {
        written++;
        head = head + 1 == capacity ? 0 : head + 1;
        size = Math.min(size + 1, capacity);
        block.putLongRelease(WindowLayout.WRITTEN_OFFSET, written);
    }

    final void put(int column, int slot, long value) {
        block.putLong(WindowLayout.COLUMNS_START + column * columnBytes + (slot << 3), value);
    }

    final long get(int column, int ago) {
        return block.getLong(WindowLayout.COLUMNS_START + column * columnBytes + (slotOf(ago) << 3));
    }

    /** Copies a row for another thread; {@code into} gets one value for each column. */
    final ReadStatus readRow(long sequence, long[] into) {
        long complete = block.getLongAcquire(WindowLayout.WRITTEN_OFFSET);
        if (sequence >= complete) {
            return ReadStatus.NOT_YET_WRITTEN;
        }
        if (sequence < complete - capacity || sequence < 0) {
            return ReadStatus.EVICTED;
        }
        int slot = (int) (sequence % capacity);
        for (int column = 0; column < into.length; column++) {
            into[column] = block.getLong(WindowLayout.COLUMNS_START + column * columnBytes + (slot << 3));
        }
        VarHandle.loadLoadFence();
        long begun = block.getLongAcquire(WindowLayout.BEGUN_OFFSET);
        return sequence < begun - capacity ? ReadStatus.EVICTED : ReadStatus.OK;
    }

    private int slotOf(int ago) {
        if (ago < 0 || ago >= size) {
            throw noSuchRow(ago);
        }
        int slot = head - 1 - ago;
        return slot < 0 ? slot + capacity : slot;
    }

    private void checkOpen() {
        if (block.isClosed()) {
            throw new IllegalStateException("window is closed: " + block);
        }
    }

    private RuntimeException noSuchRow(int ago) {
        checkOpen();
        return new IndexOutOfBoundsException("row is evicted or not yet written: ago=" + ago + ", sequence=" + (written - 1 - ago)
            + ", oldest kept=" + oldestSequence() + ", newest=" + newestSequence() + ", instrument=" + instrument.symbol());
    }
}
