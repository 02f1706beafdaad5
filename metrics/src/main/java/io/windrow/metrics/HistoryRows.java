package io.windrow.metrics;

import io.windrow.buffers.memory.MemoryBlock;

/**
 * A ring of rows in a block: the time and one value for each figure kept. The oldest row makes room. The owner locks.
 *
 * <pre>
 *  0        8          16                8 * (1 + figures)
 *  +--------+----------+-- ... --+
 *  | time   | figure 0 |         |
 *  +--------+----------+-- ... --+
 * </pre>
 */
final class HistoryRows {

    private final MemoryBlock block;
    private final long start;
    private final int capacity;
    private final Figure[] kept;
    private long added;

    HistoryRows(MemoryBlock block, long start, int capacity, Figure[] kept) {
        this.block = block;
        this.start = start;
        this.capacity = capacity;
        this.kept = kept;
    }

    static long bytes(int rows, int figures) {
        return (long) rows * (1 + figures) * Long.BYTES;
    }

    int capacity() {
        return capacity;
    }

    int size() {
        return (int) Math.min(added, capacity);
    }

    boolean isFull() {
        return added >= capacity;
    }

    void add(Sample sample) {
        added++;
        replaceNewest(sample);
    }

    void replaceNewest(Sample sample) {
        int at = at((added - 1) % capacity);
        block.putLong(at, sample.timeNanos());
        for (int i = 0; i < kept.length; i++) {
            block.putLong(at + (1 + i) * Long.BYTES, sample.get(kept[i]));
        }
    }

    /** Of a row by its age; 0 is the oldest. */
    long timeNanos(int index) {
        return block.getLong(row(index));
    }

    /** What stands for two values of a figure, the second being the later. */
    static long merged(Figure figure, long first, long second) {
        return figure.kind() == Figure.Kind.TOTAL && second != Sample.ABSENT ? second : Math.max(first, second);
    }

    HistoryRange range(long fromNanos, long toNanos, int points, Figure[] wanted, int[] columns) {
        int first = firstFrom(fromNanos);
        int end = firstFrom(toNanos == Long.MAX_VALUE ? toNanos : toNanos + 1);
        int rows = Math.max(0, end - first);
        int perPoint = Math.max(1, (rows + points - 1) / points);
        int count = (rows + perPoint - 1) / perPoint;
        HistoryRange range = new HistoryRange(wanted, count, perPoint);
        for (int i = 0; i < rows; i++) {
            add(range, i / perPoint, i % perPoint == 0, row(first + i), columns);
        }
        return range;
    }

    private void add(HistoryRange range, int point, boolean isFirst, int at, int[] columns) {
        range.setTime(point, block.getLong(at));
        for (int i = 0; i < range.figureCount(); i++) {
            Figure figure = range.figure(i);
            long value = block.getLong(at + (1 + columns[figure.ordinal()]) * Long.BYTES);
            range.setValue(i, point, isFirst ? value : merged(figure, range.value(i, point), value));
        }
    }

    /** The first row that is not before a time. Times of a clock that was set back are not ascending; the answer is then only near. */
    private int firstFrom(long timeNanos) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (timeNanos(middle) < timeNanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int row(int index) {
        return at((Math.max(0, added - capacity) + index) % capacity);
    }

    private int at(long slot) {
        return (int) (start + slot * (1 + kept.length) * Long.BYTES);
    }
}
