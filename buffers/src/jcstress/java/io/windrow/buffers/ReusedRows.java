package io.windrow.buffers;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Windows that outlive one state of a stress test, so that states cost no allocation. Rows hold their own sequence. */
final class ReusedRows {

    private final ConcurrentLinkedQueue<UniformRows> free = new ConcurrentLinkedQueue<>();
    private final Supplier<UniformRows> factory;
    private final int capacity;

    ReusedRows(Supplier<UniformRows> factory, int capacity) {
        this.factory = factory;
        this.capacity = capacity;
    }

    int capacity() {
        return capacity;
    }

    /** A full window that nobody else uses until it is given back. */
    UniformRows take() {
        UniformRows rows = free.poll();
        if (rows == null) {
            rows = factory.get();
            for (int sequence = 0; sequence < capacity; sequence++) {
                rows.append(sequence);
            }
        }
        return rows;
    }

    void giveBack(UniformRows rows) {
        free.add(rows);
    }
}
