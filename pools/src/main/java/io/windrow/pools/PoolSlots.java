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

    /** How many slots were ever acquired: always the lowest ones. */
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

    final IllegalStateException wrongThread(Thread bound) {
        return new IllegalStateException("pool is bound to another thread: pool=" + name + ", bound=" + bound.getName() + ", this="
            + Thread.currentThread().getName());
    }

    final IllegalStateException ended(int slot) {
        return new IllegalStateException("object is released already: pool=" + name + ", slot=" + slot);
    }

    /** Makes objects for the next slots, all or none. */
    final synchronized boolean grow() {
        int first = made;
        int count = Math.min(step, objects.length - first);
        if (count == 0) {
            return false;
        }
        source.prepare(name, first, count);
        try {
            for (int slot = first; slot < first + count; slot++) {
                put(slot, source.make(slot), 0);
            }
        } catch (RuntimeException | Error e) {
            undo(first);
            throw e;
        }
        made = first + count;
        return true;
    }

    /** Gives an object back in a pool that has more to do then than to free it. */
    final void giveBackWithEvents(T object, long handle) {
        if (!object.changeState(handle, Pooled.as(handle, Pooled.BUSY))) {
            throw object.refusal();
        }
        Throwable failure = events.reset(object);
        events.released(object.slot());
        if (closed) {
            object.state(Pooled.as(handle, Pooled.ENDED));
            events.dispose(object);
        } else if (failure != null) {
            retire(object, handle);
        } else if (events.checked) {
            succeed(object, handle);
        } else {
            free(object, handle);
        }
        if (failure != null) {
            throw new IllegalStateException("reset failed, the object is retired: pool=" + name + ", slot=" + object.slot(), failure);
        }
    }

    /** Takes the object that is out for longest from its owner and returns one, out, in its place; null if none is out. */
    final T reclaimOldest(ReclaimListener<? super T> listener) {
        T oldest = oldest();
        while (oldest != null) {
            long handle = oldest.state();
            if (Pooled.kind(handle) == Pooled.OUT && oldest.changeState(handle, Pooled.RECLAIMED)) {
                return inPlaceOf(oldest, handle, listener);
            }
            oldest = oldest();
        }
        return null;
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

    /** What is free is disposed of now, what is out when it comes back. */
    final void disposeFree() {
        for (int slot = 0; slot < made; slot++) {
            T object = object(slot);
            long state = object.state();
            boolean idle = Pooled.kind(state) == Pooled.FREE || Pooled.kind(state) == Pooled.ENDED;
            if (idle && object.changeState(state, Pooled.as(state, Pooled.ENDED))) {
                events.dispose(object);
            }
        }
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

    private T inPlaceOf(T taken, long handle, ReclaimListener<? super T> listener) {
        reclaimedCount.incrementAndGet();
        T object = put(taken.slot(), makeOrLose(taken.slot()), handle);
        try {
            listener.onReclaim(taken, handle);
        } catch (RuntimeException | Error e) {
            free(object, handle);
            throw e;
        }
        events.acquired(object.slot());
        object.state(Pooled.acquired(handle));
        return object;
    }

    private T oldest() {
        T oldest = null;
        long least = Long.MAX_VALUE;
        for (int slot = 0; slot < used(); slot++) {
            T object = object(slot);
            long number = Pooled.kind(object.state()) == Pooled.OUT ? events.number(slot) : Long.MAX_VALUE;
            if (number < least) {
                least = number;
                oldest = object;
            }
        }
        return oldest;
    }

    private void retire(T object, long handle) {
        retiredCount.incrementAndGet();
        object.state(Pooled.as(handle, Pooled.ENDED));
        free(put(object.slot(), makeOrLose(object.slot()), handle), handle);
    }

    private void succeed(T object, long handle) {
        T next;
        try {
            next = source.succeed(object);
        } catch (RuntimeException | Error e) {
            lostSlots.incrementAndGet();
            throw e;
        } finally {
            object.state(Pooled.as(handle, Pooled.ENDED));
        }
        free(put(object.slot(), next, handle), handle);
    }

    private T makeOrLose(int slot) {
        try {
            return source.make(slot);
        } catch (RuntimeException | Error e) {
            lostSlots.incrementAndGet();
            throw e;
        }
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

    @SuppressWarnings("unchecked")
    private void undo(int first) {
        for (int slot = first; slot < objects.length && objects[slot] != null; slot++) {
            events.dispose((T) objects[slot]);
            objects[slot] = null;
        }
        source.abandon(first);
    }
}
