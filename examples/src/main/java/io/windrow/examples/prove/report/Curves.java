package io.windrow.examples.prove.report;

import java.util.Arrays;

/** What is done to a curve before it is shown. */
final class Curves {

    private Curves() {
    }

    /** Leaves out points that have no place. */
    static Series finite(Series curve) {
        double[] x = new double[curve.x().length];
        double[] y = new double[x.length];
        int kept = 0;
        for (int i = 0; i < x.length; i++) {
            if (Double.isFinite(curve.x()[i]) && Double.isFinite(curve.y()[i])) {
                x[kept] = curve.x()[i];
                y[kept++] = curve.y()[i];
            }
        }
        return new Series(Arrays.copyOf(x, kept), Arrays.copyOf(y, kept));
    }

    /** Leaves out what lies before a coordinate. */
    static Series from(Series curve, double start) {
        int first = 0;
        while (first < curve.x().length && curve.x()[first] < start) {
            first++;
        }
        int end = curve.x().length;
        return new Series(Arrays.copyOfRange(curve.x(), first, end), Arrays.copyOfRange(curve.y(), first, end));
    }

    /**
     * Thins a long curve: of each group of neighbours the lowest and the highest stay, in their order, and so do both ends. No
     * peak is lost.
     */
    static Series thin(Series curve, int most) {
        int size = curve.x().length;
        if (size <= most) {
            return curve;
        }
        int groups = Math.max(1, (most - 2) / 2);
        double[] x = new double[2 * groups + 2];
        double[] y = new double[x.length];
        int kept = put(curve, 0, x, y, 0);
        for (int group = 0; group < groups; group++) {
            int from = (int) ((long) size * group / groups);
            int to = (int) ((long) size * (group + 1) / groups);
            int low = extreme(curve.y(), from, to, -1);
            int high = extreme(curve.y(), from, to, 1);
            kept = put(curve, Math.min(low, high), x, y, kept);
            kept = put(curve, Math.max(low, high), x, y, kept);
        }
        kept = put(curve, size - 1, x, y, kept);
        return new Series(Arrays.copyOf(x, kept), Arrays.copyOf(y, kept));
    }

    private static int extreme(double[] values, int from, int to, int sign) {
        int found = from;
        for (int i = from; i < to; i++) {
            if (sign * values[i] > sign * values[found]) {
                found = i;
            }
        }
        return found;
    }

    private static int put(Series curve, int index, double[] x, double[] y, int kept) {
        x[kept] = curve.x()[index];
        y[kept] = curve.y()[index];
        return kept + 1;
    }
}
