package io.windrow.buffers;

import io.windrow.buffers.memory.MemoryBlock;
import java.lang.invoke.VarHandle;

/**
 * The mechanics of a {@link Window}: where its rows lie, how they come and go, and how another thread copies them. {@link
 * WindowLayout} has the picture and says why a copy is whole.
 *
 * <p>A plain store of an aligned {@code long} after a release fence, and a plain load before an acquire fence, are what the counters
 * need; both are single instructions on the machines this runs on.
 */
abstract class Ring {

    /** Values of a trade and of a quote. */
    private static final int ROW_OF_EVENTS = 5;

    private final WindowShape shape;
    private final int capacity;
    /** For readers on other threads: block and base as one, so that they never see one of one place and the other of another. */
    private WindowPlace place;
    private MemoryBlock block;
    /** Index of the window's first {@code long} in the block. */
    private int base;
    /** Owner's copies of what the block holds, so that the hot path does not re-read it. */
    private long first;
    private long written;
    private int head;

    Ring(WindowPlace place, WindowShape shape) {
        this.shape = shape;
        capacity = shape.capacity();
        settle(place);
    }

    private void settle(WindowPlace newPlace) {
        block = newPlace.block();
        base = newPlace.base();
        VarHandle.releaseFence();
        place = newPlace;
    }

    final void describe(Instrument instrument, long step) {
        putHeader(WindowLayout.MAGIC_AT, WindowLayout.MAGIC);
        putHeader(WindowLayout.KIND_AT, pair(shape.kind(), shape.columns()));
        putHeader(WindowLayout.CAPACITY_AT, pair(capacity, instrument.id()));
        putHeader(WindowLayout.STEP_AT, step);
        putHeader(WindowLayout.DECIMALS_AT, pair(instrument.priceDecimals(), instrument.quantityDecimals()));
    }

    /**
     * Moves into a place that another window may have had. That window's rows are evicted first, and numbers begin beyond all that the
     * place or this window has had, so that no reader takes them for this one's.
     */
    final void takeOver(WindowPlace newPlace) {
        MemoryBlock to = newPlace.block();
        int at = newPlace.base();
        first = Math.max(to.getLongAt(at + WindowLayout.WRITTEN_AT), written) + capacity;
        written = first;
        head = (int) (first % capacity);
        to.putLongAt(at + WindowLayout.BEGUN_AT, first);
        VarHandle.storeStoreFence();
        to.putLongAt(at + WindowLayout.FIRST_AT, first);
        to.putLongAtRelease(at + WindowLayout.WRITTEN_AT, first);
        settle(newPlace);
    }

    /** Gives the place up; from now on every access throws. */
    final void leave() {
        place = WindowPlace.NOWHERE;
        block = place.block();
        first = written;
    }

    /** Whether the bytes are this window's alone. */
    final boolean isAlone() {
        return place.owned();
    }

    final MemoryBlock block() {
        return block;
    }

    final int rowCapacity() {
        return capacity;
    }

    final int columns() {
        return shape.columns();
    }

    final long shapeBytes() {
        return shape.bytes();
    }

    final long rowsWritten() {
        return written;
    }

    final int rowsKept() {
        return (int) Math.min(written - first, capacity);
    }

    // The writer's side.

    final long header(int at) {
        return block.getLongAt(base + at);
    }

    final void putHeader(int at, long value) {
        block.putLongAt(base + at, value);
    }

    /** Where the next row's first value lies; the stride is the shape's, which the callers know without looking. */
    final int nextRow(int rowStride) {
        return base + WindowLayout.HEADER + head * rowStride;
    }

    final int begunAt() {
        return base + WindowLayout.BEGUN_AT;
    }

    final int writtenAt() {
        return base + WindowLayout.WRITTEN_AT;
    }

    /** Counts the row that has just been put with the number of rows then written. */
    final void advance() {
        written++;
        int next = head + 1;
        head = next == capacity ? 0 : next;
    }

    /** Appends a row of five values, all there are, that lie side by side. */
    final void appendRow(long v0, long v1, long v2, long v3, long v4) {
        block.putRowAt(begunAt(), writtenAt(), written + 1, nextRow(ROW_OF_EVENTS), 1, v0, v1, v2, v3, v4);
        advance();
    }

    /** Starts a change of rows that readers may be copying. */
    final void beginRevision() {
        putHeader(WindowLayout.REVISION_AT, header(WindowLayout.REVISION_AT) + 1);
        VarHandle.storeStoreFence();
    }

    final void endRevision() {
        block.putLongAtRelease(base + WindowLayout.REVISION_AT, header(WindowLayout.REVISION_AT) + 1);
    }

