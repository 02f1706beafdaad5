package io.windrow.pipeline;

/** How many threads publish into a pipeline. */
public enum Publishers {
    /** One thread, with as many {@link MarketPublisher}s as it likes: the fastest, and the one whose replays are deterministic. */
    ONE,
    /** Any number of threads, each with a {@link MarketPublisher} of its own. Events are handled in the order their slots were claimed. */
    MANY
}
