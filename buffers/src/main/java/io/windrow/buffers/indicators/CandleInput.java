package io.windrow.buffers.indicators;

import io.windrow.buffers.CandleField;
import io.windrow.buffers.CandleWindow;
import io.windrow.buffers.Decimals;
import io.windrow.buffers.Instrument;

/**
 * The values of one candle as doubles, as indicators take them in. Made once and reused; for one thread; its methods allocate nothing.
 */
public final class CandleInput {

    /** Whether open and volume, which few ask for, are still mantissas: a division costs more than all else that is read here. */
    private boolean hasMantissas;
    private long openMantissa;
    private long volumeMantissa;
    private int priceDecimals;
    private int quantityDecimals;
    private long openTimeNanos;
    private double open;
    private double high;
    private double low;
    private double close;
    private double volume;

    /** Creates a candle of zeros. */
    public CandleInput() {
    }

    /**
     * Takes on values that come from anywhere.
     *
     * @param timeNanos when the candle opened, nanoseconds since the epoch.
     * @param first     open price.
     * @param highest   high price.
     * @param lowest    low price.
     * @param last      close price.
     * @param quantity  volume.
     * @return this.
     * @throws IllegalArgumentException if a value is NaN or infinite; nothing has changed then.
     */
    public CandleInput set(long timeNanos, double first, double highest, double lowest, double last, double quantity) {
        requireFinite("open", first);
        requireFinite("high", highest);
        requireFinite("low", lowest);
        requireFinite("close", last);
        requireFinite("volume", quantity);
        hasMantissas = false;
        openTimeNanos = timeNanos;
        open = first;
        high = highest;
        low = lowest;
        close = last;
        volume = quantity;
        return this;
    }

    /**
     * Takes on a closed candle of a window.
     *
     * @param window holds it.
     * @param ago    0 for the newest.
     * @return this.
     * @throws IndexOutOfBoundsException if no such candle is kept.
     * @throws IllegalStateException     if the window is closed.
     */
    public CandleInput setClosed(CandleWindow window, int ago) {
        Instrument instrument = window.instrument();
        priceDecimals = instrument.priceDecimals();
        quantityDecimals = instrument.quantityDecimals();
        openTimeNanos = window.openTimeNanos(ago);
        openMantissa = window.open(ago);
        volumeMantissa = window.volume(ago);
        hasMantissas = true;
        high = window.highAsDouble(ago);
        low = window.lowAsDouble(ago);
        close = window.closeAsDouble(ago);
        return this;
    }

    /**
     * Takes on the candle that is forming.
     *
     * @param window where it forms.
     * @return this.
     * @throws IllegalStateException if none is forming, or the window is closed.
     */
    public CandleInput setForming(CandleWindow window) {
        Instrument instrument = window.instrument();
        hasMantissas = false;
        openTimeNanos = window.forming(CandleField.OPEN_TIME);
        open = forming(window, CandleField.OPEN, instrument.priceDecimals());
        high = forming(window, CandleField.HIGH, instrument.priceDecimals());
        low = forming(window, CandleField.LOW, instrument.priceDecimals());
        close = forming(window, CandleField.CLOSE, instrument.priceDecimals());
        volume = forming(window, CandleField.VOLUME, instrument.quantityDecimals());
        return this;
    }

    /**
     * When the candle opened.
     *
     * @return nanoseconds since the epoch.
     */
    public long openTimeNanos() {
        return openTimeNanos;
    }

    /**
     * First price.
     *
     * @return price.
     */
    public double open() {
        return hasMantissas ? Decimals.toDouble(openMantissa, priceDecimals) : open;
    }

    /**
     * Highest price.
     *
     * @return price.
     */
    public double high() {
        return high;
    }

    /**
     * Lowest price.
     *
     * @return price.
     */
    public double low() {
        return low;
    }

    /**
     * Last price.
     *
     * @return price.
     */
    public double close() {
        return close;
    }

    /**
     * Quantity traded.
     *
     * @return quantity.
     */
    public double volume() {
        return hasMantissas ? Decimals.toDouble(volumeMantissa, quantityDecimals) : volume;
    }

    private static double forming(CandleWindow window, CandleField field, int decimals) {
        return Decimals.toDouble(window.forming(field), decimals);
    }

    private static void requireFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("candle values must be finite: " + name + "=" + value);
        }
    }
}
