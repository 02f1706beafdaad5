package io.windrow.pools;

import java.util.function.Consumer;
import java.util.function.Predicate;

/** The sweeps of a {@link SlotTable}: what they remove, and when they are due. */
final class SlotSweeps<T extends Message> {

    private final KeyedRows<T> table;
    private final T row;
    private final Predicate<? super T> emptyWhen;
    /** 0 where rows do not expire. */
    private final long expireAfterNanos;
    private final long intervalNanos;
    private final Consumer<? super T> listener;
    private boolean begun;
    private long lastNanos;
    private boolean sweeping;

    SlotSweeps(KeyedRows<T> table, SlotTableBuilder<T> plan) {
        this.table = table;
        row = table.cursors.make();
        emptyWhen = plan.emptyWhen;
        expireAfterNanos = plan.expireAfterNanos;
        intervalNanos = plan.intervalNanos;
        listener = plan.onSweep;
    }

    int expired(long nowNanos) {
        if (expireAfterNanos == 0) {
            throw new IllegalStateException("rows of a table without expireAfter do not expire: table=" + table.name());
        }
        return sweep(null, nowNanos, expireAfterNanos);
    }

    int onClock(long nowNanos) {
        if (emptyWhen == null && expireAfterNanos == 0) {
            throw new IllegalStateException("a table is swept by the clock with emptyWhen or expireAfter: table=" + table.name());
        }
        return isDue(nowNanos) ? sweep(emptyWhen, nowNanos, expireAfterNanos) : 0;
    }

    /** Removes what is empty, unless there is no such rule, and what is expired, unless the limit is 0. */
    int sweep(Predicate<? super T> empty, long nowNanos, long limitNanos) {
        if (sweeping) {
            throw new IllegalStateException("a sweep must not begin inside a sweep: table=" + table.name());
        }
        sweeping = true;
        int removed = 0;
        try {
            for (int slot = table.rows.takenFrom(0); slot >= 0; slot = table.rows.takenFrom(slot + 1)) {
                table.cursors.place(row, slot);
                boolean goes = limitNanos > 0 && table.rows.isExpired(slot, nowNanos, limitNanos) || empty != null && empty.test(row);
                table.enter();
                if (goes && remove(slot)) {
                    removed++;
                }
            }
        } finally {
            table.cursors.takeOff(row);
            table.add(SlotCounts.SWEEPS, 1);
            table.set(SlotCounts.LAST_SWEPT, removed);
            sweeping = false;
        }
        return removed;
    }

    /** False if the listener, or the rule before it, has removed the row itself. */
    private boolean remove(int slot) {
        long handle = table.rows.handle(slot);
        if (listener != null && row.state() == handle) {
            listener.accept(row);
            table.enter();
        }
        if (row.state() != handle) {
            return false;
        }
        table.index.remove(table.rows.key(slot));
        table.free(slot);
        table.rows.addSwept();
        table.add(SlotCounts.SWEPT, 1);
        return true;
    }

    /** Whether an interval has passed; the next one begins then, and where the clock begins or was set back. */
    private boolean isDue(long nowNanos) {
        boolean counting = begun && nowNanos >= lastNanos;
        // The difference of any two times fits 64 bits without a sign.
        boolean due = counting && Long.compareUnsigned(nowNanos - lastNanos, intervalNanos) >= 0;
        if (due || !counting) {
            begun = true;
            lastNanos = nowNanos;
        }
        return due;
    }
}
