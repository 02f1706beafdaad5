package io.windrow.pools;

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
    /** By slot, in the checked mode: when and where it was acquired. */
    private final long[] times;
    private final Throwable[] places;

    PoolEvents(PoolBuilder<T> plan, int most) {
        reset = plan.reset;
        dispose = plan.dispose;
        checked = plan.checked;
        clock = plan.clock;
        numbers = plan.whenEmpty.reclaims() ? new long[most] : null;
        times = checked ? new long[most] : null;
        places = checked ? new Throwable[most] : null;
        any = reset != null || dispose != null || checked || numbers != null;
    }

    /** Called by the owner of the slot's new acquisition. */
    void acquired(int slot) {
        if (numbers != null) {
            numbers[slot] = lastNumber.incrementAndGet();
        }
        if (checked) {
            times[slot] = clock.getAsLong();
            places[slot] = new Throwable("acquired by " + Thread.currentThread().getName());
        }
    }

    /** Called by the owner of the slot on its way back. A slot acquired anew is the youngest until it has its number. */
    void released(int slot) {
        if (numbers != null) {
            numbers[slot] = Long.MAX_VALUE;
        }
        if (checked) {
            places[slot] = null;
        }
    }

    /** Which acquisition the slot's latest is, counted over the whole pool. */
    long number(int slot) {
        return numbers[slot];
    }

    long timeNanos(int slot) {
        return times[slot];
    }

    Throwable place(int slot) {
        return checked ? places[slot] : null;
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
}
