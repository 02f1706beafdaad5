package io.windrow.pools;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * An {@link ObjectPool} for one thread: the one that first acquires or releases. Another is refused, until {@link #unbind()} lets a new
 * one take over.
 *
 * @param <T> the kind of object.
 */
public final class SingleThreadPool<T extends Pooled> extends ObjectPool<T> {

    private static final VarHandle OWNER = ownerHandle();

    /** Slots that were used and are free, the latest last. */
    private final int[] free;
    private int freeCount;
    private int used;
    /** The only thread that passes without a closer look; null where there is none yet, or the pool is closed. */
    private Thread owner;

    SingleThreadPool(PoolBuilder<T> plan) {
        super(plan);
        free = new int[objects.length];
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

    /** Lets another thread take over; the calling thread must not use the pool again before that one has handed it back. */
    public void unbind() {
        owner = null;
    }

    @Override
    @SuppressWarnings("unchecked")
    T poll() {
        if (Thread.currentThread() != owner) {
            bind();
        }
        int slot;
        if (freeCount > 0) {
            slot = free[--freeCount];
        } else if (used < made) {
            slot = used++;
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
        if (Thread.currentThread() != owner) {
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
        int slot = object.slot();
        int place = freeCount++;
        // Where objects come back in reverse order it is there already, and an acquisition need not wait for this store.
        if (free[place] != slot) {
            free[place] = slot;
        }
    }

    @Override
    int used() {
        return Math.min(used, made);
    }

    @Override
    void closing() {
        unbind();
    }

    private void giveBackUnbound(T object, long handle) {
        if (closed) {
            giveBackWithEvents(object, handle);
        } else {
            bind();
            giveBack(object, handle);
        }
    }

    private void bind() {
        requireOpen();
        requireNone((Thread) OWNER.compareAndExchange(this, null, Thread.currentThread()));
    }

    private static VarHandle ownerHandle() {
        try {
            return MethodHandles.lookup().findVarHandle(SingleThreadPool.class, "owner", Thread.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
