package io.windrow.pipeline;

import io.windrow.pools.Signal;

/**
 * Takes the signals. Called by one thread: the consumer thread, or the sink's own where the pipeline has one
 * ({@link PipelineBuilder#sinkOnOwnThread}).
 */
@FunctionalInterface
public interface SignalSink {

    /**
     * Receives a signal and with it the duty to close it, here or later and on any thread: {@code try (signal) { … }}. A signal never
     * closed is lost to the pool; when none is left, further signals are refused and counted, or wait.
     *
     * @param signal the signal, now the sink's.
     */
    void onSignal(Signal signal);

    /**
     * Nothing more is there at the moment: the time to write out what was gathered. Called after signals, and may be called without
     * any.
     */
    default void onIdle() {
    }

    /** The pipeline has stopped; no more signals come until it is started again. Called by the same thread. */
    default void onStop() {
    }
}
