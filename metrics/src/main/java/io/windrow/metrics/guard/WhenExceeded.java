package io.windrow.metrics.guard;

/** What an {@link AllocationLimit} does with a call that allocated too much. It is counted, and a listener told, in any case. */
public enum WhenExceeded {
    /** {@link AllocationExceededException} to the caller, after the call. For tests and for trial runs. */
    THROW,
    /** Nothing more. For an engine at work. */
    COUNT
}
