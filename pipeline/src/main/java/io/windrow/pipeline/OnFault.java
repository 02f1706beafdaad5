package io.windrow.pipeline;

/**
 * What becomes of a pipeline when an author's code throws: a strategy, an indicator, a sink, a handler. It is counted and described
 * in any case.
 */
public enum OnFault {
    /** The call is over; the next strategy and the next event follow. */
    SKIP_EVENT,
    /**
     * The strategy is not called again until the pipeline is built anew; the others go on. For all but strategies as {@link
     * #SKIP_EVENT}.
     */
    DISABLE_STRATEGY,
    /** Nothing more is handled: publishers are refused, and what is in the ring counts as left. */
    STOP_PIPELINE
}
