package io.windrow.pipeline;

/** What becomes of an event for which the ring has no room. Each is counted by its {@link MarketPublisher}. */
public enum WhenRingFull {
    /** The publisher waits, until there is room or the pipeline is stopped. Nothing is lost. */
    WAIT,
    /** The event is dropped. */
    DROP_NEWEST,
    /**
     * The event waits beside the ring, one trade and one quote for each instrument, and takes the place of an older one that waits there:
     * of what a slow consumer cannot take, it gets the newest of each instrument. Of what cannot be left out singly, changes of depth,
     * candles and ticks of the clock, one waits there too, in its turn; a second one makes its publisher wait.
     */
    DROP_OLDEST,
    /** The publisher gets a {@link RingFullException}. */
    FAIL
}
