package io.windrow.pools;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The objects of a pool by slot: how they are made, replaced, and taken back. An object's state word is changed by whoever owns its slot at
 * the time; a variant adds how a free slot is found.
 */
abstract class PoolSlots<T extends Pooled> {

    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(Pooled[].class);

    final String name;
    /** By slot; null where they are yet to be made. */
    final Pooled[] objects;
    final PoolEvents<T> events;
    /** Whether acquire and release have anything to tell the events. */
    final boolean eventful;
    final AtomicLong retiredCount = new AtomicLong();
    final AtomicLong reclaimedCount = new AtomicLong();
    /** How many slots have objects. */
    volatile int made;
    volatile boolean closed;
    private final int step;
    private final ObjectSource<T> source;
    private final AtomicLong lostSlots = new AtomicLong();

    PoolSlots(PoolBuilder<T> plan) {
        plan.checkUnopened();
        name = plan.name;
        step = plan.capacity;
        source = plan.source;
        objects = new Pooled[plan.whenEmpty.most(step)];
        events = new PoolEvents<>(plan, objects.length);
        eventful = events.any;
    }

    /** Ends the acquisition that the object is in, if it still is. */
    abstract void giveBack(T object, long handle);

    /** The acquisition that the object is in; of an object that is not out, anything that is not its state, or a state that is not out. */
    long handleOf(Pooled object) {
        return object.state();
    }

    /** Makes an object free whose slot is the calling thread's: sets its state and lets it be found. */
    abstract void free(T object, long state);

    /** The pool has been marked as closed. */
    abstract void closing();

    /** How many slots were ever acquired: always the lowest ones, and their objects are visible to the calling thread. */
    abstract int used();

    /** Safe for any thread: an object found here is whole, with its first state. */
    @SuppressWarnings("unchecked")
    final T object(int slot) {
        return (T) SLOT.getAcquire(objects, slot);
    }

    final long lostSlots() {
        return lostSlots.get();
    }

    final void requireOpen() {
        if (closed) {
            throw new IllegalStateException("pool is closed: pool=" + name);
        }
    }

    /** Refuses this thread where another is bound. */
    final void requireNone(Thread bound) {
        if (bound != null) {
            throw wrongThread(bound);
        }
    }

    private IllegalStateException wrongThread(Thread bound) {
        return new IllegalStateException("pool is bound to another thread: pool=" + name + ", bound=" + bound.getName() + ", this="
            + Thread.currentThread().getName());
    }

    final IllegalStateException ended(int slot) {
        return new IllegalStateException("object is released already: pool=" + name + ", slot=" + slot);
    }

    /**
     * Makes objects for the next slots, all or none, unless another thread has done so since the caller counted.
     *
     * @return whether there are more slots than the caller counted.
     */
    final synchronized boolean growBeyond(int counted) {
        requireOpen();
        int count = Math.min(step, objects.length - counted);
        if (made != counted || count == 0) {
            return made != counted;
        }
        source.prepare(name, counted, count);
        try {
            for (int slot = counted; slot < counted + count; slot++) {
                put(slot, source.make(slot), 0);
            }
        } catch (RuntimeException | Error e) {
            undo(counted, e);
            throw e;
        }
        for (int slot = counted; slot < counted + count; slot++) {
            object(slot).state(Pooled.as(objects[slot].state(), Pooled.FREE));
        }
        made = counted + count;
        return true;
    }

    /** Gives an object back in a pool that has more to do then than to free it. */
    final void giveBackWithEvents(T object, long handle) {
        if (!object.changeState(handle, Pooled.as(handle, Pooled.BUSY))) {
            throw object.refusal();
        }
        Throwable failure = events.reset(object);
        events.released(object.slot());
        try {
            if (failure != null) {
                retire(object, handle);
            } else if (closed) {
                dispose(object);
            } else if (events.checked) {
                object.state(Pooled.as(handle, Pooled.ENDED));
                freeAgain(replace(object, handle, true), handle);
            } else {
                freeAgain(object, handle);
            }
        } catch (RuntimeException | Error e) {
            if (failure == null) {
                throw e;
            }
            throw resetFailed(object, failure, e);
        }
        if (failure != null) {
            throw resetFailed(object, failure, null);
        }
    }

    /** Takes the object that is out for longest from its owner and returns one, out, in its place; null if none is out. */
    final T reclaimOldest(ReclaimListener<? super T> listener) {
        for (;;) {
            T oldest = null;
            long handle = 0;
            long least = Long.MAX_VALUE;
            for (int slot = 0; slot < used(); slot++) {
                T object = object(slot);
                long state = (long) Pooled.STATE.getVolatile(object);
                long number = Pooled.kind(state) == Pooled.OUT ? events.number(slot) : Long.MAX_VALUE;
                if (number < least) {
                    least = number;
                    oldest = object;
                    handle = state;
                }
            }
            // Where this succeeds, the number was that of the same acquisition.
            if (oldest == null || oldest.changeState(handle, Pooled.reclaimed(handle))) {
                return oldest == null ? null : inPlaceOf(oldest, handle, listener);
            }
        }
    }

