package io.windrow.examples.prove.engines;

/** An engine under measurement. One thread publishes; the engine consumes on a thread of its own. */
public interface Engine extends AutoCloseable {

    /** Starts the consumer thread. */
    void start();

    /**
     * Publishes a trade; waits where there is no room.
     *
     * @param instrumentId what was traded.
     * @param timeNanos    nanoseconds since the epoch.
     * @param price        mantissa.
     * @param quantity     mantissa.
     * @param tradeId      the exchange's number.
     * @param sideCode     who took the initiative.
     * @param dueNanos     when it was due, 0 where nobody measures.
     */
    void publish(int instrumentId, long timeNanos, long price, long quantity, long tradeId, int sideCode, long dueNanos);

    /** Waits until all that was published is handled. */
    void awaitDrained();

    /**
     * Shows every closed candle that is kept. Only when drained.
     *
     * @param visitor receives them.
     */
    void forEachCandle(CandleVisitor visitor);

    /**
     * The objects that hold the candles, for engines that keep them on the heap.
     *
     * @return the roots, or an empty array where they are off heap.
     */
    Object[] candleRoots();

    /**
     * Bytes of candles off the heap.
     *
     * @return bytes, 0 for engines that keep them on the heap.
     */
    long offHeapCandleBytes();

    /**
     * The first thing that went wrong on the consumer thread.
     *
     * @return the exception, or null.
     */
    Throwable fault();

    /** Ends the consumer thread. */
    @Override
    void close();
}
