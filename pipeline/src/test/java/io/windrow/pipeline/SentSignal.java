package io.windrow.pipeline;

import io.windrow.buffers.Side;
import io.windrow.pools.Signal;

/** All that a signal says, on the heap. */
record SentSignal(int strategyId, int instrumentId, Side side, long stepNanos, long candleTimeNanos, long price, long dueNanos,
    long eventSequence) {

    static SentSignal of(Signal signal) {
        return new SentSignal(signal.strategyId(), signal.instrumentId(), signal.side(), signal.stepNanos(), signal.candleTimeNanos(),
            signal.price(), signal.dueNanos(), signal.eventSequence());
    }
}
