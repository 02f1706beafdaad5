package io.windrow.examples.ops.scrape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The buckets of a histogram, summed over all its labels: how many events were at or below each bound, in seconds. Immutable.
 *
 * @param buckets counts by their bounds, rising; the last bound is infinite.
 */
public record Histogram(SortedMap<Double, Double> buckets) {

    private static final String BOUND = "le";

    /**
     * Where a share of the events lies.
     *
     * @param value interpolated within the bucket, as Prometheus does.
     * @param lower the bound below, 0 for the first bucket.
     * @param upper the bound above, which may be infinite.
     */
    public record Quantile(double value, double lower, double upper) {
    }

    /**
     * Sums the buckets of a family.
     *
     * @param family a histogram, whose series have the same bounds.
     * @return the sum; without buckets if the family has none.
     */
    public static Histogram of(Family family) {
        return of(family, series -> true);
    }

    /**
     * Sums the buckets of a family that have a label.
     *
     * @param family a histogram, whose series have the same bounds.
     * @param label the label's name.
     * @param content what it must be.
     * @return the sum; without buckets if there is none.
     */
    public static Histogram of(Family family, String label, String content) {
        return of(family, series -> content.equals(series.labels().get(label)));
    }

    private static Histogram of(Family family, Predicate<Series> wanted) {
        SortedMap<Double, Double> buckets = new TreeMap<>();
        for (Series series : family.series()) {
            if (series.name().endsWith("_bucket") && series.labels().containsKey(BOUND) && wanted.test(series)) {
                buckets.merge(bound(series), series.value(), Double::sum);
            }
        }
        return new Histogram(buckets);
    }

    /**
     * The events since an earlier scrape.
     *
     * @param earlier of the same family.
     * @return the difference; a bound that was not there before counts from 0.
     */
    public Histogram since(Histogram earlier) {
        SortedMap<Double, Double> difference = new TreeMap<>();
        buckets.forEach((bound, count) -> difference.put(bound, count - earlier.buckets.getOrDefault(bound, 0.0)));
        return new Histogram(difference);
    }

    /**
     * How many events there are.
     *
     * @return the count of the last bucket.
     */
    public double count() {
        return buckets.isEmpty() ? 0 : buckets.get(buckets.lastKey());
    }

    /**
     * Where a share of the events lies.
     *
     * @param share 0 to 1.
     * @return the place; NaN if there is no event. In the last bucket, which has no upper bound, the lower one stands for it.
     */
    public Quantile quantile(double share) {
        double rank = share * count();
        double lower = 0;
        double below = 0;
        for (Map.Entry<Double, Double> bucket : buckets.entrySet()) {
            if (bucket.getValue() >= rank && bucket.getValue() > below) {
                double upper = bucket.getKey();
                double inside = (rank - below) / (bucket.getValue() - below);
                double value = Double.isInfinite(upper) ? lower : lower + (upper - lower) * Math.max(0, inside);
                return new Quantile(value, lower, upper);
            }
            lower = bucket.getKey();
            below = bucket.getValue();
        }
        return new Quantile(Double.NaN, Double.NaN, Double.NaN);
    }

    /** What is wrong with the buckets of a family: each set of labels must have rising counts, an infinite bound, a count and a sum. */
    static List<String> violations(Family family) {
        List<String> violations = new ArrayList<>();
        Map<SortedMap<String, String>, SortedMap<Double, Double>> all = new LinkedHashMap<>();
        Map<SortedMap<String, String>, Double> counts = new LinkedHashMap<>();
        Map<SortedMap<String, String>, Double> sums = new LinkedHashMap<>();
        for (Series series : family.series()) {
            if (series.name().endsWith("_count")) {
                counts.put(series.labels(), series.value());
            } else if (series.name().endsWith("_sum")) {
                sums.put(series.labels(), series.value());
            } else if (!series.labels().containsKey(BOUND) || Double.isNaN(bound(series))) {
                violations.add("a bucket needs the label le, a number");
            } else {
                all.computeIfAbsent(series.labelsWithout(BOUND), labels -> new TreeMap<>()).put(bound(series), series.value());
            }
        }
        all.forEach((labels, buckets) -> check(violations, buckets, counts.get(labels), sums.get(labels)));
        return violations;
    }

    private static void check(List<String> violations, SortedMap<Double, Double> buckets, Double count, Double sum) {
        double last = 0;
        for (double value : buckets.values()) {
            if (value < last) {
                violations.add("the counts of buckets must not fall");
            }
            last = value;
        }
        if (!buckets.containsKey(Double.POSITIVE_INFINITY)) {
            violations.add("the bucket le=\"+Inf\" is missing");
        }
        if (count == null || sum == null) {
            violations.add("_count and _sum are needed");
        } else if (count != last) {
            violations.add("_count must be the count of the last bucket");
        }
    }

    private static double bound(Series series) {
        String bound = series.labels().get(BOUND);
        try {
            return bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
