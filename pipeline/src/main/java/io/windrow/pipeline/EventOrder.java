package io.windrow.pipeline;

/**
 * Numbers the events of all shards in the order of publishing, so that signals of several stages can be put into the order in which one
 * stage would have sent them. The publishing thread's; others read how far it is.
 */
final class EventOrder {

    /** An event takes two numbers: candles that a clock tick closes come before what strategies do with the tick itself. */
    static final int STEP = 2;

    private final Shard[] shards;
    private long next;
    /** An event goes to several shards; they share its number. */
    private boolean held;
    private volatile long published = -STEP;

    EventOrder(Shard[] shards) {
        this.shards = shards;
    }

    /** Whether it is the number of what strategies do with a tick itself. */
    static boolean isOfTick(long number) {
        return (number & 1) != 0;
    }

    long next() {
        long number = next;
        next += held ? 0 : STEP;
        return number;
    }

    /** The events that follow are one. */
    void hold() {
        held = true;
    }

    /** The event is with all shards. */
    void release() {
        held = false;
        next += STEP;
        publish();
    }

    /** Lets the batches of all shards be seen; else a later event could be handled while an earlier one is not yet to be seen. */
    void publish() {
        for (Shard shard : shards) {
            shard.publishWritten();
        }
        published = next - STEP;
    }

    /** Every event up to this number is in its ring. */
    long published() {
        return published;
    }
}
