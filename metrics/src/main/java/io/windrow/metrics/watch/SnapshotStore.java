package io.windrow.metrics.watch;

import java.util.ArrayList;
import java.util.List;

/** Snapshots in the order they came, of bounded number. */
final class SnapshotStore {

    private final int capacity;
    private final List<Snapshot> snapshots = new ArrayList<>();
    private long forgotten;

    SnapshotStore(int capacity) {
        this.capacity = capacity;
    }

    void add(Snapshot snapshot) {
        if (snapshots.size() == capacity) {
            snapshots.remove(leastWanted());
            forgotten++;
        }
        snapshots.add(snapshot);
    }

    void clear() {
        snapshots.clear();
        forgotten = 0;
    }

    List<Snapshot> all() {
        return List.copyOf(snapshots);
    }

    Snapshot find(String label) {
        for (int i = snapshots.size() - 1; i >= 0; i--) {
            if (snapshots.get(i).label().equals(label)) {
                return snapshots.get(i);
            }
        }
        return null;
    }

    long forgotten() {
        return forgotten;
    }

    /** The oldest without a label; the oldest of all if each has one. */
    private int leastWanted() {
        for (int i = 0; i < snapshots.size(); i++) {
            if (snapshots.get(i).label().isEmpty()) {
                return i;
            }
        }
        return 0;
    }
}
