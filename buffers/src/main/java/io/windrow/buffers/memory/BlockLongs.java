package io.windrow.buffers.memory;

import java.lang.invoke.VarHandle;

/**
 * The bytes of a {@link MemoryBlock} as {@code long}s by their number: for what is made of nothing else, this is the shortest way to
 * them. Rows are checked once, not value by value, where the virtual machine was started with {@code --add-exports
 * java.base/jdk.internal.misc=ALL-UNNAMED}.
 *
 * <p>Threads and effects are those of the block. Nothing here allocates.
 */
public abstract class BlockLongs {

    Longs longs;

    BlockLongs(Longs longs) {
        this.longs = longs;
    }

    /**
     * The {@code long}s themselves, for what checks by itself, and once for many accesses, whether the block is closed.
     *
     * @return the longs. Who holds them holds the memory: its bytes count until they are let go.
     * @throws IllegalStateException if the block is closed.
     */
    public final Longs longs() {
        checkOpen();
        return longs;
    }

    /**
     * Reads a {@code long} by its number: where all of a block is {@code long}s, this is the shortest way.
     *
     * @param index counted in eight bytes from the start.
     * @return the value.
     * @throws IndexOutOfBoundsException if the eight bytes are not all inside.
     * @throws IllegalStateException     if the block is closed.
     */
    public final long getLongAt(int index) {
        try {
            return longs.get(index);
        } catch (IndexOutOfBoundsException e) {
            throw explainAt(index, 1);
        }
    }

    /**
     * Writes a {@code long} by its number.
     *
     * @param index counted in eight bytes from the start.
     * @param value the value.
     * @throws IndexOutOfBoundsException if the eight bytes are not all inside.
     * @throws IllegalStateException     if the block is closed.
     */
    public final void putLongAt(int index, long value) {
        try {
            longs.put(index, value);
        } catch (IndexOutOfBoundsException e) {
            throw explainAt(index, 1);
        }
    }

    /**
     * Reads {@code long}s that are equally far apart, with one check for all: the values of a row.
     *
     * @param index  of the first, counted in eight bytes from the start.
     * @param stride from one to the next, counted in eight bytes; not negative.
     * @param into   receives them from 0 on.
     * @param length how many; at least five, at most what the array holds.
     * @throws IndexOutOfBoundsException if they are not all inside the block, or the array.
     * @throws IllegalStateException     if the block is closed.
     */
    public final void getLongsAt(int index, int stride, long[] into, int length) {
        try {
            longs.get(index, stride, into, length);
        } catch (IndexOutOfBoundsException e) {
            throw explainAt(index, (length - 1) * stride + 1);
        }
    }

    /**
     * Reads a run of {@code long}s.
     *
     * @param index  of the first, counted in eight bytes from the start.
     * @param into   receives them.
     * @param offset where in the array.
     * @param length how many.
     * @throws IndexOutOfBoundsException if the run is not all inside the block, or the array.
     * @throws IllegalStateException     if the block is closed.
     */
    public final void getLongsAt(int index, long[] into, int offset, int length) {
        // A run of nothing is inside of anything, even of a closed block.
        checkOpen();
        try {
            longs.get(index, into, offset, length);
        } catch (IndexOutOfBoundsException e) {
            throw explainAt(index, length);
        }
    }

    /**
     * Reads a {@code long} by its number, with acquire order as {@link MemoryBlock#getLongAcquire}.
     *
     * @param index counted in eight bytes from the start.
     * @return the value.
     * @throws IndexOutOfBoundsException if the eight bytes are not all inside.
     * @throws IllegalStateException     if the block is closed.
     */
    public final long getLongAtAcquire(int index) {
        long value = getLongAt(index);
        VarHandle.acquireFence();
        return value;
    }

    /**
     * Writes a {@code long} by its number, with release order as {@link MemoryBlock#putLongRelease}.
     *
     * @param index counted in eight bytes from the start.
     * @param value the value.
     * @throws IndexOutOfBoundsException if the eight bytes are not all inside.
     * @throws IllegalStateException     if the block is closed.
     */
    public final void putLongAtRelease(int index, long value) {
        VarHandle.releaseFence();
        putLongAt(index, value);
    }

