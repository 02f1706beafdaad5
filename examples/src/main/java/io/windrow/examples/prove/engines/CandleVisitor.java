package io.windrow.examples.prove.engines;

/** Receives the candles an engine holds. */
@FunctionalInterface
public interface CandleVisitor {

    /**
     * Visits a closed candle. Instruments come by id, their frames finest first, their candles oldest first.
     *
     * @param instrumentId  what was traded.
     * @param stepNanos     time frame.
     * @param openTimeNanos nanoseconds since the epoch.
     * @param open          mantissa.
     * @param high          mantissa.
     * @param low           mantissa.
     * @param close         mantissa.
     * @param volume        mantissa.
     */
    void onCandle(int instrumentId, long stepNanos, long openTimeNanos, long open, long high, long low, long close, long volume);
}
