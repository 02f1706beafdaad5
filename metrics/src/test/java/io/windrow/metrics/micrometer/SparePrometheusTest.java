package io.windrow.metrics.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** It is Micrometer's registry in all that a user's own meters show. */
class SparePrometheusTest {

    /** Held here, as a registry holds what a gauge reads only weakly. */
    private static final List<Integer> GAUGED = List.of(1, 2);

    @Test
    void shouldShowEveryKindOfMeterAsMicrometersDefaultsDo() {
        PrometheusMeterRegistry ours = SparePrometheus.registry();
        PrometheusMeterRegistry theirs = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        fill(ours);
        fill(theirs);
        assertThat(ours.scrape()).isEqualTo(theirs.scrape()).contains("own_counter_total", "own_timer_seconds_bucket", "own_summary_max");
        assertThat(openMetrics(ours)).isEqualTo(openMetrics(theirs));
    }

    /** When a meter was made differs by a little. */
    private static String openMetrics(PrometheusMeterRegistry registry) {
        return registry.scrape("application/openmetrics-text; version=1.0.0; charset=utf-8").replaceAll("_created.*", "");
    }

    @Test
    void shouldGiveTheThreadsClassLoaderBack() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        SparePrometheus.registry();
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before).isNotNull();
    }

    private static void fill(MeterRegistry registry) {
        registry.counter("own.counter", "of", "mine").increment(3);
        registry.gauge("own.gauge", GAUGED, List::size);
        Timer.builder("own.timer").description("How long").publishPercentileHistogram().publishPercentiles(0.5).register(registry)
            .record(Duration.ofMillis(20));
        DistributionSummary.builder("own.summary").serviceLevelObjectives(1, 10).register(registry).record(5);
        registry.more().longTaskTimer("own.task");
        registry.timer("own.plain").record(Duration.ofSeconds(1));
    }
}
