package io.windrow.examples.prove.engines;

/** A reused event of a ring on the heap. */
final class HeapEvent {
    int instrumentId;
    long timeNanos;
    long price;
    long quantity;
    long tradeId;
    int sideCode;
    long dueNanos;
}
