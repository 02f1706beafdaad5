package io.windrow.metrics.micrometer;

import io.micrometer.core.instrument.Clock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Properties;

/**
 * Makes Prometheus' registry with its defaults, as {@code new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)} does, but takes them for
 * granted: they are not checked, and no property is given to the client library, which would bring in regular expressions for both. What
 * the client library reads of its own accord, system properties, environment and the file that {@code prometheus.config} names, holds as
 * ever; only a {@code prometheus.properties} on the class path is not looked for.
 *
 * <p>The one property that is left out, {@code exemplarsOnAllMetricTypes}, is for exemplars; a registry without tracing has none.
 */
public final class SparePrometheus {

    private static final Duration STEP = Duration.ofMinutes(1);

    private SparePrometheus() {
    }

    /**
     * Makes a registry.
     *
     * @return it, with no meter yet.
     */
    public static PrometheusMeterRegistry registry() {
        return steady();
    }

    static SteadyRegistry steady() {
        Thread thread = Thread.currentThread();
        ClassLoader loader = thread.getContextClassLoader();
        try {
            // The client library looks for prometheus.properties with this one, and goes on without.
            thread.setContextClassLoader(null);
            return new SteadyRegistry(new Defaults(), new WatchedCollectors(), Clock.SYSTEM);
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    private static final class Defaults implements PrometheusConfig {

        @Override
        public String get(String key) {
            return null;
        }

        @Override
        public boolean descriptions() {
            return true;
        }

        @Override
        public Duration step() {
            return STEP;
        }

        @Override
        public Properties prometheusProperties() {
            return null;
        }

        @Override
        public void requireValid() {
            // Nothing here can be wrong.
        }
    }
}
