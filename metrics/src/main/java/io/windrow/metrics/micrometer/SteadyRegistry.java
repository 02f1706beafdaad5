package io.windrow.metrics.micrometer;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.NamingConvention;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.config.PrometheusProperties;
import io.prometheus.metrics.config.PrometheusPropertiesLoader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;

/** A registry that knows which of its meters are in its scrape: one that Prometheus cannot take is a meter all the same. */
final class SteadyRegistry extends PrometheusMeterRegistry {

    private final PrometheusConfig settings;
    private final WatchedCollectors collectors;
    private final boolean plain;
    private final Set<Meter.Id> refused = new HashSet<>();
    private final Map<Meter, NamingConvention> meters = new IdentityHashMap<>();

    /** A meter in the scrape, named by the convention there was when it came. */
    record Shown(Meter meter, NamingConvention convention) {
    }

    SteadyRegistry(PrometheusConfig settings, WatchedCollectors collectors, Clock clock) {
        super(settings, collectors, clock);
        this.settings = settings;
        this.collectors = collectors;
        plain = !properties(settings).getExporterProperties().getIncludeCreatedTimestamps();
        config().onMeterAdded(new Added()).onMeterRemoved(new Removed());
    }

    private static PrometheusProperties properties(PrometheusConfig settings) {
        Properties own = settings.prometheusProperties();
        return own == null ? PrometheusPropertiesLoader.load() : PrometheusPropertiesLoader.load(own);
    }

    WatchedCollectors collectors() {
        return collectors;
    }

    /** False if the scrape has more lines than meters have values: their time of creation. */
    boolean isPlain() {
        return plain;
    }

    List<Shown> shown() {
        synchronized (meters) {
            List<Shown> all = new ArrayList<>(meters.size());
            for (Map.Entry<Meter, NamingConvention> one : meters.entrySet()) {
                all.add(new Shown(one.getKey(), one.getValue()));
            }
            return all;
        }
    }

    /** What the registry shows as a meter's help. */
    String help(Meter.Id id) {
        return settings.descriptions() && id.getDescription() != null ? id.getDescription() : " ";
    }

    /** Called before the meter is added; whoever throws here keeps it out. */
    @Override
    protected void meterRegistrationFailed(Meter.Id id, String reason) {
        super.meterRegistrationFailed(id, reason);
        synchronized (meters) {
            refused.add(id);
        }
    }

    private final class Added implements Consumer<Meter> {
        @Override
        public void accept(Meter meter) {
            synchronized (meters) {
                if (!refused.remove(meter.getId())) {
                    meters.put(meter, config().namingConvention());
                }
            }
            collectors.changed();
        }
    }

    private final class Removed implements Consumer<Meter> {
        @Override
        public void accept(Meter meter) {
            synchronized (meters) {
                meters.remove(meter);
            }
            collectors.changed();
        }
    }
}
