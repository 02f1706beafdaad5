package io.windrow.pipeline;

/** A part of an event's way whose duration is measured. */
public enum LatencyStage {
    /** From when the event was due until its stage took it from the ring: waiting to be published, in the ring, for the thread. */
    RING,
    /** From then until it is in the windows and candles, with all that candles that closed have led to. */
    WINDOWS,
    /** From then until every strategy has been told of the event itself. */
    STRATEGIES,
    /** All of it: from when the event was due until the last strategy has returned. */
    TOTAL,
    /** From when the event was due until a signal was handed on: the sink has returned, or the signal waits for the thread of the sink. */
    SIGNAL,
    /** From when the event was due until the sink was called with a signal that it led to, by whichever thread calls it. */
    SINK
}
