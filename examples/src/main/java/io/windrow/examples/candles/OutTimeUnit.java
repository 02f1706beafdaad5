package io.windrow.examples.candles;

/** Unit of the times that are written. */
enum OutTimeUnit {
    /** Seconds. */
    S(1_000_000_000),
    /** Milliseconds. */
    MS(1_000_000),
    /** Microseconds. */
    US(1_000),
    /** Nanoseconds. */
    NS(1);

    private final long nanos;

    OutTimeUnit(long nanos) {
        this.nanos = nanos;
    }

    /** Whole units since 1970; what is left is cut off. */
    long floor(long timeNanos) {
        return Math.floorDiv(timeNanos, nanos);
    }
}
