package io.windrow.examples.footprint;

import io.windrow.examples.ops.scrape.Family;
import io.windrow.examples.ops.scrape.Histogram;
import io.windrow.examples.ops.scrape.Scrape;
import io.windrow.examples.ops.scrape.Series;
import io.windrow.examples.ops.watched.HttpFetch;
import io.windrow.metrics.SourceLostException;
import java.util.Map;
import java.util.TreeMap;

/** An answer of {@code /metrics} as far as it is needed here, and when it came. */
final class Scraped {

    private static final String PATH = "/metrics";
    private static final String LATENCY = "windrow_latency_seconds";
    private static final String EVENTS = "windrow_events_total";
    private static final String OWNERS = "windrow_off_heap_used_bytes";
    private static final double NANOS = 1e9;

    private final Scrape scrape;
    private final long atNanos;

    private Scraped(Scrape scrape, long atNanos) {
        this.scrape = scrape;
        this.atNanos = atNanos;
    }

    /**
     * Asks an engine.
     *
     * @throws SourceLostException if it does not answer.
     */
    static Scraped of(HttpFetch fetch) {
        String text = fetch.get(PATH).text();
        return of(text, System.nanoTime());
    }

    static Scraped of(String text, long atNanos) {
        return new Scraped(Scrape.of(text), atNanos);
    }

    /** Events in each second since an earlier answer. */
    double eventsPerSecondSince(Scraped earlier) {
        return (sum(EVENTS) - earlier.sum(EVENTS)) / ((atNanos - earlier.atNanos) / NANOS);
    }

    /** From due to handled, of the paced events since an earlier answer; NaN if there was none. Interpolated within a bucket. */
    double latencyNanosSince(Scraped earlier, double share) {
        Family family = scrape.families().get(LATENCY);
        Family before = earlier.scrape.families().get(LATENCY);
        if (family == null || before == null) {
            return Double.NaN;
        }
        Histogram all = Histogram.of(family, "stage", "total").since(Histogram.of(before, "stage", "total"));
        return all.quantile(share).value() * NANOS;
    }

    /** Bytes of each owner of the ledger, those of one name together. */
    Map<String, Long> offHeap() {
        Map<String, Long> owners = new TreeMap<>();
        Family family = scrape.families().get(OWNERS);
        if (family != null) {
            for (Series series : family.series()) {
                owners.merge(series.labels().getOrDefault("owner", "unknown"), (long) series.value(), Long::sum);
            }
        }
        return owners;
    }

    private double sum(String name) {
        Family family = scrape.families().get(name);
        return family == null ? Double.NaN : family.series().stream().mapToDouble(Series::value).sum();
    }
}
