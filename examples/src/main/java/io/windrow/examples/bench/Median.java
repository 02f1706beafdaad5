package io.windrow.examples.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The value in the middle; of an even number the mean of the two there. */
public final class Median {

    private Median() {
    }

    /**
     * Finds it.
     *
     * @param items in any order.
     * @param value of one.
     * @param <T> of the items.
     * @return the value in the middle; NaN of none.
     */
    public static <T> double of(List<T> items, ToDoubleFunction<T> value) {
        double[] sorted = items.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
