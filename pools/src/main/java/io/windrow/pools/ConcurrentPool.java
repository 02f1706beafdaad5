package io.windrow.pools;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * An {@link ObjectPool} for any threads. Acquiring what is free and releasing it is lock-free: a thread that is stopped in the midst of it
 * holds up no other. Waiting, growing, reclaiming, retiring and the checked mode take a lock.
 *
 * <p>An acquisition and a release are one compare-and-set of the object's own state each; there is no list of what is free. A release
 * leaves its slot as a hint for the next acquisition. Where the hint fails, blocks of 64 slots are searched, but only those in which
 * something was released since they were last found empty; that there are none of those is mostly known from one count.
 *
 * @param <T> the kind of object.
 */
public final class ConcurrentPool<T extends Pooled> extends ObjectPool<T> {

    private static final VarHandle USED = usedHandle();
    private static final int BLOCK = 1 << FreeBlocks.SHIFT;

    private final FreeBlocks blocks;
    /** The words of {@link #blocks}, one step nearer. */
    private final int[] words;
    private final Hint hint = new Hint();
    private volatile int used;

    ConcurrentPool(PoolBuilder<T> plan) {
        super(plan);
        blocks = new FreeBlocks(objects.length);
        words = blocks.words;
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
        int block = Pooled.slot(state) >>> FreeBlocks.SHIFT;
        if (FreeBlocks.word(words, block) != FreeBlocks.MAY_HAVE_FREE) {
            blocks.released(block);
        }
        if (waitingRoom != null) {
            waitingRoom.freed();
        }
    }

    private static boolean take(Pooled object, long free) {
        long handle = Pooled.acquiredFree(free);
        if (!object.changeState(free, handle)) {
            return false;
        }
        object.latest(handle);
        return true;
    }

    /** Finds a free object where the hint is of no use; null if there was a moment at which none was free. */
    private T search() {
        for (;;) {
            boolean allUsed = used == made;
            boolean empty = blocks.seemEmpty();
            T object = empty ? null : searchUsed();
            if (object == null && (empty || blocks.wereEmpty())) {
                if (allUsed) {
                    return null;
                }
                object = takeUnused();
            }
            if (object != null) {
                return object;
            }
        }
    }

    private T searchUsed() {
        int from = Pooled.slot(hint.state());
        int first = from >>> FreeBlocks.SHIFT;
        int count = (used + BLOCK - 1) >>> FreeBlocks.SHIFT;
        for (int i = 0; i < count; i++) {
            int block = first + i < count ? first + i : first + i - count;
            T object = search(block, i == 0 ? from : 0);
            if (object != null) {
                hint.state(object(Math.min(object.slot() + 1, used - 1)).state() & Long.MAX_VALUE);
                return object;
            }
        }
        return null;
    }

    private T search(int block, int from) {
        int word = FreeBlocks.word(words, block);
        if (FreeBlocks.isEmpty(word)) {
            return null;
        }
        T object = takeFrom(block, from);
        if (object == null && word == FreeBlocks.MAY_HAVE_FREE) {
            word = blocks.stamp(block);
            object = word == 0 ? null : takeFrom(block, from);
        }
        if (object == null && word != 0) {
            blocks.foundNone(block, word);
        }
        return object;
    }

    /** Goes once round the block. */
    private T takeFrom(int block, int from) {
        int start = block << FreeBlocks.SHIFT;
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

    private T takeUnused() {
        for (int slot = used; slot < made; slot = used) {
            if (USED.compareAndSet(this, slot, slot + 1)) {
                T object = object(slot);
                long state = object.state();
                // Another thread may have found it among the used ones by now, or the pool may be closed.
                return Pooled.kind(state) == Pooled.FREE && take(object, state) ? object : null;
            }
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
