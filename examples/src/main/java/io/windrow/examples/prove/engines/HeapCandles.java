package io.windrow.examples.prove.engines;

import io.windrow.buffers.Instrument;
import io.windrow.buffers.Timeframe;

/** A window on the heap: the forming candle in plain fields, the closed ones in whatever the engine keeps them in. */
abstract class HeapCandles {

    final Instrument instrument;
    final Timeframe timeframe;
    final int capacity;
    final Crossing crossing = new Crossing();
    private boolean forming;
    private long openTime;
    private long open;
    private long high;
    private long low;
    private long close;
    private long volume;

    HeapCandles(Instrument instrument, Timeframe timeframe, int capacity) {
        this.instrument = instrument;
        this.timeframe = timeframe;
        this.capacity = capacity;
    }

    /** Keeps a closed candle, the oldest one giving way, and updates the indicators. */
    abstract void append(long candleOpenTime, long candleOpen, long candleHigh, long candleLow, long candleClose, long candleVolume);

    /** What the strategy says after the newest candle: 1 to buy, -1 to sell, 0 nothing. */
    abstract int decide();

    abstract void forEach(CandleVisitor visitor);

    abstract Object root();

    final boolean isForming() {
        return forming;
    }

    final boolean isLate(long timeNanos) {
        return timeNanos < openTime;
    }

    final boolean isDue(long timeNanos) {
        return timeNanos - openTime >= timeframe.stepNanos();
    }

    final void merge(long timeNanos, long first, long highest, long lowest, long last, long quantity) {
        if (!forming) {
            forming = true;
            openTime = timeframe.openTimeNanos(timeNanos);
            open = first;
            high = highest;
            low = lowest;
            volume = 0;
        }
        high = Math.max(high, highest);
        low = Math.min(low, lowest);
        close = last;
        volume = Math.addExact(volume, quantity);
    }

    /** Closes the forming candle and merges it into the coarser window. */
    final void closeInto(HeapCandles coarser) {
        forming = false;
        append(openTime, open, high, low, close, volume);
        if (coarser != null) {
            coarser.merge(openTime, open, high, low, close, volume);
        }
    }

    final long newestOpenTime() {
        return openTime;
    }

    final long newestClose() {
        return close;
    }
}
