package io.windrow.buffers;

import io.windrow.buffers.memory.MemoryBlock;
import io.windrow.buffers.memory.OffHeapMemory;

/**
 * When the first and the last trade of each of the newest closed candles happened: with that a late trade finds out whether it is its
 * candle's open or close. Kept for as many candles as the allowed lateness covers. One thread.
 */
final class TradeTimes implements AutoCloseable {

    /** The owner of the times, as the ledger shows it. */
    static final String TAG = "trade-times";

    /** First trade of a candle that has none. */
    static final long NONE = Long.MAX_VALUE;

    private final MemoryBlock block;
    private final int candles;

    TradeTimes(OffHeapMemory memory, CandleSpec spec, long allowedLatenessNanos) {
        candles = candles(spec, allowedLatenessNanos);
        block = memory.allocate(TAG, bytes(spec, allowedLatenessNanos));
    }

    static long bytes(CandleSpec spec, long allowedLatenessNanos) {
        return candles(spec, allowedLatenessNanos) * 2L * Long.BYTES;
    }

    private static int candles(CandleSpec spec, long allowedLatenessNanos) {
        return (int) Math.min(spec.capacity(), allowedLatenessNanos / spec.step() + 2);
    }

    /** How many of the newest closed candles can be changed. */
    int candles() {
        return candles;
    }

    long first(long sequence) {
        return block.getLongAt(at(sequence));
    }

    long last(long sequence) {
        return block.getLongAt(at(sequence) + 1);
    }

    void put(long sequence, long first, long last) {
        block.putLongAt(at(sequence), first);
        block.putLongAt(at(sequence) + 1, last);
    }

    private int at(long sequence) {
        return (int) (sequence % candles) * 2;
    }

    @Override
    public void close() {
        block.close();
    }
}
