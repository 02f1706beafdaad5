package io.windrow.pipeline;

import io.windrow.pools.Signal;

/** Takes the signals. Called by the consumer thread. */
@FunctionalInterface
public interface SignalSink {

    /**
     * Receives a signal and with it the duty to close it, here or later and on any thread: {@code try (signal) { … }}. A signal never
     * closed is lost to the pool; when none is left, further signals are refused and counted.
     *
     * @param signal the signal, now the sink's.
     */
    void onSignal(Signal signal);
}
