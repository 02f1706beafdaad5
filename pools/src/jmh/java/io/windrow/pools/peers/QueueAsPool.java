package io.windrow.pools.peers;

import java.util.Queue;

/** A bounded queue that holds what is free. */
final class QueueAsPool extends Peer<PlainItem> {

    private final Queue<PlainItem> free;

    QueueAsPool(Queue<PlainItem> empty) {
        free = empty;
        for (int i = 0; i < CAPACITY; i++) {
            free.add(new PlainItem());
        }
    }

    @Override
    PlainItem acquire() {
        return free.poll();
    }

    @Override
    void release(PlainItem object) {
        while (!free.offer(object)) {
            // There is room for all, but not while the thread that takes from the place is stopped in the midst of it.
            Thread.onSpinWait();
        }
    }

    @Override
    long made() {
        return CAPACITY;
    }
}