    /** Where a value of a row lies; {@code ago} is checked by the caller. */
    final int indexOf(int column, int ago) {
        int slot = head - 1 - ago;
        return base + WindowLayout.HEADER + column * shape.columnStride() + (slot < 0 ? slot + capacity : slot) * shape.rowStride();
    }

    final int rowStride() {
        return shape.rowStride();
    }

    /** How many of the newest {@code count} rows lie before the ring's end; the others begin at its start. */
    final int rowsBeforeTheEnd(int count) {
        return head >= count ? count : count - head;
    }

    // The side of other threads.

    final long rowsWrittenAcquire() {
        WindowPlace at = place;
        return at.block().getLongAtAcquire(at.base() + WindowLayout.WRITTEN_AT);
    }

    final long oldestAcquire() {
        WindowPlace at = place;
        long complete = at.block().getLongAtAcquire(at.base() + WindowLayout.WRITTEN_AT);
        return Math.max(at.block().getLongAt(at.base() + WindowLayout.FIRST_AT), complete - capacity);
    }

    /** Copies {@code count} rows from a sequence on: {@code columns[i]} to {@code into[i][0..count-1]}. */
    final ReadStatus copyRows(long sequence, int count, int[] columns, long[][] into) {
        WindowPlace here = place;
        MemoryBlock from = here.block();
        int start = here.base();
        long revision = from.getLongAt(start + WindowLayout.REVISION_AT);
        ReadStatus before = statusOf(from, start, sequence, count);
        if (before != ReadStatus.OK) {
            return before;
        }
        for (int i = 0; i < columns.length; i++) {
            int at = start + WindowLayout.HEADER + columns[i] * shape.columnStride();
            int slot = slotOf(sequence);
            for (int row = 0; row < count; row++) {
                into[i][row] = from.getLongAt(at + slot * shape.rowStride());
                slot = slot + 1 == capacity ? 0 : slot + 1;
            }
        }
        return statusAfter(here, sequence, revision);
    }

    /** Copies one row, {@code into[column]}; what is beyond the row's columns stays as it is. */
    final ReadStatus copyRow(long sequence, long[] into) {
        WindowPlace here = place;
        MemoryBlock from = here.block();
        int start = here.base();
        long revision = from.getLongAt(start + WindowLayout.REVISION_AT);
        ReadStatus before = statusOf(from, start, sequence, 1);
        if (before != ReadStatus.OK) {
            return before;
        }
        from.getLongsAt(start + WindowLayout.HEADER + slotOf(sequence) * shape.rowStride(), shape.columnStride(), into, shape.columns());
        return statusAfter(here, sequence, revision);
    }

    /** What is read before this is read before the row, too: the load of the counter has acquire order. */
    private ReadStatus statusOf(MemoryBlock from, int start, long sequence, int count) {
        long complete = from.getLongAtAcquire(start + WindowLayout.WRITTEN_AT);
        if (sequence < complete - capacity || sequence < 0) {
            return ReadStatus.EVICTED;
        }
        return sequence > complete - count ? ReadStatus.NOT_YET_WRITTEN : ReadStatus.OK;
    }

    /** Whoever has the place now: a sequence that this window has yet to reach could be one of its rows. */
    private ReadStatus statusAfter(WindowPlace here, long sequence, long revision) {
        MemoryBlock from = here.block();
        int start = here.base();
        VarHandle.loadLoadFence();
        boolean moved = place != here;
        // In this order: a window that has come back to its place finds there what was begun in between.
        VarHandle.loadLoadFence();
        if (moved || sequence < from.getLongAt(start + WindowLayout.BEGUN_AT) - capacity
            || sequence < from.getLongAt(start + WindowLayout.FIRST_AT)) {
            return ReadStatus.EVICTED;
        }
        boolean changed = (revision & 1) != 0 || from.getLongAt(start + WindowLayout.REVISION_AT) != revision;
        return changed ? ReadStatus.REVISED : ReadStatus.OK;
    }

    /**
     * The remainder of a division by the capacity. Below two billion by two multiplications: D. Lemire, O. Kaser, N. Kurz, Faster
     * remainder by direct computation, 2019.
     */
    private int slotOf(long sequence) {
        if (sequence > Integer.MAX_VALUE) {
            return (int) (sequence % capacity);
        }
        long fraction = sequence * shape.reciprocal();
        return (int) (Math.multiplyHigh(fraction, capacity) + (fraction >> 63 & capacity));
    }

    private static long pair(int low, int high) {
        return (high & 0xffff_ffffL) << Integer.SIZE | (low & 0xffff_ffffL);
    }
}
