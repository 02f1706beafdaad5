package io.windrow.buffers;

import io.windrow.buffers.memory.OffHeapMemory;
import java.util.Objects;

/**
 * The last closed candles of one instrument and kind, and the one that is forming. Single writer: see {@link Window}.
 *
 * <p>Prices are mantissas at the instrument's price scale, volumes at its quantity scale; the methods that end in
 * {@code AsDouble} give the nearest double. Index 0 is the newest closed candle. A window takes 48 or 80 bytes a candle, as its
 * {@link CandleLayout} says, and 72 more, and 64 if it is opened alone.
 */
public final class CandleWindow extends CandleRing {

    /** The owner of all candle windows' bytes, as the ledger shows it. */
    public static final String TAG = "candles";

    private final CandleSpec spec;
    private final int index;

    CandleWindow(WindowPlace place, WindowShape shape, Instrument instrument, CandleSpec spec, int index) {
        super(place, shape, instrument, spec);
        this.spec = spec;
        this.index = index;
    }

    /**
     * Opens an empty window.
     *
     * @param memory     what it takes its bytes from, under the tag {@link #TAG}.
     * @param instrument what is traded.
     * @param spec       what it holds.
     * @return the window.
     * @throws IllegalArgumentException if the capacity is not positive or too large.
     * @throws io.windrow.buffers.memory.MemoryBudgetExceededException if the budget does not allow it.
     */
    public static CandleWindow open(OffHeapMemory memory, Instrument instrument, CandleSpec spec) {
        return open(memory, instrument, spec, 0);
    }

    static CandleWindow open(OffHeapMemory memory, Instrument instrument, CandleSpec spec, int index) {
        Objects.requireNonNull(instrument, "instrument");
        WindowShape shape = spec.shape();
        return new CandleWindow(WindowPlace.alone(memory, TAG, shape), shape, instrument, spec, index);
    }

    /**
     * What the window holds.
     *
     * @return the specification.
     */
    @Override
    public CandleSpec spec() {
        return spec;
    }

    /**
     * What one candle covers.
     *
     * @return the time frame.
     * @throws IllegalStateException if the window's kind has none.
     */
    public Timeframe timeframe() {
        return spec.timeframe();
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
     * Appends a closed candle to a window of {@link CandleLayout#OHLCV}. For the writing thread.
     *
     * @param openTimeNanos when it opened, after the newest candle's open time; for kinds without a time frame, not before it.
     * @param open          first price.
     * @param high          highest price.
     * @param low           lowest price.
     * @param close         last price.
     * @param volume        quantity traded.
     * @throws IllegalArgumentException if the open time is too early or the layout keeps more values; the window is unchanged then.
     * @throws IllegalStateException    if the window is closed.
     */
    public void append(long openTimeNanos, long open, long high, long low, long close, long volume) {
        if (isFull()) {
            throw wrongLayout(CandleLayout.OHLCV);
        }
        appendPrices(openTimeNanos, open, high, low, close, volume, 0, 0, 0, 0);
    }

    /**
     * Appends a closed candle to a window of {@link CandleLayout#FULL}. For the writing thread.
     *
     * @param openTimeNanos       when it opened, after the newest candle's open time; for kinds without a time frame, not before it.
     * @param open                first price.
     * @param high                highest price.
     * @param low                 lowest price.
     * @param close               last price.
     * @param volume              quantity traded.
     * @param quoteVolume         sum of price × quantity, mantissa at the quote scale.
     * @param tradeCount          how many trades.
     * @param takerBuyVolume      quantity traded at the initiative of the buyer.
     * @param takerBuyQuoteVolume sum of price × quantity at the initiative of the buyer.
     * @throws IllegalArgumentException if the open time is too early or the layout keeps fewer values; the window is unchanged then.
     * @throws IllegalStateException    if the window is closed.
     */
    public void append(long openTimeNanos, long open, long high, long low, long close, long volume, long quoteVolume, long tradeCount,
        long takerBuyVolume, long takerBuyQuoteVolume) {
        if (!isFull()) {
            throw wrongLayout(CandleLayout.FULL);
        }
        appendPrices(openTimeNanos, open, high, low, close, volume, quoteVolume, tradeCount, takerBuyVolume, takerBuyQuoteVolume);
    }

    /**
     * Copies one candle, whole or not at all. For any thread; never blocks the writer, never waits for it, allocates nothing.
     * What the writer did before it closed the candle is visible after {@link ReadStatus#OK}.
     *
     * @param sequence the candle's number, as {@link #newestSequence()} counts them.
     * @param into     receives it.
     * @return whether it did.
     * @throws IllegalStateException if the window is closed.
     */
    public ReadStatus read(long sequence, CandleSnapshot into) {
        into.columns = columns();
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
        return get(OPEN_TIME, ago);
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
        return get(OPEN, ago);
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
        return get(HIGH, ago);
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
        return get(LOW, ago);
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
        return get(CLOSE, ago);
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
        return get(VOLUME, ago);
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
     * Volume-weighted average price of a candle: quote volume / volume. Only in {@link CandleLayout#FULL}.
     *
     * @param ago 0 for the newest closed candle.
     * @return price at scale 0; the close where the volume is 0.
     * @throws IndexOutOfBoundsException if no such candle is kept.
     * @throws IllegalArgumentException  if the layout does not keep the quote volume.
     * @throws IllegalStateException     if the window is closed.
     */
    public double vwap(int ago) {
        double quote = valueAsDouble(CandleField.QUOTE_VOLUME, ago);
        long volume = volume(ago);
        return volume == 0 ? closeAsDouble(ago) : quote / Decimals.toDouble(volume, instrument().quantityDecimals());
    }

    /**
     * Whether a candle is forming. For the writing thread, as are the values of the forming candle.
     *
     * @return true between the first trade of a candle and its close.
     * @throws IllegalStateException if the window is closed.
     */
    public boolean hasForming() {
        checkOpen();
        return isFormingAnywhere();
    }

    /**
     * A value of the candle that is forming, of all trades so far, also of those that a finer frame has not closed yet. It changes
     * with the next trade.
     *
     * @param field which.
     * @return as the field's unit says: nanoseconds, mantissa or count.
     * @throws IllegalArgumentException if the layout does not keep this field.
     * @throws IllegalStateException    if no candle is forming, or the window is closed.
     */
    public long forming(CandleField field) {
        columnOf(field);
        if (!hasForming()) {
            throw new IllegalStateException("no candle is forming: window=" + description());
        }
        return formingOf(field);
    }

    @Override
    String description() {
        return "candles of " + instrument().symbol() + ", " + spec;
    }

    private RuntimeException wrongLayout(CandleLayout layout) {
        checkOpen();
        return new IllegalArgumentException(
            "the window's layout must be that of the values: values=" + layout + ", layout=" + spec.layout());
    }

    private double price(long mantissa) {
        return Decimals.toDouble(mantissa, instrument().priceDecimals());
    }
}
