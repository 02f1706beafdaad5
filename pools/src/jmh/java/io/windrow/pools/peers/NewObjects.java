package io.windrow.pools.peers;

/** No pool: an object for each use, and the collector takes it. */
final class NewObjects extends Peer<PlainItem> {

    @Override
    PlainItem acquire() {
        return new PlainItem();
    }

    @Override
    void release(PlainItem object) {
        // The collector's.
    }

    @Override
    long made() {
        return 0;
    }

    @Override
    void verify() {
        // There is nothing that could get lost.
    }
}
