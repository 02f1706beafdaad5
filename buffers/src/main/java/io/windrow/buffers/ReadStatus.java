package io.windrow.buffers;

/** What became of a read from another thread than the writer's. Only after {@link #OK} holds the target what was asked for. */
public enum ReadStatus {
    /** The whole was copied. */
    OK,
    /** What was asked for, or part of it, has been overwritten. */
    EVICTED,
    /** What was asked for, or part of it, has not been written so far. */
    NOT_YET_WRITTEN,
    /** A late trade changed closed candles of the window during the read; read again. */
    REVISED
}
