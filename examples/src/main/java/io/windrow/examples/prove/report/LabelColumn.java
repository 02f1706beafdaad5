package io.windrow.examples.prove.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Moves labels in a column apart until none covers another, in the order of what they belong to. */
final class LabelColumn {

    private LabelColumn() {
    }

    /** Where each label goes: as near to where it wants to be as the gap and the two ends allow. */
    static double[] spread(double[] wanted, double gap, double top, double bottom) {
        int[] order = IntStream.range(0, wanted.length).boxed().sorted(Comparator.comparingDouble(i -> wanted[i]))
            .mapToInt(Integer::intValue).toArray();
        double[] sorted = Arrays.stream(order).mapToDouble(i -> wanted[i]).toArray();
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = Math.max(sorted[i], i == 0 ? top : sorted[i - 1] + gap);
        }
        for (int i = sorted.length - 1; i >= 0; i--) {
            sorted[i] = Math.min(sorted[i], i == sorted.length - 1 ? bottom : sorted[i + 1] - gap);
        }
        double[] spread = new double[wanted.length];
        for (int i = 0; i < order.length; i++) {
            spread[order[i]] = sorted[i];
        }
        return spread;
    }
}
