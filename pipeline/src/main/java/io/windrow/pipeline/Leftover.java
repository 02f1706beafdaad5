package io.windrow.pipeline;

/** From which event of the ring on a stage or a handler has left them. Written by its thread, read by any. */
final class Leftover {

    private volatile long first = -1;

    void clear() {
        first = -1;
    }

    void note(long sequence) {
        if (first < 0) {
            first = sequence;
        }
    }

    /** How many are left, up to a sequence. */
    long upTo(long sequence) {
        long from = first;
        return from < 0 ? 0 : sequence - from + 1;
    }
}
