package io.windrow.buffers;

/**
 * What the windows of one kind have in common: how many columns and rows, and how they lie. By column, a scan of one value reads
 * neighbours; by row, an append touches one cache line. One object serves all windows of a group.
 */
final class WindowShape {

    private final int kind;
    private final int columns;
    private final int capacity;
    private final int columnStride;
    private final int rowStride;
    private final long reciprocal;

    WindowShape(int kind, int columns, int capacity, boolean byColumn) {
        this.kind = kind;
        this.columns = columns;
        this.capacity = WindowLayout.checkCapacity(columns, capacity);
        columnStride = byColumn ? capacity : 1;
        rowStride = byColumn ? 1 : columns;
        reciprocal = Long.divideUnsigned(-1, capacity) + 1;
    }

    int kind() {
        return kind;
    }

    int columns() {
        return columns;
    }

    int capacity() {
        return capacity;
    }

    /** From a value of a row to the next. */
    int columnStride() {
        return columnStride;
    }

    /** From a value to the same value of the next row. */
    int rowStride() {
        return rowStride;
    }

    /** 2⁶⁴ / capacity, rounded up. */
    long reciprocal() {
        return reciprocal;
    }

    long bytes() {
        return WindowLayout.bytes(columns, capacity);
    }
}
