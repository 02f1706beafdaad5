package io.windrow.buffers;

import io.windrow.buffers.memory.OffHeapMemory;

/**
 * The last closed candles of one instrument and time frame, and the one that is forming. Single writer: see {@link Window}.
 *
 * <p>Prices are mantissas at the instrument's price scale, volumes at its quantity scale; the methods that end in
 * {@code AsDouble} give the nearest double. Index 0 is the newest closed candle. A window takes 48 bytes
 * a candle, rounded up to 64, and 256 more.
 */
public final class CandleWindow extends Window {

    /** Open time of a forming candle that does not exist. */
    private static final long NONE = Long.MIN_VALUE;

    private final Timeframe timeframe;
    private final int index;

    private CandleWindow(OffHeapMemory memory, Instrument instrument, Timeframe timeframe, int capacity, int index) {
        super(memory, "candles", CandleLayout.KIND, CandleLayout.COLUMNS, instrument, capacity, timeframe.stepNanos());
        this.timeframe = timeframe;
        this.index = index;
        clearForming();
    }

    /**
     * Opens an empty window.
     *
     * @param memory     what it takes its bytes from, under the tag {@code candles}.
     * @param instrument what is traded.
     * @param timeframe  what one candle covers.
     * @param capacity   closed candles kept; positive.
     * @return the window.
     * @throws IllegalArgumentException if the capacity is not positive or too large.
     * @throws io.windrow.buffers.memory.MemoryBudgetExceededException if the budget does not allow it.
     */
    public static CandleWindow open(OffHeapMemory memory, Instrument instrument, Timeframe timeframe, int capacity) {
        return open(memory, instrument, timeframe, capacity, 0);
    }

    static CandleWindow open(OffHeapMemory memory, Instrument instrument, Timeframe timeframe, int capacity, int index) {
        return new CandleWindow(memory, instrument, timeframe, capacity, index);
    }

    /**
     * What a window takes from the budget.
     *
     * @param capacity closed candles kept.
     * @return bytes.
     */
    public static long footprintBytes(int capacity) {
        return OffHeapMemory.footprintBytes(WindowLayout.blockBytes(capacity, CandleLayout.COLUMNS));
    }

    /**
     * What one candle covers.
     *
     * @return the time frame.
     */
    public Timeframe timeframe() {
        return timeframe;
    }

    /**
     * Position of this window among those opened together, dense from 0, for tables with an entry for each window.
     *
     * @return the position, 0 for a window opened alone.
     */
    public int index() {
        return index;
    }

    /**
     * Appends a closed candle. For the writing thread.
     *
     * @param openTimeNanos when it opened, after the newest candle's open time.
     * @param open          first price.
     * @param high          highest price.
     * @param low           lowest price.
     * @param close         last price.
     * @param volume        quantity traded.
     * @throws IllegalArgumentException if the open time is not after the newest candle's; the window is unchanged then.
     * @throws IllegalStateException    if the window is closed.
     */
    public void append(long openTimeNanos, long open, long high, long low, long close, long volume) {
        if (size() > 0 && openTimeNanos <= openTimeNanos(0)) {
            throw new IllegalArgumentException("open time must increase: openTimeNanos=" + openTimeNanos
                + ", newest=" + openTimeNanos(0) + ", instrument=" + instrument().symbol());
        }
        int slot = beginRow();
        put(CandleLayout.OPEN_TIME, slot, openTimeNanos);
        put(CandleLayout.OPEN, slot, open);
        put(CandleLayout.HIGH, slot, high);
        put(CandleLayout.LOW, slot, low);
        put(CandleLayout.CLOSE, slot, close);
        put(CandleLayout.VOLUME, slot, volume);
        endRow();
    }

    /**
     * Copies one candle, whole or not at all. For any thread; never blocks the writer, never waits for it, allocates nothing.
     * What the writer did before it closed the candle is visible after {@link ReadStatus#OK}.
     *
     * @param sequence the candle's number since the window was opened.
     * @param into     receives it.
     * @return whether it did.
     * @throws IllegalStateException if the window is closed.
     */
    public ReadStatus read(long sequence, CandleSnapshot into) {
        return readRow(sequence, into.values);
    }

    /**
     * When a candle opened.
     *
     * @param ago 0 for the newest closed candle.
     * @return nanoseconds since the epoch.
     * @throws IndexOutOfBoundsException if no such candle is kept.
     * @throws IllegalStateException     if the window is closed.
     */
    public long openTimeNanos(int ago) {
        return get(CandleLayout.OPEN_TIME, ago);
    }

    /**
     * First price of a candle.
     *
     * @param ago 0 for the newest closed candle.
     * @return mantissa.
     * @throws IndexOutOfBoundsException if no such candle is kept.
     * @throws IllegalStateException     if the window is closed.
     */
    public long open(int ago) {
        return get(CandleLayout.OPEN, ago);
    }

    /**
     * Highest price of a candle.
     *
     * @param ago 0 for the newest closed candle.
     * @return mantissa.
     * @throws IndexOutOfBoundsException if no such candle is kept.
     * @throws IllegalStateException     if the window is closed.
     */
    public long high(int ago) {
        return get(CandleLayout.HIGH, ago);
    }

