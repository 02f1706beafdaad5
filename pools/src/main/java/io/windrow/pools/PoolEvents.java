package io.windrow.pools;

import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** What happens beside acquiring and releasing, in pools that asked for it: resets, the order of acquisitions, the checked mode. */
final class PoolEvents<T extends Pooled> {

    /** Whether acquire and release have anything to tell. */
    final boolean any;
    final boolean checked;
    private final Consumer<? super T> reset;
    private final Consumer<? super T> dispose;
    private final LongSupplier clock;
    /** By slot, in pools that reclaim: the number of its latest acquisition. */
    private final long[] numbers;
    private final AtomicLong lastNumber = new AtomicLong();
    /** By slot, in the checked mode: when and where it was acquired; null while it is not out. */
    private final Origin[] origins;

    PoolEvents(PoolBuilder<T> plan, int most) {
        reset = plan.reset;
        dispose = plan.dispose;
        checked = plan.checked;
        clock = plan.clock;
        numbers = plan.whenEmpty.reclaims() ? new long[most] : null;
        origins = checked ? new Origin[most] : null;
        any = reset != null || dispose != null || checked || numbers != null;
    }

    /** Called by the owner of the slot's new acquisition. */
    void acquired(int slot) {
        if (numbers != null) {
            numbers[slot] = lastNumber.incrementAndGet();
        }
        if (checked) {
            origins[slot] = new Origin(clock.getAsLong(), new Throwable("acquired by " + Thread.currentThread().getName()));
        }
    }

    /** Called by the owner of the slot on its way back. A slot acquired anew is the youngest until it has its number. */
    void released(int slot) {
        if (numbers != null) {
            numbers[slot] = Long.MAX_VALUE;
        }
        if (checked) {
            origins[slot] = null;
            // Whoever sees a later state of the object sees that this is gone.
            VarHandle.releaseFence();
        }
    }

    /** Which acquisition the slot's latest is, counted over the whole pool. */
    long number(int slot) {
        return numbers[slot];
    }

    /** Where and when the object in the slot was acquired, for a thread that has seen it out; null where that is not known. */
    Origin origin(int slot) {
        VarHandle.acquireFence();
        return checked ? origins[slot] : null;
    }

    /** Returns what the reset threw, or null. */
    Throwable reset(T object) {
        if (reset == null) {
            return null;
        }
        try {
            reset.accept(object);
            return null;
        } catch (RuntimeException | Error e) {
            return e;
        }
    }

    void dispose(T object) {
        if (dispose != null) {
            dispose.accept(object);
        }
    }

    /** One acquisition. Safe to read for any thread. */
    record Origin(long timeNanos, Throwable place) {
    }
}
