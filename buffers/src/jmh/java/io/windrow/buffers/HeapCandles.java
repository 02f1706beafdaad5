package io.windrow.buffers;

/** The peer that is hard to beat: a ring of candles in primitive arrays on the heap, with a forming candle in fields. */
final class HeapCandles {

    final long stepNanos;
    final long[] openTimes;
    final long[] opens;
    final long[] highs;
    final long[] lows;
    final long[] closes;
    final long[] volumes;
    boolean forming;
    long openTime;
    long open;
    long high;
    long low;
    long close;
    long volume;
    private int head;
    private int size;

    HeapCandles(int capacity, long stepNanos) {
        this.stepNanos = stepNanos;
        openTimes = new long[capacity];
        opens = new long[capacity];
        highs = new long[capacity];
        lows = new long[capacity];
        closes = new long[capacity];
        volumes = new long[capacity];
    }

    void append(long newOpenTime, long newOpen, long newHigh, long newLow, long newClose, long newVolume) {
        int slot = head;
        openTimes[slot] = newOpenTime;
        opens[slot] = newOpen;
        highs[slot] = newHigh;
        lows[slot] = newLow;
        closes[slot] = newClose;
        volumes[slot] = newVolume;
        head = slot + 1 == openTimes.length ? 0 : slot + 1;
        size = Math.min(size + 1, openTimes.length);
    }

    /** Slot of a candle; 0 is the newest. */
    int slot(int ago) {
        if (ago < 0 || ago >= size) {
            throw new IndexOutOfBoundsException(ago);
        }
        int slot = head - 1 - ago;
        return slot < 0 ? slot + openTimes.length : slot;
    }

    void merge(long timeNanos, long newOpen, long newHigh, long newLow, long newClose, long newVolume) {
        if (!forming) {
            forming = true;
            openTime = timeNanos - Math.floorMod(timeNanos, stepNanos);
            open = newOpen;
            high = newHigh;
            low = newLow;
            volume = newVolume;
        } else {
            volume = Math.addExact(volume, newVolume);
            high = Math.max(high, newHigh);
            low = Math.min(low, newLow);
        }
        close = newClose;
    }

    void closeForming() {
        append(openTime, open, high, low, close, volume);
        forming = false;
    }
}
