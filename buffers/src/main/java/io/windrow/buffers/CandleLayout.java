package io.windrow.buffers;

/**
 * The columns of a candle: six {@code long}s, 48 bytes a row. Open time in nanoseconds since the epoch, prices at the
 * instrument's price scale, volume at its quantity scale.
 */
final class CandleLayout {

    /** What the block's header says of a window of candles. */
    static final int KIND = 1;

    static final int OPEN_TIME = 0;
    static final int OPEN = 1;
    static final int HIGH = 2;
    static final int LOW = 3;
    static final int CLOSE = 4;
    static final int VOLUME = 5;
    static final int COLUMNS = 6;

    private CandleLayout() {
    }
}
