package io.windrow.buffers.indicators;

import io.windrow.buffers.CandleWindow;

/** A value that follows a candle window. Single writer: the thread that feeds it; allocates nothing. */
public interface Indicator {

    /**
     * Takes in the newest closed candle of a window.
     *
     * @param window holds at least one candle.
     */
    void update(CandleWindow window);

    /**
     * The value after the candles so far.
     *
     * @return the value, NaN until ready.
     */
    double value();

    /**
     * Candles needed before there is a value.
     *
     * @return the count.
     */
    int warmUpPeriod();

    /**
     * Whether there is a value.
     *
     * @return true from the candle on that ends the warm-up.
     */
    boolean isReady();

    /** Forgets all candles. */
    void reset();
}
