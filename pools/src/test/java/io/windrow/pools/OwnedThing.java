package io.windrow.pools;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/** Knows its owner, beside the pool and by other means. */
final class OwnedThing extends Pooled {

    private static final AtomicIntegerFieldUpdater<OwnedThing> OWNER = AtomicIntegerFieldUpdater.newUpdater(OwnedThing.class, "owner");

    private volatile int owner;
    /** Written without any order, always both. */
    private long left;
    private long right;

    void take(int thread, long content) {
        if (!OWNER.compareAndSet(this, 0, thread)) {
            throw new AssertionError("two owners: " + owner + " and " + thread);
        }
        if (left != right) {
            throw new AssertionError("the last owner's content is torn: " + left + ", " + right);
        }
        left = content;
        right = content;
    }

    void leave(int thread, long content) {
        if (left != content || right != content) {
            throw new AssertionError("another has written: " + left + ", " + right + ", mine " + content);
        }
        if (!OWNER.compareAndSet(this, thread, 0)) {
            throw new AssertionError("another owner: " + owner + ", this " + thread);
        }
    }
}
