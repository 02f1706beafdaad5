package io.windrow.pipeline;

import io.windrow.pools.Signal;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Signals on their way from one thread to another: one adds, one takes. As wide as their pool, so that it is never full. Our own, because
 * that of Agrona needs the virtual machine to be started with an option, and a pipeline does not.
 *
 * <p>What the adding thread did before it added is visible to the thread that takes.
 */
final class SignalQueue {

    private static final VarHandle ADDED;
    private static final VarHandle TAKEN;

    static {
        try {
            ADDED = MethodHandles.lookup().findVarHandle(SignalQueue.class, "added", long.class);
            TAKEN = MethodHandles.lookup().findVarHandle(SignalQueue.class, "taken", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Signal[] signals;
    /** Where each stands among the signals of its event. */
    private final long[] places;
    private final int mask;
    private long added;
    private long taken;

    SignalQueue(int capacity) {
        int slots = Integer.highestOneBit(Math.max(1, capacity - 1)) << 1;
        signals = new Signal[slots];
        places = new long[slots];
        mask = slots - 1;
    }

    /** For the adding thread. */
    void add(Signal signal, long place) {
        long at = added;
        if (at - (long) TAKEN.getAcquire(this) > mask) {
            throw new IllegalStateException("a queue must hold all signals of its pool: slots=" + signals.length);
        }
        signals[(int) at & mask] = signal;
        places[(int) at & mask] = place;
        ADDED.setRelease(this, at + 1);
    }

    /** The next signal, or null. For the taking thread. */
    Signal peek() {
        long at = taken;
        return at == (long) ADDED.getAcquire(this) ? null : signals[(int) at & mask];
    }

    /** The place of the signal that {@link #peek} shows. For the taking thread. */
    long place() {
        return places[(int) taken & mask];
    }

    /** Takes the signal that {@link #peek} shows, or null. For the taking thread. */
    Signal poll() {
        Signal signal = peek();
        if (signal != null) {
            long at = taken;
            signals[(int) at & mask] = null;
            TAKEN.setRelease(this, at + 1);
        }
        return signal;
    }

    /** How many there are; for any thread. */
    int size() {
        long before = (long) TAKEN.getAcquire(this);
        return (int) ((long) ADDED.getAcquire(this) - before);
    }
}
