package io.windrow.metrics.trend;

/** Order statistics by partition (Hoare 1961), in place, without garbage. */
final class Selection {

    private Selection() {
    }

    /**
     * The median: the middle value, or the middle between the two middle ones. Reorders the values.
     *
     * @return NaN for no values.
     */
    static double median(double[] values, int count) {
        if (count == 0) {
            return Double.NaN;
        }
        double upper = ranked(values, count, count / 2);
        if ((count & 1) == 1) {
            return upper;
        }
        double lower = values[0];
        for (int i = 1; i < count / 2; i++) {
            lower = Math.max(lower, values[i]);
        }
        return lower + (upper - lower) / 2;
    }

    /** The value that {@code rank} others are not above; those stand before it afterwards, and none that is larger. Values are not NaN. */
    static double ranked(double[] values, int count, int rank) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            double pivot = middle(values[low], values[(low + high) >>> 1], values[high]);
            int left = low;
            int right = high;
            while (left <= right) {
                while (values[left] < pivot) {
                    left++;
                }
                while (values[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    swap(values, left++, right--);
                }
            }
            if (rank <= right) {
                high = right;
            } else if (rank >= left) {
                low = left;
            } else {
                return values[rank];
            }
        }
        return values[rank];
    }

    private static double middle(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    private static void swap(double[] values, int i, int j) {
        double value = values[i];
        values[i] = values[j];
        values[j] = value;
    }
}
