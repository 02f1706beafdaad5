package io.windrow.metrics.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.windrow.metrics.EngineMetrics;
import io.windrow.metrics.FakeMetrics;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PauseMetersTest {

    private static final long MILLI = 1_000_000;

    private final PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private EngineMetrics metrics;

    @AfterEach
    void close() {
        metrics.close();
    }

    @Test
    void shouldHaveCollectionsOfBeforeTheBinding() {
        FakeMetrics engine = new FakeMetrics();
        engine.collect(3 * MILLI);
        metrics = engine.builder().start();
        engine.collect(7 * MILLI);
        metrics.sampleNow();
        bind();
        assertThat(timer().count()).isEqualTo(2);
        assertThat(timer().totalTime(TimeUnit.NANOSECONDS)).isEqualTo(10 * MILLI);
        assertThat(timer().getId().getTags()).extracting(Object::toString)
            .containsExactly("tag(action=end of major GC)", "tag(cause=unknown)", "tag(gc=all)");
        assertThat(prometheus.scrape()).contains("gc_pause_duration_seconds_count 1\n", "gc_pause_duration_seconds_sum 0.007\n",
            "gc_pause_duration_seconds_bucket{le=\"0.005\"} 0\n", "gc_pause_duration_seconds_bucket{le=\"0.01\"} 1\n");
        engine.collect(5 * MILLI);
        metrics.sampleNow();
        assertThat(timer().count()).isEqualTo(3);
        assertThat(timer().max(TimeUnit.NANOSECONDS)).isEqualTo(5 * MILLI);
        assertThat(prometheus.scrape()).contains("gc_pause_duration_seconds_count 2\n", "gc_pause_duration_seconds_sum 0.012\n",
            "gc_pause_duration_seconds_bucket{le=\"0.005\"} 1\n");
    }

    @Test
    void shouldTellCausesApart() {
        FakeMetrics engine = new FakeMetrics();
        metrics = engine.builder().start();
        bind();
        engine.collect(2 * MILLI, "System.gc()");
        metrics.sampleNow();
        engine.collect(3 * MILLI, "Allocation Failure");
        metrics.sampleNow();
        engine.collect(4 * MILLI, "System.gc()");
        metrics.sampleNow();
        assertThat(registry.get("jvm.gc.pause").tag("cause", "System.gc()").timer().totalTime(TimeUnit.NANOSECONDS)).isEqualTo(6 * MILLI);
        assertThat(registry.get("jvm.gc.pause").tag("cause", "Allocation Failure").timer().count()).isEqualTo(1);
        assertThat(registry.get("jvm.gc.pause").tag("cause", "unknown").timer().count()).isZero();
    }

    @Test
    void shouldNotBookACollectionBeforeItHasEnded() {
        FakeMetrics engine = new FakeMetrics();
        metrics = engine.builder().start();
        bind();
        engine.beginCollection();
        metrics.sampleNow();
        assertThat(timer().count()).isZero();
        engine.endCollection(4 * MILLI);
        metrics.sampleNow();
        assertThat(timer().count()).isEqualTo(1);
        assertThat(timer().totalTime(TimeUnit.NANOSECONDS)).isEqualTo(4 * MILLI);
    }

    @Test
    void shouldDivideTheTimeOfCollectionsThatCameTogether() {
        FakeMetrics engine = new FakeMetrics();
        metrics = engine.builder().start();
        bind();
        engine.collect(2);
        engine.collect(3);
        engine.collect(5);
        metrics.sampleNow();
        assertThat(timer().count()).isEqualTo(3);
        assertThat(timer().totalTime(TimeUnit.NANOSECONDS)).as("nothing is lost in the division").isEqualTo(10);
    }

    @Test
    void shouldCountACollectionTooShortForItsClock() {
        FakeMetrics engine = FakeMetrics.inMilliseconds();
        metrics = engine.builder().start();
        bind();
        engine.collect(0);
        metrics.sampleNow();
        assertThat(timer().count()).isEqualTo(1);
        assertThat(timer().totalTime(TimeUnit.NANOSECONDS)).isZero();
    }

    @Test
    void shouldShowStopsInOtherRegistriesAsTimerAndPercentiles() {
        FakeMetrics engine = new FakeMetrics();
        metrics = engine.builder().start();
        bind();
        assertThat(registry.get("windrow.stop.percentile").tag("phi", "0.95").gauge().value()).isNaN();
        for (int i = 1; i <= 100; i++) {
            engine.stop(i * MILLI);
            metrics.sampleNow();
        }
        assertThat(registry.get("windrow.stop").functionTimer().count()).isEqualTo(100);
        assertThat(registry.get("windrow.stop").functionTimer().totalTime(TimeUnit.NANOSECONDS)).isEqualTo(5050.0 * MILLI);
        assertThat(registry.get("windrow.stop.percentile").tag("phi", "0.95").gauge().value()).isBetween(0.095, 0.0951);
        assertThat(prometheus.scrape()).contains("windrow_stop_seconds_bucket{le=\"0.05\"} 50\n", "windrow_stop_seconds_count 100\n",
            "windrow_stop_seconds_sum 5.05\n");
    }

    private Timer timer() {
        return registry.get("jvm.gc.pause").timer();
    }

    private void bind() {
        EngineMeters meters = new EngineMeters(metrics);
        meters.bindTo(registry);
        meters.bindTo(prometheus);
    }
}
