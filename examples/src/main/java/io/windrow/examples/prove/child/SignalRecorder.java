package io.windrow.examples.prove.child;

import io.windrow.examples.prove.engines.SignalListener;
import org.HdrHistogram.Histogram;

/** Counts and hashes the signals, and times those whose trade had a due time. Used by one consumer thread; allocates nothing. */
final class SignalRecorder implements SignalListener {

    private static final long LONGEST_NANOS = 60_000_000_000L;
    private static final int DIGITS = 3;

    private final Histogram latency = new Histogram(1, LONGEST_NANOS, DIGITS);
    private final Hash hash = new Hash();
    private long count;

    @Override
    public void onSignal(int instrumentId, int sideCode, long stepNanos, long candleTimeNanos, long price, long dueNanos) {
        if (dueNanos != 0) {
            latency.recordValue(Math.min(Math.max(System.nanoTime() - dueNanos, 1), LONGEST_NANOS));
        }
        count++;
        hash.add(instrumentId).add(sideCode).add(stepNanos).add(candleTimeNanos).add(price);
    }

    long count() {
        return count;
    }

    String hash() {
        return hash.toString();
    }

    Histogram latency() {
        return latency;
    }
}
