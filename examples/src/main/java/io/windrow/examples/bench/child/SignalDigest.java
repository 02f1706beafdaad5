package io.windrow.examples.bench.child;

import io.windrow.examples.prove.child.Hash;
import io.windrow.examples.prove.engines.SignalListener;

/** How many signals there were, and a hash of them in their order. Allocates nothing for a signal. */
final class SignalDigest implements SignalListener {

    private final Hash hash = new Hash();
    private long count;

    @Override
    public void onSignal(int instrumentId, int sideCode, long stepNanos, long candleTimeNanos, long price, long dueNanos) {
        count++;
        hash.add(instrumentId).add(sideCode).add(stepNanos).add(candleTimeNanos).add(price);
    }

    boolean same(SignalDigest other) {
        return toString().equals(other.toString());
    }

    @Override
    public String toString() {
        return count + " with hash " + hash;
    }
}
