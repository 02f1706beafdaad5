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

    /**
     * A closed candle has changed because of a late trade ({@link LatePolicy#MERGE}). What was worked out from it is to be worked out
     * again.
     *
     * @param window   the window that holds it.
     * @param sequence the candle's number; {@code window.newestSequence() - sequence} is its index.
     */
    default void onRevision(CandleWindow window, long sequence) {
    }
}