    /**
     * Lowest price of a candle.
     *
     * @param ago 0 for the newest closed candle.
     * @return mantissa.
     * @throws IndexOutOfBoundsException if no such candle is kept.
     * @throws IllegalStateException     if the window is closed.
     */
    public long low(int ago) {
        return get(CandleLayout.LOW, ago);
    }

    /**
     * Last price of a candle.
     *
     * @param ago 0 for the newest closed candle.
     * @return mantissa.
     * @throws IndexOutOfBoundsException if no such candle is kept.
     * @throws IllegalStateException     if the window is closed.
     */
    public long close(int ago) {
        return get(CandleLayout.CLOSE, ago);
    }

    /**
     * Quantity traded in a candle.
     *
     * @param ago 0 for the newest closed candle.
     * @return mantissa at the quantity scale.
     * @throws IndexOutOfBoundsException if no such candle is kept.
     * @throws IllegalStateException     if the window is closed.
     */
    public long volume(int ago) {
        return get(CandleLayout.VOLUME, ago);
    }

    /**
     * First price of a candle, as the nearest double.
     *
     * @param ago 0 for the newest closed candle.
     * @return price.
     */
    public double openAsDouble(int ago) {
        return price(open(ago));
    }

    /**
     * Highest price of a candle, as the nearest double.
     *
     * @param ago 0 for the newest closed candle.
     * @return price.
     */
    public double highAsDouble(int ago) {
        return price(high(ago));
    }

    /**
     * Lowest price of a candle, as the nearest double.
     *
     * @param ago 0 for the newest closed candle.
     * @return price.
     */
    public double lowAsDouble(int ago) {
        return price(low(ago));
    }

    /**
     * Last price of a candle, as the nearest double.
     *
     * @param ago 0 for the newest closed candle.
     * @return price.
     */
    public double closeAsDouble(int ago) {
        return price(close(ago));
    }

    /**
     * Quantity traded in a candle, as the nearest double.
     *
     * @param ago 0 for the newest closed candle.
     * @return quantity.
     */
    public double volumeAsDouble(int ago) {
        return Decimals.toDouble(volume(ago), instrument().quantityDecimals());
    }

    /**
     * Whether a candle is forming. For the writing thread, as are the values of the forming candle.
     *
     * @return true between the first trade of a candle and its close.
     * @throws IllegalStateException if the window is closed.
     */
    public boolean hasForming() {
        return formingValue(CandleLayout.OPEN_TIME) != NONE;
    }

    /**
     * A value of the candle that is forming. In a coarser frame it holds the closed candles of the finer frames so far.
     *
     * @param field which.
     * @return nanoseconds for the open time, else a mantissa.
     * @throws IllegalStateException if no candle is forming, or the window is closed.
     */
    public long forming(CandleField field) {
        if (!hasForming()) {
            throw new IllegalStateException("no candle is forming: instrument=" + instrument().symbol() + ", timeframe=" + timeframe);
        }
        return formingValue(field.column);
    }

    /** Whether a moment lies behind the forming candle's end, so that it has to be closed. */
    boolean isDue(long timeNanos) {
        return timeNanos - formingValue(CandleLayout.OPEN_TIME) >= timeframe.stepNanos();
    }

    long formingOpenTimeNanos() {
        return formingValue(CandleLayout.OPEN_TIME);
    }

    /** Puts a trade, or a closed candle of a finer frame, into the forming candle; starts one where there is none. */
    void merge(long timeNanos, long open, long high, long low, long close, long volume) {
        if (!hasForming()) {
            startForming(timeframe.openTimeNanos(timeNanos), open, high, low, close, volume);
            return;
        }
        long sum = Math.addExact(formingValue(CandleLayout.VOLUME), volume);
        if (high > formingValue(CandleLayout.HIGH)) {
            putForming(CandleLayout.HIGH, high);
        }
        if (low < formingValue(CandleLayout.LOW)) {
            putForming(CandleLayout.LOW, low);
        }
        putForming(CandleLayout.CLOSE, close);
        putForming(CandleLayout.VOLUME, sum);
    }

    /** Appends the forming candle to the closed ones. */
    void closeForming() {
        append(formingValue(CandleLayout.OPEN_TIME), formingValue(CandleLayout.OPEN), formingValue(CandleLayout.HIGH),
            formingValue(CandleLayout.LOW), formingValue(CandleLayout.CLOSE), formingValue(CandleLayout.VOLUME));
        clearForming();
    }

    private void startForming(long openTimeNanos, long open, long high, long low, long close, long volume) {
        putForming(CandleLayout.OPEN_TIME, openTimeNanos);
        putForming(CandleLayout.OPEN, open);
        putForming(CandleLayout.HIGH, high);
        putForming(CandleLayout.LOW, low);
        putForming(CandleLayout.CLOSE, close);
        putForming(CandleLayout.VOLUME, volume);
    }

    private void clearForming() {
        putForming(CandleLayout.OPEN_TIME, NONE);
    }

    private long formingValue(int column) {
        return block.getLong(WindowLayout.FORMING_OFFSET + (column << 3));
    }

    private void putForming(int column, long value) {
        block.putLong(WindowLayout.FORMING_OFFSET + (column << 3), value);
    }

    private double price(long mantissa) {
        return Decimals.toDouble(mantissa, instrument().priceDecimals());
    }
}
