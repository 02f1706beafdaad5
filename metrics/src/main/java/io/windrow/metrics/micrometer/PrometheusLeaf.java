package io.windrow.metrics.micrometer;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.NamingConvention;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.EnumMap;
import java.util.Map;

/** In Prometheus' registry: one histogram for each family, beside Micrometer's own meters. Loaded only where there is such a registry. */
final class PrometheusLeaf implements Leaf {

    private final PrometheusMeterRegistry registry;
    private final Map<Family, PrometheusHistogram> histograms = new EnumMap<>(Family.class);
    private final Tags common;

    private PrometheusLeaf(PrometheusMeterRegistry registry) {
        this.registry = registry;
        // The registry's own tags are nowhere to be asked for, but a meter without tags has them.
        common = tagsOf(DerivedMeters.SAMPLES);
    }

    private Tags tagsOf(String name) {
        for (Meter meter : registry.getMeters()) {
            if (meter.getId().getName().equals(name)) {
                return Tags.of(meter.getId().getTags());
            }
        }
        return Tags.empty();
    }

    static boolean takes(MeterRegistry registry) {
        return registry instanceof PrometheusMeterRegistry;
    }

    static Leaf of(MeterRegistry registry) {
        return new PrometheusLeaf((PrometheusMeterRegistry) registry);
    }

    @Override
    public void add(Family family, Distribution distribution) {
        PrometheusHistogram histogram = histograms.get(family);
        boolean first = histogram == null;
        if (first) {
            String name = registry.config().namingConvention().name(family.meter(), Meter.Type.TIMER, "seconds");
            histogram = new PrometheusHistogram(name, family.description());
            histograms.put(family, histogram);
        }
        histogram.add(distribution, labels(distribution.tags()));
        if (first) {
            registry.getPrometheusRegistry().register(histogram);
        } else {
            changed();
        }
    }

    @Override
    public void remove(Family family, Distribution distribution) {
        PrometheusHistogram histogram = histograms.get(family);
        histogram.remove(distribution);
        if (histogram.isEmpty()) {
            registry.getPrometheusRegistry().unregister(histograms.remove(family));
        } else {
            changed();
        }
    }

    @Override
    public void close() {
        for (PrometheusHistogram histogram : histograms.values()) {
            registry.getPrometheusRegistry().unregister(histogram);
        }
        histograms.clear();
    }

    /** A histogram has other series than before, which the registry cannot see. */
    private void changed() {
        if (registry.getPrometheusRegistry() instanceof WatchedCollectors watched) {
            watched.changed();
        }
    }

    private Labels labels(Tags own) {
        NamingConvention convention = registry.config().namingConvention();
        Labels.Builder labels = Labels.builder();
        for (Tag tag : common.and(own)) {
            labels.label(convention.tagKey(tag.getKey()), convention.tagValue(tag.getValue()));
        }
        return labels.build();
    }
}
