package io.windrow.metrics.micrometer;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.ArrayList;
import java.util.List;

/**
 * Prometheus' registry, which tells nobody what is in it; this one knows whether it is only what a {@link ScrapePlan} can write. Counts
 * each change, so that a plan knows when it is outdated.
 */
final class WatchedCollectors extends PrometheusRegistry {

    /** Micrometer's collector of all meters of one name; the class is not public. */
    private static final String MICROMETER = "io.micrometer.prometheusmetrics.MicrometerCollector";

    private final List<PrometheusHistogram> histograms = new ArrayList<>();
    private final List<Object> strangers = new ArrayList<>();
    private final List<MultiCollector> names = new ArrayList<>();
    private volatile long changes;

    long changes() {
        return changes;
    }

    synchronized void changed() {
        changes++;
    }

    /** Our own histograms. */
    synchronized List<PrometheusHistogram> histograms() {
        return new ArrayList<>(histograms);
    }

    /** Names that Micrometer's meters have together. */
    synchronized int names() {
        return names.size();
    }

    /** Whether somebody has registered collectors of his own. */
    synchronized boolean hasStrangers() {
        return !strangers.isEmpty();
    }

    @Override
    public synchronized void register(Collector collector) {
        super.register(collector);
        if (collector instanceof PrometheusHistogram histogram) {
            histograms.add(histogram);
        } else {
            strangers.add(collector);
        }
        changed();
    }

    @Override
    public synchronized void register(MultiCollector collector) {
        super.register(collector);
        if (collector.getClass().getName().equals(MICROMETER)) {
            names.add(collector);
        } else {
            strangers.add(collector);
        }
        changed();
    }

    @Override
    public synchronized void unregister(Collector collector) {
        super.unregister(collector);
        histograms.remove(collector);
        strangers.remove(collector);
        changed();
    }

    @Override
    public synchronized void unregister(MultiCollector collector) {
        super.unregister(collector);
        names.remove(collector);
        strangers.remove(collector);
        changed();
    }

    @Override
    public synchronized void clear() {
        super.clear();
        histograms.clear();
        names.clear();
        strangers.clear();
        changed();
    }
}
