package io.windrow.pipeline;

/** What becomes of a signal while all of the pool are with the sink. */
public enum WhenNoSignalFree {
    /** The strategy is told, and it is counted. */
    REFUSE,
    /** The strategy waits until the sink closes one, or the pipeline is stopped: no signal depends on the sink's speed. */
    WAIT
}
