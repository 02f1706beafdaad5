package io.windrow.buffers.indicators;

import io.windrow.buffers.memory.Longs;
import io.windrow.buffers.memory.MemoryBlock;
import java.util.Objects;

/**
 * What one indicator remembers: {@code long}s and doubles off the heap, at indexes from 0. All of it is 0 at first but the outputs, which
 * are NaN.
 *
 * <pre>
 *   0 …    the outputs, NaN until they are ready
 *   then   what the specification has reserved
 * </pre>
 *
 * <p>A formula is given it for one call: the next call of another formula may get the same object, showing another state.
 *
 * <p>For one thread: that of the set. Nothing allocates. Every access from outside is checked against the bounds of this state. The
 * built-in formulas, which only use indexes they have reserved, go by the bounds of the block alone: a check for each of the dozen
 * accesses of an update costs an eighth of it.
 */
public final class IndicatorState {

    private MemoryBlock block;
    /** The shortest way to the block; what closes the block is looked at by the set, once for all formulas. */
    private Longs words;
    private int at;
    private int longs;
    /** The set's, which counts for all: here for those that work on this state alone. */
    private long samples;

    IndicatorState(MemoryBlock block, int at, int longs) {
        this.block = block;
        words = block.longs();
        this.at = at;
        this.longs = longs;
    }

    /**
     * Reads a {@code long}.
     *
     * @param index counted in eight bytes.
     * @return the value.
     * @throws IndexOutOfBoundsException if it is not inside the state.
     * @throws IllegalStateException     if the set is closed.
     */
    public long getLong(int index) {
        return block.getLongAt(at + Objects.checkIndex(index, longs));
    }

    /**
     * Writes a {@code long}.
     *
     * @param index counted in eight bytes.
     * @param value the value.
     * @throws IndexOutOfBoundsException if it is not inside the state.
     * @throws IllegalStateException     if the set is closed.
     */
    public void putLong(int index, long value) {
        block.putLongAt(at + Objects.checkIndex(index, longs), value);
    }

    /**
     * Reads a double.
     *
     * @param index counted in eight bytes.
     * @return the value, bit for bit.
     * @throws IndexOutOfBoundsException if it is not inside the state.
     * @throws IllegalStateException     if the set is closed.
     */
    public double get(int index) {
        return Double.longBitsToDouble(getLong(index));
    }

    /**
     * Writes a double.
     *
     * @param index counted in eight bytes.
     * @param value the value.
     * @throws IndexOutOfBoundsException if it is not inside the state.
     * @throws IllegalStateException     if the set is closed.
     */
    public void put(int index, double value) {
        putLong(index, Double.doubleToRawLongBits(value));
    }

    /**
     * Sets an output; for what an update works out.
     *
     * @param output its number, from 0.
     * @param value  the value; NaN where it is not ready.
     * @throws IndexOutOfBoundsException if it is not inside the state.
     * @throws IllegalStateException     if the set is closed.
     */
    public void putOutput(int output, double value) {
        put(output, value);
    }

    /**
     * Candles taken in before the one in hand.
     *
     * @return the count.
     */
    public long samples() {
        return samples;
    }

    long loadLong(int index) {
        return words.get(at + index);
    }

    void storeLong(int index, long value) {
        words.put(at + index, value);
    }

    double load(int index) {
        return Double.longBitsToDouble(words.get(at + index));
    }

    void store(int index, double value) {
        words.put(at + index, Double.doubleToRawLongBits(value));
    }

    void storeOutput(int output, double value) {
        words.put(at + output, Double.doubleToRawLongBits(value));
    }

    double output(int output) {
        return Double.longBitsToDouble(block.getLongAt(at + output));
    }

    void setSamples(long count) {
        samples = count;
    }

    void reset(int outputs) {
        for (int i = 0; i < longs; i++) {
            storeLong(i, 0);
        }
        for (int i = 0; i < outputs; i++) {
            storeOutput(i, Double.NaN);
        }
    }

    /** Becomes the state of a part that begins at an index, until {@link #leave}. */
    void enter(int index, int partLongs) {
        Objects.checkFromIndexSize(index, partLongs, longs);
        at += index;
        longs = partLongs;
    }

    void leave(int index, int wholeLongs) {
        at -= index;
        longs = wholeLongs;
    }

    /** Becomes another state of the same block. */
    void moveTo(IndicatorState other) {
        at = other.at;
        longs = other.longs;
    }

    int longs() {
        return longs;
    }

    /** Makes this, a scratch of the same block or of another, a copy of a state. */
    void copyFrom(IndicatorState other) {
        longs = other.longs;
        block.copyFrom(at * Long.BYTES, other.block, other.at * Long.BYTES, longs * Long.BYTES);
    }

    /** Makes every later access an error. */
    void abandon() {
        block = MemoryBlock.none();
        words = Longs.none();
    }
}