    /** The object that is in the slot of a handle. */
    final T slotOf(long handle) {
        int slot = Pooled.slot(handle);
        if (slot >= made || Pooled.kind(handle) != Pooled.OUT) {
            throw new IllegalArgumentException("no handle of this pool: handle=" + handle + ", pool=" + name);
        }
        return object(slot);
    }

    /** True for the first caller. */
    final synchronized boolean markClosed() {
        if (closed) {
            return false;
        }
        closed = true;
        closing();
        return true;
    }

    final void closeSource() {
        source.close();
    }

    /**
     * What is free is disposed of now, what is out when it comes back.
     *
     * @return what the first disposal that failed has thrown, the others' suppressed in it; null if none failed.
     */
    final Throwable disposeFree() {
        Throwable failure = null;
        for (int slot = 0; slot < made; slot++) {
            try {
                disposeIfFree(object(slot));
            } catch (RuntimeException | Error e) {
                failure = both(failure, e);
            }
        }
        return failure;
    }

    static Throwable both(Throwable first, Throwable second) {
        if (first == null) {
            return second;
        }
        if (first != second) {
            first.addSuppressed(second);
        }
        return first;
    }

    @SuppressWarnings("unchecked")
    final void releaseObject(Pooled object) {
        if (object.pool() != this) {
            throw new IllegalArgumentException("object must be of this pool: pool=" + name + ", object's pool="
                + (object.pool() == null ? "none" : object.pool().name));
        }
        long handle = handleOf(object);
        if (Pooled.kind(handle) != Pooled.OUT) {
            throw object.refusal();
        }
        giveBack((T) object, handle);
    }

    /** Frees an object that the calling thread has taken by reclaiming, for nobody. */
    void freeReclaimed(T object, long handle) {
        free(object, handle);
    }

    private T inPlaceOf(T taken, long handle, ReclaimListener<? super T> listener) {
        reclaimedCount.incrementAndGet();
        T object = replace(taken, handle, false);
        try {
            listener.onReclaim(taken, handle);
        } catch (RuntimeException | Error e) {
            freeReclaimed(object, handle);
            throw e;
        }
        events.acquired(object.slot());
        object.latest(Pooled.acquired(handle));
        Pooled.STATE.setVolatile(object, Pooled.acquired(handle));
        return object;
    }

    private void retire(T object, long handle) {
        retiredCount.incrementAndGet();
        object.state(Pooled.as(handle, Pooled.ENDED));
        if (!closed) {
            freeAgain(replace(object, handle, false), handle);
        }
    }

    /** A pool that is closed at the same moment may have passed by an object that was not free yet. */
    private void freeAgain(T object, long handle) {
        free(object, handle);
        if (closed) {
            disposeIfFree(object);
        }
    }

    private void disposeIfFree(T object) {
        long state = (long) Pooled.STATE.getVolatile(object);
        if (Pooled.kind(state) == Pooled.FREE && object.changeState(state, Pooled.as(state, Pooled.BUSY))) {
            dispose(object);
        }
    }

    private void dispose(T object) {
        try {
            events.dispose(object);
        } finally {
            object.state(Pooled.as(object.state(), Pooled.ENDED));
        }
    }

    /** Another object for a slot, or the slot is lost. A source is asked by one thread at a time. */
    private synchronized T replace(T old, long handle, boolean sameContent) {
        int slot = old.slot();
        try {
            return put(slot, sameContent ? source.succeed(old) : source.make(slot), handle);
        } catch (RuntimeException | Error e) {
            lostSlots.incrementAndGet();
            throw e;
        }
    }

    private IllegalStateException resetFailed(T object, Throwable failure, Throwable further) {
        IllegalStateException refusal = new IllegalStateException(
            "reset failed, the object is retired: pool=" + name + ", slot=" + object.slot(), failure);
        if (further != null) {
            refusal.addSuppressed(further);
        }
        return refusal;
    }

    private T put(int slot, T object, long state) {
        if (object == null || object.pool() != null || object.state() != Pooled.ENDED) {
            throw new IllegalStateException("the factory must make a new object each time: pool=" + name + ", slot=" + slot
                + (object == null ? ", made=null" : ", made the object of slot=" + object.slot()));
        }
        object.attach(this, slot, state);
        SLOT.setRelease(objects, slot, object);
        return object;
    }

    private void undo(int first, Throwable cause) {
        for (int slot = first; slot < objects.length && objects[slot] != null; slot++) {
            try {
                T object = object(slot);
                object.state(Pooled.as(object.state(), Pooled.BUSY));
                dispose(object);
            } catch (RuntimeException | Error e) {
                both(cause, e);
            }
            objects[slot] = null;
        }
        source.abandon(first);
    }
}
