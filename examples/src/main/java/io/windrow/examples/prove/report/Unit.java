package io.windrow.examples.prove.report;

/** What a figure is counted in, and which way is better. */
public enum Unit {
    /** Bytes. */
    BYTES,
    /** Nanoseconds. */
    NANOS,
    /** Seconds. */
    SECONDS,
    /** A plain count. */
    COUNT,
    /** Events a second. */
    PER_SECOND,
    /** Bytes for each event. */
    BYTES_PER_EVENT
}
