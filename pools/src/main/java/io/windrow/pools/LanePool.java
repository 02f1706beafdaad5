package io.windrow.pools;

import java.lang.invoke.VarHandle;

/**
 * An {@link ObjectPool} from which one thread acquires and to which another releases: the lane between the stages of a pipeline. The
 * thread that first acquires is the one, the thread that first releases the other; they may be the same. Any further thread is
 * refused, until {@link #unbind()} lets new ones take over.
 *
 * <p>Neither side takes a lock or an atomic instruction: what comes back travels in a ring as wide as the pool.
 *
 * @param <T> the kind of object.
 */
public final class LanePool<T extends Pooled> extends ObjectPool<T> {

    private final LaneEnd acquirer = new LaneEnd();
    private final LaneEnd releaser = new LaneEnd();
    /** Slots on their way back. */
    private final int[] lane;
    private final int mask;
    /** The slot of an object that was reclaimed for nobody, the acquirer's own; -1 where there is none. */
    private int spare = -1;

    LanePool(PoolBuilder<T> plan) {
        super(plan);
        lane = new int[Integer.highestOneBit(objects.length * 2 - 1)];
        mask = lane.length - 1;
    }

    @Override
    public T acquire() {
        T object = poll();
        return object == null ? emptied() : object;
    }

    @Override
    public T tryAcquire() {
        T object = poll();
        return object == null ? refuse() : object;
    }

    /** Lets other threads take over; those bound so far must not use the pool again before it was handed back to them. */
    public void unbind() {
        acquirer.thread = null;
        releaser.thread = null;
    }

    @Override
    @SuppressWarnings("unchecked")
    T poll() {
        LaneEnd own = acquirer;
        if (Thread.currentThread() != own.thread) {
            bindAcquirer();
        }
        int slot;
        if (own.taken != own.seen || own.taken != (own.seen = releaser.returnedAcquire())) {
            slot = lane[(int) own.taken++ & mask];
        } else if (own.used < made) {
            slot = own.used++;
        } else if (spare >= 0) {
            slot = spare;
            spare = -1;
        } else {
            return null;
        }
        T object = (T) objects[slot];
        object.state(Pooled.acquiredFree(object.state()));
        if (eventful) {
            events.acquired(slot);
        }
        return object;
    }

    @Override
    void giveBack(T object, long handle) {
        if (Thread.currentThread() != releaser.thread) {
            giveBackUnbound(object, handle);
        } else if (eventful) {
            giveBackWithEvents(object, handle);
        } else {
            free(object, handle);
        }
    }

    @Override
    void free(T object, long handle) {
        object.state(Pooled.as(handle, Pooled.FREE));
        lane[(int) releaser.returned() & mask] = object.slot();
        releaser.returnOne();
        if (waitingRoom != null) {
            // The waiter must see the object, or this thread the waiter.
            VarHandle.fullFence();
            waitingRoom.freed();
        }
    }

    @Override
    void freeReclaimed(T object, long handle) {
        // The ring is the other thread's. Nothing is reclaimed before the spare one was taken.
        object.state(Pooled.as(handle, Pooled.FREE));
        spare = Pooled.slot(handle);
    }

    @Override
    int used() {
        return Math.min(acquirer.used, made);
    }

    @Override
    void closing() {
        unbind();
    }

    private void bindAcquirer() {
        requireOpen();
        requireNone(acquirer.bind());
    }

    private void giveBackUnbound(T object, long handle) {
        if (closed) {
            giveBackWithEvents(object, handle);
        } else {
            requireNone(releaser.bind());
            giveBack(object, handle);
        }
    }
}
