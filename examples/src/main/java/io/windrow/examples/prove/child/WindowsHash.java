package io.windrow.examples.prove.child;

import io.windrow.examples.prove.engines.CandleVisitor;

/** Counts and hashes the candles an engine holds. */
final class WindowsHash implements CandleVisitor {

    private final Hash hash = new Hash();
    private long count;

    @Override
    public void onCandle(
        int instrumentId, long stepNanos, long openTimeNanos, long open, long high, long low, long close, long volume) {
        count++;
        hash.add(instrumentId).add(stepNanos).add(openTimeNanos).add(open).add(high).add(low).add(close).add(volume);
    }

    long count() {
        return count;
    }

    @Override
    public String toString() {
        return hash.toString();
    }
}
