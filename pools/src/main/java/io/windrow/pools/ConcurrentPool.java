package io.windrow.pools;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * An {@link ObjectPool} for any threads. Lock-free: a thread that is stopped in the midst of an operation holds up no other.
 *
 * <p>An acquisition and a release are one compare-and-set of the object's own state each; there is no list of what is free. A release
 * leaves its slot as a hint for the next acquisition. Where the hint fails, blocks of 64 slots are searched, but only those in which
 * something was released since they were last found empty; so an empty pool is found to be empty by looking at one word for 64 slots.
 *
 * @param <T> the kind of object.
 */
public final class ConcurrentPool<T extends Pooled> extends ObjectPool<T> {

    private static final VarHandle FLAG = MethodHandles.arrayElementVarHandle(int[].class);
    private static final VarHandle USED = usedHandle();
    private static final int BLOCK_SHIFT = 6;
    private static final int BLOCK = 1 << BLOCK_SHIFT;

    /** For each block of slots, whether some may be free: set after each release, cleared before the search that finds none. */
    private final int[] mayHaveFree;
    private final Hint hint = new Hint();
    private volatile int used;

    ConcurrentPool(PoolBuilder<T> plan) {
        super(plan);
        mayHaveFree = new int[(objects.length + BLOCK - 1) >>> BLOCK_SHIFT];
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

    @Override
    T poll() {
        if (closed) {
            requireOpen();
        }
        long free = hint.state();
        T object = object(Pooled.slot(free));
        if (Pooled.kind(free) != Pooled.FREE || !take(object, free)) {
            object = search();
        }
        if (eventful && object != null) {
            events.acquired(object.slot());
        }
        return object;
    }

    @Override
    void giveBack(T object, long handle) {
        if (eventful) {
            giveBackWithEvents(object, handle);
        } else if (object.changeState(handle, Pooled.as(handle, Pooled.FREE))) {
            freed(Pooled.as(handle, Pooled.FREE));
        } else {
            throw object.refusal();
        }
    }

    @Override
    long handleOf(Pooled object) {
        return object.latest();
    }

    @Override
    void free(T object, long handle) {
        Pooled.STATE.setVolatile(object, Pooled.as(handle, Pooled.FREE));
        freed(Pooled.as(handle, Pooled.FREE));
    }

    @Override
    int used() {
        return used;
    }

    @Override
    void closing() {
        // Every acquisition looks for itself whether the pool is closed.
    }

    private void freed(long state) {
        hint.state(state);
        int block = Pooled.slot(state) >>> BLOCK_SHIFT;
        if ((int) FLAG.getVolatile(mayHaveFree, block) == 0) {
            FLAG.setVolatile(mayHaveFree, block, 1);
        }
        if (waitingRoom != null) {
            waitingRoom.freed();
        }
    }

    private static boolean take(Pooled object, long free) {
        long handle = Pooled.acquired(free);
        if (!object.changeState(free, handle)) {
            return false;
        }
        object.latest(handle);
        return true;
    }

    /** Finds a free object where the hint is of no use. */
    private T search() {
        T object;
        do {
            object = searchUsed();
            // Nothing was released since each block was found empty: at this moment all that were ever used are out.
        } while (object == null && anyFlag());
        return object == null ? takeUnused() : object;
    }

    private T searchUsed() {
        int from = Pooled.slot(hint.state());
        int first = from >>> BLOCK_SHIFT;
        int blocks = (used + BLOCK - 1) >>> BLOCK_SHIFT;
        for (int i = 0; i < blocks; i++) {
            int block = first + i < blocks ? first + i : first + i - blocks;
            T object = search(block, i == 0 ? from : 0);
            if (object != null) {
                hint.state(object(Math.min(object.slot() + 1, used - 1)).state());
                return object;
            }
        }
        return null;
    }

    private T search(int block, int from) {
        if ((int) FLAG.getVolatile(mayHaveFree, block) == 0) {
            return null;
        }
        T object = takeFrom(block, from);
        if (object == null) {
            // Cleared before the second search: what is released after that search has passed sets it again.
            FLAG.setVolatile(mayHaveFree, block, 0);
            object = takeFrom(block, from);
            if (object != null) {
                FLAG.setVolatile(mayHaveFree, block, 1);
            }
        }
        return object;
    }

    /** Goes once round the block. */
    private T takeFrom(int block, int from) {
        int start = block << BLOCK_SHIFT;
        int size = Math.min(BLOCK, used - start);
        for (int i = 0; i < size; i++) {
            int place = (from & BLOCK - 1) + i;
            T object = object(start + (place < size ? place : place % size));
            long state = (long) Pooled.STATE.getVolatile(object);
            if (Pooled.kind(state) == Pooled.FREE && take(object, state)) {
                return object;
            }
        }
        return null;
    }

    private boolean anyFlag() {
        for (int block = 0; block < mayHaveFree.length; block++) {
            if ((int) FLAG.getVolatile(mayHaveFree, block) != 0) {
                return true;
            }
        }
        return false;
    }

    private T takeUnused() {
        int slot = used;
        while (slot < made) {
            if (USED.compareAndSet(this, slot, slot + 1)) {
                T object = object(slot);
                long handle = Pooled.acquired(object.state());
                object.state(handle);
                object.latest(handle);
                return object;
            }
            slot = used;
        }
        return null;
    }

    private static VarHandle usedHandle() {
        try {
            return MethodHandles.lookup().findVarHandle(ConcurrentPool.class, "used", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}

/** The state, with the slot in it, of an object that may be free, on cache lines of its own. */
final class Hint extends HintField {

    long behind0;
    long behind1;
    long behind2;
    long behind3;
    long behind4;
    long behind5;
    long behind6;
    long behind7;
}

abstract class HintField extends Padding {

    private static final VarHandle STATE = stateHandle();

    private long state = Pooled.ENDED;

    long state() {
        return (long) STATE.getOpaque(this);
    }

    void state(long value) {
        STATE.setOpaque(this, value);
    }

    private static VarHandle stateHandle() {
        try {
            return MethodHandles.lookup().findVarHandle(HintField.class, "state", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
