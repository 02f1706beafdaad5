package io.windrow.pipeline;

/** A ring as those see it who put events into it. */
interface Slotted {

    /** No slot is free. */
    long FULL = -1;

    /** A slot for the next event, or {@link #FULL}. */
    long tryClaim();

    /** Fills a slot that was claimed, and lets it be seen, at once or with its batch. */
    void write(long sequence, long v0, long v1, long v2, long v3, long v4, long v5, long v6, long v7);
}
