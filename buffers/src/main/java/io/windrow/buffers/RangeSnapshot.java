package io.windrow.buffers;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Consecutive rows copied out of a window, for a thread that is not the window's writer. Make one and reuse it; not thread-safe.
 *
 * @param <F> the values of a row.
 */
public final class RangeSnapshot<F extends WindowField> {

    private static final int ABSENT = -1;

    final int[] columns;
    final long[][] values;
    /** For each column of a window its place here, or {@link #ABSENT}. */
    private final int[] places;
    private final int capacity;
    private long sequence;
    private int size;

    /**
     * Creates an empty snapshot.
     *
     * @param capacity most rows of a read; positive.
     * @param fields   the columns to copy, each once.
     * @throws IllegalArgumentException if the capacity is not positive, or there is no field, or one is named twice.
     */
    public RangeSnapshot(int capacity, List<F> fields) {
        if (capacity <= 0) {
            throw new IllegalArgumentException("capacity must be positive: capacity=" + capacity);
        }
        if (fields.isEmpty() || Set.copyOf(fields).size() < fields.size()) {
            throw new IllegalArgumentException("there must be a field, and each once: fields=" + fields);
        }
        this.capacity = capacity;
        columns = new int[fields.size()];
        int last = 0;
        for (int i = 0; i < columns.length; i++) {
            columns[i] = fields.get(i).column();
            last = Math.max(last, columns[i]);
        }
        values = new long[columns.length][capacity];
        places = new int[last + 1];
        Arrays.fill(places, ABSENT);
        for (int i = 0; i < columns.length; i++) {
            places[columns[i]] = i;
        }
    }

    /**
     * Sequence of the row at 0 of the last read.
     *
     * @return the sequence.
     */
    public long sequence() {
        return sequence;
    }

    /**
     * Rows of the last read.
     *
     * @return 0 to the capacity.
     */
    public int size() {
        return size;
    }

    /**
     * A value, exact.
     *
     * @param field one of the columns.
     * @param row   0 for the oldest row of the last read.
     * @return as the field's unit says.
     * @throws IllegalArgumentException  if the column is not copied.
     * @throws IndexOutOfBoundsException if the last read had no such row.
     */
    public long value(F field, int row) {
        int column = field.column();
        if (column >= places.length || places[column] == ABSENT) {
            throw new IllegalArgumentException("the snapshot does not copy this field: field=" + field);
        }
        if (row < 0 || row >= size) {
            throw new IndexOutOfBoundsException("no such row in the snapshot: row=" + row + ", size=" + size);
        }
        return values[places[column]][row];
    }

    /** Checks a read before it is done. */
    void begin(long firstSequence, int count, int windowCapacity, int windowColumns) {
        if (count <= 0 || count > Math.min(capacity, windowCapacity)) {
            throw new IllegalArgumentException("count must be 1 to " + Math.min(capacity, windowCapacity) + ": count=" + count);
        }
        if (places.length > windowColumns) {
            throw new IllegalArgumentException(
                "the window's layout does not keep every column of the snapshot: columns=" + windowColumns + ", needed=" + places.length);
        }
        sequence = firstSequence;
        size = count;
    }
}
