package io.windrow.buffers;

/** Receives candles as they close. */
@FunctionalInterface
public interface CandleListener {

    /**
     * A candle has closed: index 0 of the window. Called by the thread that feeds the window; finer frames come before coarser ones
     * that close at the same moment.
     *
     * @param window the window that holds it.
     */
    void onCandle(CandleWindow window);
}
