package io.windrow.metrics.micrometer;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.registry.MetricType;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricFamilyDescriptor;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.windrow.metrics.BucketCounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A histogram whose buckets are counted from a {@link Distribution} when it is scraped. */
final class PrometheusHistogram implements Collector {

    private final MetricMetadata metadata;
    private final Map<Distribution, Labels> distributions = new LinkedHashMap<>();

    PrometheusHistogram(String name, String help) {
        metadata = new MetricMetadata(name, help);
    }

    synchronized void add(Distribution distribution, Labels labels) {
        distributions.put(distribution, labels);
    }

    synchronized void remove(Distribution distribution) {
        distributions.remove(distribution);
    }

    synchronized boolean isEmpty() {
        return distributions.isEmpty();
    }

    /** False if a plan cannot write it. */
    synchronized boolean addTo(ScrapeFamilies families) {
        for (Map.Entry<Distribution, Labels> one : distributions.entrySet()) {
            ScrapeSeries series = ScrapeSeries.of(metadata.getName(), one.getValue());
            if (series == null || !families.add(null, "histogram", metadata.getHelp(), series, new HistogramLines.Made(one.getKey()))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public synchronized MetricSnapshot collect() {
        List<HistogramDataPointSnapshot> points = new ArrayList<>(distributions.size());
        for (Map.Entry<Distribution, Labels> one : distributions.entrySet()) {
            points.add(point(one.getKey(), one.getValue()));
        }
        return new HistogramSnapshot(metadata, points);
    }

    private static HistogramDataPointSnapshot point(Distribution distribution, Labels labels) {
        synchronized (distribution) {
            distribution.look();
            return HistogramDataPointSnapshot.builder().classicHistogramBuckets(buckets(distribution.counts()))
                .sum(distribution.counts().sumSeconds()).labels(labels).build();
        }
    }

    private static ClassicHistogramBuckets buckets(BucketCounts counts) {
        double[] bounds = new double[counts.size() + 1];
        long[] inBucket = new long[bounds.length];
        long below = 0;
        for (int i = 0; i < counts.size(); i++) {
            bounds[i] = counts.boundNanos(i) / Distribution.NANOS_PER_SECOND;
            inBucket[i] = counts.countUpTo(i) - below;
            below = counts.countUpTo(i);
        }
        bounds[counts.size()] = Double.POSITIVE_INFINITY;
        inBucket[counts.size()] = counts.count() - below;
        return ClassicHistogramBuckets.of(bounds, inBucket);
    }

    @Override
    public MetricFamilyDescriptor getMetricFamilyDescriptor() {
        return MetricFamilyDescriptor.of(MetricType.HISTOGRAM, metadata);
    }
}
