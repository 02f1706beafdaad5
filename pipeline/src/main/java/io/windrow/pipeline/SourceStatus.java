package io.windrow.pipeline;

/** How a source of market data is. */
public enum SourceStatus {
    /** Nothing was heard of it yet. */
    WAITING,
    /** It was heard of lately. */
    LIVE,
    /** It was not heard of for longer than {@link PipelineBuilder#staleAfter}. */
    STALE,
    /** It said that it is at its end. */
    ENDED,
    /** It said that it has failed. */
    FAILED
}
