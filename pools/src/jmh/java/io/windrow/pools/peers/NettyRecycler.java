package io.windrow.pools.peers;

import io.netty.util.Recycler;
import io.netty.util.concurrent.FastThreadLocalThread;

/**
 * Netty's recycler with its own settings. It keeps what comes back for each thread apart, on a {@link FastThreadLocalThread} only: on any
 * other thread it makes an object for each call. It has no bound; where the pool of a thread is empty, it makes an object.
 */
final class NettyRecycler extends Peer<NettyRecycler.Item> {

    /** A thread that acquires and releases one object makes this many at most before one is kept. */
    private static final long MOST_KEPT_APART = 64;

    private final Source source;

    NettyRecycler(boolean unguarded) {
        source = new Source(unguarded);
    }

    @Override
    Item acquire() {
        return source.get();
    }

    @Override
    void release(Item object) {
        object.handle.recycle(object);
    }

    @Override
    long made() {
        return source.made;
    }

    @Override
    long most() {
        return MOST_KEPT_APART;
    }

    @Override
    void verify() {
        boolean mayPool = Thread.currentThread() instanceof FastThreadLocalThread;
        if (mayPool == made() > most()) {
            throw new IllegalStateException((mayPool ? "it must have pooled: made=" : "it must not have pooled: made=") + made());
        }
    }

    static final class Item extends PlainItem {

        private final Recycler.Handle<Item> handle;

        Item(Recycler.Handle<Item> handle) {
            this.handle = handle;
        }
    }

    private static final class Source extends Recycler<Item> {

        /** Exact for one thread; for more, near enough to tell a pool from none. */
        private long made;

        Source(boolean unguarded) {
            super(unguarded);
        }

        @Override
        protected Item newObject(Handle<Item> handle) {
            made++;
            return new Item(handle);
        }
    }
}
