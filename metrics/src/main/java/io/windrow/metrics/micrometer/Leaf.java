package io.windrow.metrics.micrometer;

import io.micrometer.core.instrument.MeterRegistry;

/** Shows distributions in one registry that is no composite: in the form that it takes. */
interface Leaf {

    void add(Family family, Distribution distribution);

    void remove(Family family, Distribution distribution);

    /** Removes all. */
    void close();

    static Leaf of(MeterRegistry registry) {
        return PrometheusPresence.KNOWN && PrometheusLeaf.takes(registry) ? PrometheusLeaf.of(registry) : new PlainLeaf(registry);
    }

    /** Whether Prometheus' registry is on the class path; the classes that use it are loaded only then. */
    final class PrometheusPresence {
        static final boolean KNOWN = isKnown();

        private PrometheusPresence() {
        }

        private static boolean isKnown() {
            try {
                Class.forName("io.micrometer.prometheusmetrics.PrometheusMeterRegistry", false, Leaf.class.getClassLoader());
                return true;
            } catch (ClassNotFoundException e) {
                return false;
            }
        }
    }
}
