package io.windrow.pools;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * An object that a pool hands out. Extend it to pool a class of your own; a class that cannot extend it is pooled in a {@link Lease}.
 *
 * <p>Owned by one thread at a time, from acquire to release. Handing it to another thread needs a queue or a ring between them, which
 * also makes its content visible there.
 *
 * <p>Its state is one {@code long}: a bit that is set once it was reclaimed, 20 bits of slot, 41 bits that count the slot's acquisitions,
 * and 2 bits for what it is now. While it is out, that is the handle of the acquisition.
 */
public abstract class Pooled implements AutoCloseable {

    static final VarHandle STATE = stateHandle();

    static final int SLOT_SHIFT = 43;
    /** The lowest two bits: what the object is now. Bit 0 is set while its content may be used. */
    static final long KIND_MASK = 3;
    static final long FREE = 0;
    static final long OUT = 1;
    /** Never to be handed out again, or not handed out yet. */
    static final long ENDED = 2;
    /** On its way back: being reset or replaced. */
    static final long BUSY = 3;
    /** Set in the state of an object that was taken from its owner; no slot's number reaches it. */
    private static final long RECLAIMED = Long.MIN_VALUE;
    private static final long COUNT_MASK = (1L << SLOT_SHIFT) - 1 & ~KIND_MASK;

    private PoolSlots<?> pool;
    /** The slot's number for ever, whatever becomes of the state. */
    private int slot;
    private long state = ENDED;
    /**
     * In a {@link ConcurrentPool} the handle of the latest acquisition: it is read there to release, because reading a word that was
     * just compared and set takes longer than reading another.
     */
    private long handle;

    /** For subclasses: an object outside any pool until a pool has made it its own. */
    protected Pooled() {
    }

    /**
     * Names this acquisition: no two acquisitions from one pool share a handle until a slot was used 2<sup>41</sup> times.
     *
     * @return the handle.
     * @throws IllegalStateException if the object is not out.
     */
    public final long handle() {
        checkHeld();
        return state & ~(BUSY - OUT);
    }

    /**
     * Whether somebody holds the object: it was acquired and not released since.
     *
     * @return true if it is out.
     */
    public final boolean isHeld() {
        return kind(state()) == OUT;
    }

    /**
     * Gives the object back to its pool.
     *
     * @throws IllegalStateException if it is released already, was reclaimed, never was in a pool, or this is a thread that may not
     *                               release it.
     */
    @Override
    public final void close() {
        if (pool == null) {
            throw SlotCursors.refuseRelease(this);
        }
        pool.releaseObject(this);
    }

    /**
     * For the methods of subclasses: refuses the use of an object that is not out.
     *
     * @throws IllegalStateException if it is released, was reclaimed, or never was acquired.
     */
    protected final void checkHeld() {
        if ((state & OUT) == 0) {
            throw refusal();
        }
    }

    final PoolSlots<?> pool() {
        return pool;
    }

    final int slot() {
        return slot;
    }

    /** The handle of the latest acquisition, as far as it was kept. Never equal to the state of an object that is not out. */
    final long latest() {
        return handle;
    }

    final void latest(long acquisition) {
        handle = acquisition;
    }

    final long state() {
        return (long) STATE.getOpaque(this);
    }

    final void state(long value) {
        STATE.setOpaque(this, value);
    }

    final boolean changeState(long expected, long value) {
        return STATE.compareAndSet(this, expected, value);
    }

    /** Makes the object the pool's own, with a state that has the slot's number in it and is not free. */
    final void attach(PoolSlots<?> owner, int number, long count) {
        pool = owner;
        slot = number;
        handle = (long) number << SLOT_SHIFT | OUT;
        state = (long) number << SLOT_SHIFT | count & COUNT_MASK | ENDED;
    }

    /** What a caller is told who uses the object or gives it back while it is not out. */
    final IllegalStateException refusal() {
        if (pool == null) {
            return SlotCursors.refuseUse(this);
        }
        return new IllegalStateException(
            (state() < 0 ? "object was reclaimed" : "object is released already") + ": pool=" + pool.name + ", slot=" + slot());
    }

    static int slot(long state) {
        return (int) (state >>> SLOT_SHIFT);
    }

    static long kind(long state) {
        return state & KIND_MASK;
    }

    /** The same slot, one acquisition later, out. The count wraps within its bits and never runs into the slot's number. */
    static long acquired(long state) {
        return state & -(1L << SLOT_SHIFT) | state + KIND_MASK + 1 & COUNT_MASK | OUT;
    }

    /** {@link #acquired} of a state that is free: the sum alone is what later work waits for, a wrap is found beside it. */
    static long acquiredFree(long free) {
        long handle = free + KIND_MASK + 1 + OUT;
        return (handle & COUNT_MASK) == 0 ? acquired(free) : handle;
    }

    /** How often the slot was acquired. */
    final long acquisitions() {
        return (state() & COUNT_MASK) >>> 2;
    }

    /** The state of an object that was taken from its owner in this acquisition. */
    static long reclaimed(long state) {
        return as(state, ENDED) | RECLAIMED;
    }

    /** The same acquisition with another kind. */
    static long as(long state, long kind) {
        return state & ~KIND_MASK | kind;
    }

    private static VarHandle stateHandle() {
        try {
            return MethodHandles.lookup().findVarHandle(Pooled.class, "state", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
