package io.windrow.buffers;

/**
 * What the windows of one kind have in common: how many columns and rows, and how they lie. By column, a scan of one value reads
 * neighbours; by row, an append touches one cache line.
 */
record WindowShape(int kind, int columns, int capacity, boolean byColumn) {

    WindowShape {
        WindowLayout.checkCapacity(columns, capacity);
    }

    int columnStride() {
        return byColumn ? capacity : 1;
    }

    int rowStride() {
        return byColumn ? 1 : columns;
    }

    long bytes() {
        return WindowLayout.bytes(columns, capacity);
    }
}
