package io.windrow.pipeline;

import io.windrow.pools.Signal;

/**
 * Calls the sink, on whichever thread does so: the one stage's, or the sink's own. What the sink throws ends here, and is counted: neither
 * the strategy that sent the signal nor the signals behind it are to pay for it.
 */
final class SinkCalls {

    private final SignalSink sink;
    private final Faults faults;
    /** Null where nobody measures. */
    private final Durations latency;

    SinkCalls(SignalSink sink, Faults faults, boolean measured) {
        this.sink = sink;
        this.faults = faults;
        latency = measured ? new Durations() : null;
    }

    Durations latency() {
        return latency;
    }

    /** Hands a signal on; the event in hand is for descriptions, null where it is another thread's. */
    void signal(Signal signal, MarketEvent event) {
        try {
            if (latency != null && signal.dueNanos() != 0) {
                latency.record(System.nanoTime() - signal.dueNanos());
            }
            sink.onSignal(signal);
        } catch (Throwable e) {
            faults.add("sink in onSignal", event, e);
        }
    }

    void idle() {
        try {
            sink.onIdle();
        } catch (Throwable e) {
            faults.add("sink in onIdle", null, e);
        }
    }

    void stop() {
        try {
            sink.onStop();
        } catch (Throwable e) {
            faults.add("sink in onStop", null, e);
        }
    }
}
