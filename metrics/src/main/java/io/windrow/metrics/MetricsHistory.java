package io.windrow.metrics;

import io.windrow.buffers.memory.MemoryBlock;
import io.windrow.buffers.memory.OffHeapMemory;

/**
 * The samples of the last days, in a fixed number of bytes off the heap: the newest {@value #FINE_ROWS} as they were taken, and
 * before them one row a minute. A minute's row keeps the highest of a {@link Figure.Kind#LEVEL} and the last of a {@link
 * Figure.Kind#TOTAL}, so that no peak is lost. For any thread; methods lock.
 *
 * <p>It takes {@code 8 * (1 + figures) * (600 + 1440 * days)} bytes of the ledger it is given, under the owner {@code metrics}: 523
 * KB for the {@link #KEPT} figures and one day.
 */
public final class MetricsHistory implements AutoCloseable {

    /** The longest time that is kept, and that a query may span. */
    public static final int MOST_DAYS = 7;
    /** The most points of an answer. */
    public static final int MOST_POINTS = 10_000;
    /** Samples that are kept as they were taken. */
    public static final int FINE_ROWS = 600;

    private static final int MINUTES_PER_DAY = 1440;
    private static final long MINUTE_NANOS = 60_000_000_000L;

    /** The figures that are kept, in the order of their columns. */
    private static final Figure[] KEPT = {
        Figure.RESIDENT, Figure.RESIDENT_ANONYMOUS, Figure.RESIDENT_FILE, Figure.RESIDENT_PEAK, Figure.SWAP, Figure.OPEN_FILES,
        Figure.THREADS, Figure.CPU, Figure.HEAP_USED, Figure.HEAP_COMMITTED, Figure.HEAP_AFTER_COLLECTION, Figure.METASPACE_USED,
        Figure.ALLOCATED,
        Figure.YOUNG_COLLECTIONS, Figure.OLD_COLLECTIONS, Figure.COLLECTION_TIME, Figure.STOPS, Figure.STOPPED_TIME, Figure.STOP_P95,
        Figure.STOP_LONGEST, Figure.OFF_HEAP, Figure.UNACCOUNTED, Figure.EVENTS, Figure.SIGNALS, Figure.ERRORS, Figure.RING_USED,
        Figure.POOL_IN_USE, Figure.LIVE_SOURCES, Figure.LATENCY_P50, Figure.LATENCY_P95, Figure.LATENCY_P99};
    private static final int[] COLUMNS = columns();

    private final HistoryRows fine;
    private final HistoryRows coarse;
    private final MemoryBlock block;
    private final Sample minute = new Sample();
    private long minuteNumber = Long.MIN_VALUE;
    private boolean closed;

    MetricsHistory(OffHeapMemory memory, int days) {
        block = memory.allocate("metrics", bytes(days));
        fine = new HistoryRows(block, 0, FINE_ROWS, KEPT);
        coarse = new HistoryRows(block, HistoryRows.bytes(FINE_ROWS, KEPT.length), days * MINUTES_PER_DAY, KEPT);
    }

    /**
     * What a history takes.
     *
     * @param days 1 to {@value #MOST_DAYS}.
     * @return bytes.
     * @throws IllegalArgumentException if the days are out of range.
     */
    static long bytes(int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("history must be 1 to " + MOST_DAYS + " days: days=" + days);
        }
        return HistoryRows.bytes(FINE_ROWS + days * MINUTES_PER_DAY, KEPT.length);
    }

    /**
     * Whether a figure is kept.
     *
     * @param figure which.
     * @return true if a query can ask for it.
     */
    public static boolean keeps(Figure figure) {
        return COLUMNS[figure.ordinal()] >= 0;
    }

    /**
     * The figures that are kept.
     *
     * @return a copy.
     */
    public static Figure[] figures() {
        return KEPT.clone();
    }

    synchronized void add(Sample sample) {
        if (closed) {
            return;
        }
        fine.add(sample);
        long number = Math.floorDiv(sample.timeNanos(), MINUTE_NANOS);
        if (number != minuteNumber) {
            minuteNumber = number;
            minute.copyFrom(sample);
            coarse.add(minute);
        } else {
            merge(sample);
            coarse.replaceNewest(minute);
        }
    }

    /**
     * Figures over a span of time, times ascending. Takes rows a second apart where all of the span is held so, else rows a minute
     * apart; and merges neighbours, as the minutes do, until at most the points asked for are left.
     *
     * @param fromNanos from this time on, nanoseconds since the epoch.
     * @param toNanos   to this time, itself included.
     * @param points    the most points, 1 to {@value #MOST_POINTS}.
     * @param wanted    the figures, each of which must be kept.
     * @return what is held of it; no points if nothing is.
     * @throws IllegalArgumentException if the points are out of range, the span is negative or longer than {@value #MOST_DAYS} days,
     *                                  or a figure is not kept.
     * @throws IllegalStateException    if closed.
     */
    public synchronized HistoryRange range(long fromNanos, long toNanos, int points, Figure... wanted) {
        check(fromNanos, toNanos, points, wanted);
        if (closed) {
            throw new IllegalStateException("history is closed: days=" + coarse.capacity() / MINUTES_PER_DAY);
        }
        HistoryRows rows = coarse.size() == 0 || fine.size() > 0 && fine.timeNanos(0) <= fromNanos || !fine.isFull() ? fine : coarse;
        return rows.range(fromNanos, toNanos, points, wanted, COLUMNS);
    }

    /** Gives the memory back; what comes later is not kept. May be called twice. */
    @Override
    public synchronized void close() {
        closed = true;
        block.close();
    }

    private void merge(Sample sample) {
        for (int i = 0; i < KEPT.length; i++) {
            Figure figure = KEPT[i];
            minute.set(figure, HistoryRows.merged(figure, minute.get(figure), sample.get(figure)));
        }
        minute.setTimeNanos(sample.timeNanos());
    }

    private static void check(long fromNanos, long toNanos, int points, Figure[] wanted) {
        if (points < 1 || points > MOST_POINTS) {
            throw new IllegalArgumentException("points must be 1 to " + MOST_POINTS + ": points=" + points);
        }
        if (toNanos < fromNanos || toNanos - fromNanos > MOST_DAYS * MINUTES_PER_DAY * MINUTE_NANOS) {
            throw new IllegalArgumentException("span must be 0 to " + MOST_DAYS + " days: fromNanos=" + fromNanos + ", toNanos=" + toNanos);
        }
        for (Figure figure : wanted) {
            if (!keeps(figure)) {
                throw new IllegalArgumentException("figure must be one that is kept: figure=" + figure.key());
            }
        }
    }

    private static int[] columns() {
        int[] columns = new int[Figure.count()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = -1;
        }
        for (int i = 0; i < KEPT.length; i++) {
            columns[KEPT[i].ordinal()] = i;
        }
        return columns;
    }
}
