package io.windrow.examples.ops;

import io.windrow.examples.ops.scrape.Histogram;
import io.windrow.examples.ops.scrape.Scrape;
import io.windrow.metrics.PauseRecorder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The stops of a look as a histogram of bars. */
final class PauseBars {

    private static final String STOPS = "windrow_stop_seconds";
    private static final double[] BOUNDS = {1e-5, 2e-5, 3e-5, 5e-5, 7e-5, 1e-4, 2e-4, 3e-4, 5e-4, 7e-4, 1e-3, 2e-3, 3e-3, 5e-3, 7e-3, 1e-2,
        2e-2, 3e-2, 5e-2, 7e-2, 0.1, 0.2, 0.3, 0.5, 0.7, 1, Double.POSITIVE_INFINITY};
    private static final double NANOS = 1e9;
    private static final double PERCENT = 100;
    private static final int WIDTH = 40;

    private PauseBars() {
    }

    static String render(Look look) {
        SortedMap<Double, Double> counts = counts(look);
        if (counts.isEmpty()) {
            return "no stop was seen\n";
        }
        double most = counts.values().stream().mapToDouble(count -> count).max().orElse(1);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("stops up to", "count", ""));
        counts.forEach((bound, count) -> rows.add(List.of(Double.isInfinite(bound) ? "longer" : FigureText.time(bound * NANOS),
            String.format(Locale.ROOT, "%,.0f", count), "#".repeat((int) Math.ceil(WIDTH * count / most)))));
        return TextTable.render(rows, 0, 1);
    }

    static List<Map<String, Object>> tree(Look look) {
        List<Map<String, Object>> tree = new ArrayList<>();
        counts(look).forEach((bound, count) -> {
            Map<String, Object> bucket = new LinkedHashMap<>();
            bucket.put("upToSeconds", bound);
            bucket.put("count", count);
            tree.add(bucket);
        });
        return tree;
    }

    /** Stops in each bucket, from the first that has one to the last. */
    private static SortedMap<Double, Double> counts(Look look) {
        SortedMap<Double, Double> below = look.isProcess() ? ofRecorder(look.pauses()) : ofScrapes(look.before(), look.after());
        SortedMap<Double, Double> counts = new TreeMap<>();
        double before = 0;
        for (Map.Entry<Double, Double> bucket : below.entrySet()) {
            counts.put(bucket.getKey(), bucket.getValue() - before);
            before = bucket.getValue();
        }
        while (!counts.isEmpty() && counts.get(counts.firstKey()) == 0) {
            counts.remove(counts.firstKey());
        }
        while (!counts.isEmpty() && counts.get(counts.lastKey()) == 0) {
            counts.remove(counts.lastKey());
        }
        return counts;
    }

    private static SortedMap<Double, Double> ofRecorder(PauseRecorder pauses) {
        SortedMap<Double, Double> below = new TreeMap<>();
        for (double bound : pauses == null ? new double[0] : BOUNDS) {
            below.put(bound, (double) atOrBelow(pauses, bound * NANOS));
        }
        return below;
    }

    /** The recorder tells percentiles; the greatest rank whose value is not above a bound is the count up to it. */
    private static long atOrBelow(PauseRecorder pauses, double nanos) {
        long low = 0;
        long high = pauses.count();
        long all = high;
        while (low < high) {
            long middle = (low + high + 1) / 2;
            if (pauses.percentileNanos(PERCENT * middle / all) <= nanos) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static SortedMap<Double, Double> ofScrapes(Scrape before, Scrape after) {
        Histogram earlier = P95Check.histogram(before, STOPS);
        Histogram later = P95Check.histogram(after, STOPS);
        return later == null ? new TreeMap<>() : earlier == null ? later.buckets() : later.since(earlier).buckets();
    }
}
