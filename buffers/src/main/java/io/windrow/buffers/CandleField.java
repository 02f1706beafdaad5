package io.windrow.buffers;

/** The values of a candle. */
public enum CandleField {
    /** When it opened, in nanoseconds since the epoch. */
    OPEN_TIME(CandleLayout.OPEN_TIME),
    /** First price. */
    OPEN(CandleLayout.OPEN),
    /** Highest price. */
    HIGH(CandleLayout.HIGH),
    /** Lowest price. */
    LOW(CandleLayout.LOW),
    /** Last price. */
    CLOSE(CandleLayout.CLOSE),
    /** Quantity traded. */
    VOLUME(CandleLayout.VOLUME);

    final int column;

    CandleField(int column) {
        this.column = column;
    }
}
