package io.windrow.pools;

import java.util.List;

/**
 * What a pool misses.
 *
 * @param pool    its name.
 * @param atClose true if the pool closed with objects out, false if they were out for longer than the limit.
 * @param count   how many objects.
 * @param oldest  up to {@value #MOST_LISTED} of them, the oldest first.
 */
public record LeakReport(String pool, boolean atClose, int count, List<Leak> oldest) {

    /** Most objects a report lists; {@link #count()} says how many there are. */
    public static final int MOST_LISTED = 10;

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(atClose ? "pool closed with objects out" : "objects out for longer than the limit");
        text.append(": pool=").append(pool).append(", count=").append(count);
        for (Leak leak : oldest) {
            text.append(System.lineSeparator()).append("  ").append(leak);
        }
        if (count > oldest.size()) {
            text.append(System.lineSeparator()).append("  and ").append(count - oldest.size()).append(" more");
        }
        return text.toString();
    }
}
