package io.windrow.buffers.talib;

import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import java.util.Objects;

/**
 * One of TA-Lib's batch functions with its parameters, and what it gave for the candles that were loaded when it ran. Made by
 * {@link TaLibWindow#function} or {@link TaLibWindow#integers}.
 *
 * <p>Index 0 is the newest candle. {@link #run()} computes all candles anew; it allocates nothing itself, the functions named in the
 * description of the package do. For one thread.
 */
public final class TaLibFunction {

    private final TaLibWindow in;
    private final String name;
    private final TaLibCall call;
    private final double[][] reals;
    private final int[][] integers;
    private final MInteger begin = new MInteger();
    private final MInteger count = new MInteger();
    /** Candles of the last run; 0 after one that failed, so that no older value is taken for a new one. */
    private int size;

    TaLibFunction(TaLibWindow in, String name, TaLibCall call, double[][] reals, int[][] integers) {
        this.in = in;
        this.name = name;
        this.call = call;
        this.reals = reals;
        this.integers = integers;
    }

    /**
     * Computes the outputs of all candles that are loaded now; without a candle there is nothing to compute.
     *
     * @return this.
     * @throws IllegalStateException if the function returns anything but {@link RetCode#Success}.
     */
    public TaLibFunction run() {
        size = 0;
        begin.value = 0;
        count.value = 0;
        if (in.size() > 0) {
            RetCode code = call.run(in.core(), in, this);
            if (code != RetCode.Success) {
                throw new IllegalStateException("TA-Lib must succeed: function=" + name + ", code=" + code + ", candles=" + in.size());
            }
        }
        size = in.size();
        return this;
    }

    /**
     * An output. Of a function that gives indices, 0 is the oldest candle, as in the columns.
     *
     * @param output its number, from 0, in the order of the function's parameters.
     * @param ago    0 for the newest candle.
     * @return the value, exact also where it is an {@code int}; NaN where the function gave none, such as in its warm-up.
     * @throws IndexOutOfBoundsException if there is no such output, or the last run did not cover such a candle.
     */
    public double value(int output, int ago) {
        if (ago < 0 || ago >= size) {
            throw new IndexOutOfBoundsException("candle must be one of the last run: ago=" + ago + ", candles=" + size
                + ", function=" + name);
        }
        return at(Objects.checkIndex(output, outputs()), size - 1 - ago);
    }

    /**
     * Copies an output of all candles of the last run, the oldest first.
     *
     * @param output its number, from 0.
     * @param into   receives as many values as candles, NaN where the function gave none.
     * @param offset of the oldest candle's value in the array.
     * @throws IndexOutOfBoundsException if there is no such output, or the array is too short.
     */
    public void copy(int output, double[] into, int offset) {
        Objects.checkIndex(output, outputs());
        Objects.checkFromIndexSize(offset, size, into.length);
        for (int i = 0; i < size; i++) {
            into[offset + i] = at(output, i);
        }
    }

    /**
     * How many outputs the function has.
     *
     * @return at least 1.
     */
    public int outputs() {
        return reals.length + integers.length;
    }

    /**
     * Where the function writes the index of the first candle with a value.
     *
     * @return what to pass as {@code outBegIdx}.
     */
    public MInteger begin() {
        return begin;
    }

    /**
     * Where the function writes how many values it gave.
     *
     * @return what to pass as {@code outNBElement}.
     */
    public MInteger count() {
        return count;
    }

    /**
     * Where the function writes an output of {@code double}; the first element is that of the candle at {@link #begin()}.
     *
     * @param output its number, from 0.
     * @return the array itself.
     * @throws IndexOutOfBoundsException if there is no such output.
     */
    public double[] reals(int output) {
        return reals[output];
    }

    /**
     * Where the function writes an output of {@code int}; the first element is that of the candle at {@link #begin()}.
     *
     * @param output its number, from 0.
     * @return the array itself.
     * @throws IndexOutOfBoundsException if there is no such output.
     */
    public int[] integers(int output) {
        return integers[output];
    }

    private double at(int output, int candle) {
        int i = candle - begin.value;
        if (i < 0 || i >= count.value) {
            return Double.NaN;
        }
        return reals.length > 0 ? reals[output][i] : integers[output][i];
    }
}
