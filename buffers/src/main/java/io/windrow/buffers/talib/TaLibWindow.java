package io.windrow.buffers.talib;

import com.tictactec.ta.lib.Core;
import io.windrow.buffers.CandleField;
import io.windrow.buffers.CandleWindow;

/**
 * The closed candles of a window as the arrays that TA-Lib's batch functions take in. The arrays are made once; {@link #load} fills them
 * from one window after another.
 *
 * <p>An array has as many elements as there is room for candles, of which the first {@link #size()} are valid, the oldest candle first.
 * For one thread, that which writes the window when it loads. Only the constructor and {@link #function} and {@link #integers} allocate:
 * five arrays of {@code double} here, one for each output there.
 */
public final class TaLibWindow {

    private final Core core = new Core();
    private final double[] opens;
    private final double[] highs;
    private final double[] lows;
    private final double[] closes;
    private final double[] volumes;
    private int size;

    /**
     * Makes the arrays.
     *
     * @param capacity most candles.
     * @throws IllegalArgumentException if it is not positive.
     */
    public TaLibWindow(int capacity) {
        if (capacity <= 0) {
            throw new IllegalArgumentException("capacity must be positive: capacity=" + capacity);
        }
        opens = new double[capacity];
        highs = new double[capacity];
        lows = new double[capacity];
        closes = new double[capacity];
        volumes = new double[capacity];
    }

    /**
     * Copies all closed candles that a window keeps, as the nearest doubles.
     *
     * @param window what to copy.
     * @return this.
     * @throws IllegalArgumentException if the window can keep more candles than there is room for.
     * @throws IllegalStateException    if the window is closed; what was loaded before stays then.
     */
    public TaLibWindow load(CandleWindow window) {
        if (window.capacity() > closes.length) {
            throw new IllegalArgumentException("there must be room for all candles of the window: capacity=" + closes.length
                + ", window=" + window.capacity());
        }
        int count = window.size();
        if (count > 0) {
            window.copyAsDouble(CandleField.OPEN, count, opens, 0);
            window.copyAsDouble(CandleField.HIGH, count, highs, 0);
            window.copyAsDouble(CandleField.LOW, count, lows, 0);
            window.copyAsDouble(CandleField.CLOSE, count, closes, 0);
            window.copyAsDouble(CandleField.VOLUME, count, volumes, 0);
        }
        size = count;
        return this;
    }

    /**
     * Prepares a function with outputs of {@code double}.
     *
     * @param name    for errors.
     * @param outputs how many.
     * @param call    calls it.
     * @return the function, not yet run.
     * @throws IllegalArgumentException if there is no output.
     */
    public TaLibFunction function(String name, int outputs, TaLibCall call) {
        return new TaLibFunction(this, name, call, new double[checkOutputs(outputs)][closes.length], new int[0][]);
    }

    /**
     * Prepares a function with outputs of {@code int}: a candlestick pattern, or one that gives indices.
     *
     * @param name    for errors.
     * @param outputs how many.
     * @param call    calls it.
     * @return the function, not yet run.
     * @throws IllegalArgumentException if there is no output.
     */
    public TaLibFunction integers(String name, int outputs, TaLibCall call) {
        return new TaLibFunction(this, name, call, new double[0][], new int[checkOutputs(outputs)][closes.length]);
    }

    /**
     * What the functions are called on; here unstable periods and the settings of candlestick patterns can be changed.
     *
     * @return the same object each time.
     */
    public Core core() {
        return core;
    }

    /**
     * Candles loaded.
     *
     * @return 0 to the capacity.
     */
    public int size() {
        return size;
    }

    /**
     * Index of the newest candle in the columns.
     *
     * @return the size less 1.
     */
    public int end() {
        return size - 1;
    }

    /**
     * First prices.
     *
     * @return the array itself, oldest first.
     */
    public double[] opens() {
        return opens;
    }

    /**
     * Highest prices.
     *
     * @return the array itself, oldest first.
     */
    public double[] highs() {
        return highs;
    }

    /**
     * Lowest prices.
     *
     * @return the array itself, oldest first.
     */
    public double[] lows() {
        return lows;
    }

    /**
     * Last prices.
     *
     * @return the array itself, oldest first.
     */
    public double[] closes() {
        return closes;
    }

    /**
     * Quantities traded.
     *
     * @return the array itself, oldest first.
     */
    public double[] volumes() {
        return volumes;
    }

    private static int checkOutputs(int outputs) {
        if (outputs <= 0) {
            throw new IllegalArgumentException("a function must have an output: outputs=" + outputs);
        }
        return outputs;
    }
}
