package io.windrow.pools;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Finds objects that do not come back, at no cost to those that use the pool: it compares the handles that are out with those that were
 * out when it looked before. Its memory, 16 bytes a slot, is taken when a look first
 * finds something out.
 */
final class LeakWatch {

    private final ObjectPool<?> pool;
    private final LeakListener listener;
    private final long limitNanos;
    private final LongSupplier clock;
    /** By slot: the handle that was out, marked as ended once it was reported. */
    private long[] handles;
    /** By slot: since when that handle is known to be out. */
    private long[] since;
    private volatile long count;

    LeakWatch(ObjectPool<?> pool, PoolBuilder<?> plan) {
        this.pool = pool;
        listener = plan.leakListener;
        limitNanos = plan.leakAfterNanos;
        clock = plan.clock;
    }

    long count() {
        return count;
    }

    /** Reports what is out for longer than the limit and was not reported before. */
    int check() {
        return report(find(false), false);
    }

    /** Reports all that is out. */
    void reportAtClose() {
        report(find(true), true);
    }

    private int report(Found found, boolean atClose) {
        if (found == null) {
            return 0;
        }
        listener.onLeak(new LeakReport(pool.name(), atClose, found.count, List.copyOf(found.oldest)));
        return found.count;
    }

    /** Null if there are none: a look that finds nothing allocates nothing. */
    private synchronized Found find(boolean all) {
        Found found = null;
        long now = clock.getAsLong();
        for (int slot = 0; slot < pool.used(); slot++) {
            Pooled object = pool.object(slot);
            long state = object.state();
            PoolEvents.Origin origin = pool.events.origin(slot);
            if (Pooled.kind(state) == Pooled.OUT && object.state() == state) {
                found = look(state, origin, now, all, found);
            }
        }
        return found;
    }

    private Found look(long handle, PoolEvents.Origin origin, long now, boolean all, Found before) {
        if (handles == null) {
            handles = new long[(int) pool.capacity()];
            since = new long[handles.length];
        }
        int slot = Pooled.slot(handle);
        boolean told = handles[slot] == told(handle);
        if (!told && handles[slot] != handle) {
            handles[slot] = handle;
            since[slot] = now;
        }
        long age = now - (origin == null ? since[slot] : origin.timeNanos());
        if (all || !told && age > limitNanos) {
            handles[slot] = told(handle);
            count += told ? 0 : 1;
            Found found = before == null ? new Found() : before;
            found.add(new Leak(slot, handle, age, origin == null ? null : origin.place()));
            return found;
        }
        return before;
    }

    private static long told(long handle) {
        return Pooled.as(handle, Pooled.ENDED);
    }

    /** Counts leaks and keeps the oldest. */
    private static final class Found {
        private final List<Leak> oldest = new ArrayList<>(0);
        private int count;

        void add(Leak leak) {
            count++;
            int place = oldest.size();
            while (place > 0 && oldest.get(place - 1).ageNanos() < leak.ageNanos()) {
                place--;
            }
            oldest.add(place, leak);
            if (oldest.size() > LeakReport.MOST_LISTED) {
                oldest.remove(LeakReport.MOST_LISTED);
            }
        }
    }
}
