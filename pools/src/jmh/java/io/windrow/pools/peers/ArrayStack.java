package io.windrow.pools.peers;

/** The least a pool can be: an array and an index, for one thread, and nothing is checked. */
final class ArrayStack extends Peer<PlainItem> {

    private final PlainItem[] free = new PlainItem[CAPACITY + 1];
    private int count = CAPACITY;

    ArrayStack() {
        for (int i = 0; i < CAPACITY; i++) {
            free[i] = new PlainItem();
        }
    }

    @Override
    PlainItem acquire() {
        return count == 0 ? null : free[--count];
    }

    @Override
    void release(PlainItem object) {
        free[count++] = object;
    }

    @Override
    long made() {
        return CAPACITY;
    }
}
