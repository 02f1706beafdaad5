package io.windrow.metrics.watch;

import io.windrow.metrics.Figure;
import io.windrow.metrics.Sample;
import io.windrow.metrics.trend.SlopeInterval;

/** One figure of the sentinel: two short windows in a row, and one 24 times as long for what leaks slowly. Allocates nothing. */
final class LeakTrack {

    private static final int LONG_BLOCK = 24;
    private static final double NEARLY_FULL_HEAP = 0.7;

    final Figure figure;
    private final FloorTrend hours;
    private final FloorTrend days;
    private FloorTrend grown;
    private int blocks;
    private long base = Sample.ABSENT;
    private long heapUsedAtBase;
    private long value = Sample.ABSENT;
    private long oldCollections = Sample.ABSENT;
    private boolean sawFull;

    LeakTrack(Figure figure, SlopeInterval line) {
        this.figure = figure;
        hours = new FloorTrend(line, 2);
        days = new FloorTrend(line, 1);
    }

    void take(Sample sample) {
        value = figure == Figure.HEAP_AFTER_COLLECTION ? live(sample) : sample.get(figure);
        if (value != Sample.ABSENT) {
            hours.take(value);
            days.take(value);
        }
    }

    /**
     * Ends a block and judges.
     *
     * @return whether the figure grows, by more than first touch of the heap explains.
     */
    boolean endBlock(long heapCommitted, long heapUsedPeak) {
        hours.endBlock();
        if (++blocks % LONG_BLOCK == 0) {
            days.endBlock();
        }
        if (base == Sample.ABSENT && value != Sample.ABSENT) {
            base = value;
            heapUsedAtBase = heapUsedPeak;
        }
        long minimum = Growth.slack(figure);
        grown = hours.grows(minimum) ? hours : days.grows(minimum) ? days : null;
        return grown != null && grown.last() - base > minimum + explained(heapCommitted);
    }

    void clear() {
        hours.clear();
        days.clear();
        blocks = 0;
        base = Sample.ABSENT;
        value = Sample.ABSENT;
    }

    /** Of the growth that {@link #endBlock} told. */
    long from() {
        return (long) grown.first();
    }

    long to() {
        return (long) grown.last();
    }

    double slopePerBlock() {
        return grown == hours ? grown.slopePerBlock() : grown.slopePerBlock() / LONG_BLOCK;
    }

    int blocksSeen() {
        return grown.span() * (grown == hours ? 1 : LONG_BLOCK);
    }

    private long explained(long heapCommitted) {
        return Growth.growsByFirstTouch(figure) ? Growth.firstTouch(heapCommitted, heapUsedAtBase) : 0;
    }

    /**
     * What lives in the heap. Between two full collections the heap after a young one grows in every program that promotes anything, so
     * where full collections are counted, only what they leave is taken; until the first, also a heap that is nearly full.
     */
    private long live(Sample sample) {
        long after = sample.get(Figure.HEAP_AFTER_COLLECTION);
        long full = sample.get(Figure.OLD_COLLECTIONS);
        if (full == Sample.ABSENT || after == Sample.ABSENT) {
            return after;
        }
        boolean isFull = oldCollections != Sample.ABSENT && full > oldCollections;
        oldCollections = full;
        if (isFull) {
            sawFull = true;
            return after;
        }
        boolean isNearlyFull = !sawFull && after > NEARLY_FULL_HEAP * sample.get(Figure.HEAP_LIMIT) && sample.has(Figure.HEAP_LIMIT);
        return isNearlyFull ? after : value;
    }
}