    /**
     * Writes a row of five values, such as a trade, that are equally far apart, and a count before and behind it. Whoever reads a
     * value of the row then finds the first count; whoever finds the second with {@link #getLongAtAcquire} reads the whole row. All
     * is checked before anything is written.
     *
     * @param begun   index of the count that is written first.
     * @param written index of the count that is written last.
     * @param count   the count.
     * @param index   of value 0.
     * @param stride  from one value to the next; not negative.
     * @param v0      value 0.
     * @param v1      value 1.
     * @param v2      value 2.
     * @param v3      value 3.
     * @param v4      value 4.
     * @throws IndexOutOfBoundsException if they are not all inside.
     * @throws IllegalStateException     if the block is closed.
     */
    public final void putRowAt(int begun, int written, long count, int index, int stride, long v0, long v1, long v2, long v3, long v4) {
        try {
            longs.putRow(begun, written, count, index, stride, v0, v1, v2, v3, v4);
        } catch (IndexOutOfBoundsException e) {
            throw explainAt(index, 1);
        }
    }

    /**
     * Writes a row of six values, such as a candle, that are equally far apart, and a count before and behind it. Whoever reads a
     * value of the row then finds the first count; whoever finds the second with {@link #getLongAtAcquire} reads the whole row. All
     * is checked before anything is written.
     *
     * @param begun   index of the count that is written first.
     * @param written index of the count that is written last.
     * @param count   the count.
     * @param index   of value 0.
     * @param stride  from one value to the next; not negative.
     * @param v0      value 0.
     * @param v1      value 1.
     * @param v2      value 2.
     * @param v3      value 3.
     * @param v4      value 4.
     * @param v5      value 5.
     * @throws IndexOutOfBoundsException if they are not all inside.
     * @throws IllegalStateException     if the block is closed.
     */
    public final void putRowAt(int begun, int written, long count, int index, int stride,
        long v0, long v1, long v2, long v3, long v4, long v5) {
        try {
            longs.putRow(begun, written, count, index, stride, v0, v1, v2, v3, v4, v5);
        } catch (IndexOutOfBoundsException e) {
            throw explainAt(index, 1);
        }
    }

    /**
     * Writes a row of ten values, such as a full candle, that are equally far apart, and a count before and behind it. Whoever reads
     * a value of the row then finds the first count; whoever finds the second with {@link #getLongAtAcquire} reads the whole row. All
     * is checked before anything is written.
     *
     * @param begun   index of the count that is written first.
     * @param written index of the count that is written last.
     * @param count   the count.
     * @param index   of value 0.
     * @param stride  from one value to the next; not negative.
     * @param v0      value 0.
     * @param v1      value 1.
     * @param v2      value 2.
     * @param v3      value 3.
     * @param v4      value 4.
     * @param v5      value 5.
     * @param v6      value 6.
     * @param v7      value 7.
     * @param v8      value 8.
     * @param v9      value 9.
     * @throws IndexOutOfBoundsException if they are not all inside.
     * @throws IllegalStateException     if the block is closed.
     */
    public final void putRowAt(int begun, int written, long count, int index, int stride,
        long v0, long v1, long v2, long v3, long v4, long v5, long v6, long v7, long v8, long v9) {
        try {
            longs.putRow(begun, written, count, index, stride, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9);
        } catch (IndexOutOfBoundsException e) {
            throw explainAt(index, 1);
        }
    }

    /**
     * Writes eight {@code long}s one behind the other, with one check for all: an event in its slot. Plain writes.
     *
     * @param index of value 0, counted in eight bytes from the start.
     * @param v0    value 0.
     * @param v1    value 1.
     * @param v2    value 2.
     * @param v3    value 3.
     * @param v4    value 4.
     * @param v5    value 5.
     * @param v6    value 6.
     * @param v7    value 7.
     * @throws IndexOutOfBoundsException if they are not all inside.
     * @throws IllegalStateException     if the block is closed.
     */
    public final void putLongsAt(int index, long v0, long v1, long v2, long v3, long v4, long v5, long v6, long v7) {
        try {
            longs.put(index, v0, v1, v2, v3, v4, v5, v6, v7);
        } catch (IndexOutOfBoundsException e) {
            throw explainAt(index, Longs.RUN);
        }
    }

    /**
     * Reads eight {@code long}s one behind the other, with one check for all.
     *
     * @param index of the first, counted in eight bytes from the start.
     * @param into  receives them; at least eight long.
     * @throws IndexOutOfBoundsException if they are not all inside the block, or the array.
     * @throws IllegalStateException     if the block is closed.
     */
    public final void getLongsAt(int index, long[] into) {
        try {
            longs.get(index, into);
        } catch (IndexOutOfBoundsException e) {
            throw explainAt(index, Longs.RUN);
        }
    }

    abstract void checkOpen();

    abstract RuntimeException explainAt(int index, int length);
}
