package io.windrow.examples.prove.engines;

/** Receives signals as plain numbers, so that engines with and without messages can be compared. */
@FunctionalInterface
public interface SignalListener {

    /**
     * An engine has decided. Called by its consumer thread.
     *
     * @param instrumentId    what to trade.
     * @param sideCode        1 to buy, -1 to sell.
     * @param stepNanos       time frame it was decided on.
     * @param candleTimeNanos open time of the candle that led to it.
     * @param price           its close, mantissa.
     * @param dueNanos        when the trade that closed the candle was due, 0 where nobody measures.
     */
    void onSignal(int instrumentId, int sideCode, long stepNanos, long candleTimeNanos, long price, long dueNanos);
}
