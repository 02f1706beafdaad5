package io.windrow.pools.work;

import java.util.concurrent.atomic.AtomicLong;

/** A figure that one thread at a time writes, and any thread reads: no locked instruction and no fence a count. */
final class Tally {

    private final AtomicLong value = new AtomicLong();

    long get() {
        return value.get();
    }

    void add(long count) {
        set(value.getPlain() + count);
    }

    void set(long figure) {
        value.lazySet(figure);
    }

    void raiseTo(long figure) {
        if (figure > value.getPlain()) {
            set(figure);
        }
    }
}
