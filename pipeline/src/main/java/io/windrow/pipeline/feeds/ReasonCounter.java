package io.windrow.pipeline.feeds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts by reason. The reasons are few and mostly the same object, so that a comparison or two finds the counter. */
final class ReasonCounter {

    static final int CAPACITY = 64;
    static final String OTHER = "other";

    private final String[] reasons = new String[CAPACITY];
    private final long[] counts = new long[CAPACITY];
    private int size;
    private long total;

    void add(String reason) {
        total++;
        for (int i = 0; i < size; i++) {
            if (reasons[i] == reason) {
                counts[i]++;
                return;
            }
        }
        counts[place(reason)]++;
    }

    long total() {
        return total;
    }

    /** The most frequent first, and those of the same frequency by name. */
    List<ReasonCount> counts() {
        List<ReasonCount> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(new ReasonCount(reasons[i], counts[i]));
        }
        list.sort(Comparator.comparingLong(ReasonCount::count).reversed().thenComparing(ReasonCount::reason));
        return List.copyOf(list);
    }

    private int place(String reason) {
        for (int i = 0; i < size; i++) {
            if (reasons[i].equals(reason)) {
                return i;
            }
        }
        if (size == CAPACITY - 1 && !reason.equals(OTHER)) {
            return place(OTHER);
        }
        if (size == CAPACITY) {
            return CAPACITY - 1;
        }
        reasons[size] = reason;
        return size++;
    }
}
