package io.windrow.pipeline;

import io.windrow.pools.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A sink that writes every signal down and closes it; slow if it is told to be. Read when the pipeline has stopped. */
final class SignalLog implements SignalSink {

    final List<SentSignal> sent = new ArrayList<>();
    private final long napNanos;
    private final int napEvery;

    SignalLog() {
        this(0, 1);
    }

    /** Sleeps so long at one signal in so many. */
    SignalLog(long napNanos, int napEvery) {
        this.napNanos = napNanos;
        this.napEvery = napEvery;
    }

    @Override
    public void onSignal(Signal signal) {
        try (signal) {
            sent.add(SentSignal.of(signal));
            if (napNanos > 0 && sent.size() % napEvery == 0) {
                LockSupport.parkNanos(napNanos);
            }
        }
    }
}
