package io.windrow.metrics.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.windrow.metrics.EngineMetrics;
import io.windrow.metrics.FakeMetrics;
import io.windrow.metrics.Figure;
import io.windrow.pools.PoolCounters;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineMetersTest {

    private final FakeMetrics engine = new FakeMetrics();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private EngineMetrics metrics;
    private EngineMeters meters;

    @AfterEach
    void close() {
        meters.close();
        metrics.close();
    }

    @Test
    void shouldShowFiguresInBytesAndSeconds() {
        engine.set(Figure.RESIDENT, 40_000_000);
        engine.set(Figure.CPU, 1_500_000_000L);
        engine.set(Figure.OPEN_FILES, 37);
        start();
        assertThat(gauge("process.memory.rss")).isEqualTo(40_000_000);
        assertThat(gauge("process.resident.memory")).isEqualTo(40_000_000);
        assertThat(gauge("process.open.fds")).isEqualTo(37);
        assertThat(counter("process.cpu")).isEqualTo(1.5);
        engine.set(Figure.RESIDENT, 41_000_000);
        assertThat(gauge("process.memory.rss")).as("as of the newest sample").isEqualTo(40_000_000);
        metrics.sampleNow();
        assertThat(gauge("process.memory.rss")).isEqualTo(41_000_000);
    }

    @Test
    void shouldHaveNoMeterUntilItsValueIsKnown() {
        start();
        assertThat(registry.find("windrow.container.memory.limit").gauge()).isNull();
        assertThat(registry.find("gc.collections.by.generation").functionCounter()).isNull();
        engine.set(Figure.CONTAINER_LIMIT, 1);
        engine.set(Figure.YOUNG_COLLECTIONS, 5);
        metrics.sampleNow();
        assertThat(gauge("windrow.container.memory.limit")).isEqualTo(1);
        assertThat(registry.get("gc.collections.by.generation").tag("generation", "young").functionCounter().count()).isEqualTo(5);
        engine.forget(Figure.CONTAINER_LIMIT);
        engine.forget(Figure.YOUNG_COLLECTIONS);
        metrics.sampleNow();
        assertThat(gauge("windrow.container.memory.limit")).isNaN();
        assertThat(counter("gc.collections.by.generation")).as("a counter stays where it was").isEqualTo(5);
    }

    @Test
    void shouldKeepItsMetersAliveByItself() {
        engine.set(Figure.RESIDENT, 7);
        engine.set(Figure.CPU, 2_000_000_000L);
        engine.stop(3_000_000);
        start();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        engine.set(Figure.CPU, 3_000_000_000L);
        metrics.sampleNow();
        assertThat(gauge("process.memory.rss")).isEqualTo(7);
        assertThat(counter("process.cpu")).isEqualTo(3);
        assertThat(gauge("active.connections")).isZero();
        assertThat(registry.get("windrow.stop").functionTimer().count()).isZero();
        engine.stop(3_000_000);
        metrics.sampleNow();
        assertThat(registry.get("windrow.stop").functionTimer().count()).isEqualTo(1);
    }

    @Test
    void shouldSayUnitAndDescriptionOfEveryMeter() {
        engine.setAll(1);
        start();
        engine.passSeconds(1);
        metrics.sampleNow();
        metrics.sampleNow();
        assertThat(registry.getMeters()).allSatisfy(meter -> assertThat(meter.getId().getDescription()).as("%s", meter.getId())
            .isNotBlank());
        List<String> without = new ArrayList<>();
        for (Meter meter : registry.getMeters()) {
            if (meter.getId().getBaseUnit() == null) {
                without.add(meter.getId().getName());
            }
        }
        assertThat(without).as("whose name leaves no room for a unit").containsOnly("memory.growth.rate.mb.per.minute",
            "fd.growth.rate.per.minute", "clean.hours.counter", "gc.collections.by.generation", "process.cpu.usage", "system.cpu.count",
            "jvm.memory.usage.after.gc", "jvm.gc.overhead");
    }

    @Test
    void shouldAddUpTheHeapOfItsGenerations() {
        engine.set(Figure.HEAP_USED, 100);
        engine.set(Figure.HEAP_COMMITTED, 300);
        start();
        assertThat(registry.get("jvm.memory.used").tags("area", "heap", "id", "heap").gauge().value()).isEqualTo(100);
        meters.unbind(registry);
        engine.set(Figure.OLD_USED, 60);
        engine.set(Figure.OLD_COMMITTED, 200);
        engine.set(Figure.HEAP_AFTER_COLLECTION, 30);
        engine.set(Figure.HEAP_LIMIT, 400);
        metrics.sampleNow();
        meters.bindTo(registry);
        assertThat(registry.find("jvm.memory.used").tag("id", "heap").gauge()).isNull();
        assertThat(registry.get("jvm.memory.used").tag("id", "young").gauge().value()).isEqualTo(40);
        assertThat(registry.get("jvm.memory.used").tag("id", "old").gauge().value()).isEqualTo(60);
        assertThat(registry.get("jvm.memory.committed").tag("id", "young").gauge().value()).isEqualTo(100);
        assertThat(gauge("jvm.memory.usage.after.gc")).isEqualTo(30.0 / 400);
    }

    @Test
    void shouldWorkOutShares() {
        engine.set(Figure.COLLECTION_TIME, 1_000_000_000L);
        engine.set(Figure.CPU, 0);
        engine.set(Figure.UPTIME, 100_000_000_000L);
        start();
        double startTime = gauge("process.start.time");
        assertThat(startTime).isEqualTo(900);
        assertThat(registry.find("jvm.gc.overhead").gauge()).isNull();
        engine.passSeconds(10);
        engine.set(Figure.COLLECTION_TIME, 2_000_000_000L);
        engine.set(Figure.CPU, 4_000_000_000L);
        metrics.sampleNow();
        assertThat(gauge("jvm.gc.overhead")).isEqualTo(0.1);
        assertThat(gauge("process.cpu.usage")).isCloseTo(0.4 / Runtime.getRuntime().availableProcessors(), within(1e-9));
        for (int i = 0; i < 400; i++) {
            engine.passSeconds(1);
            metrics.sampleNow();
        }
        assertThat(gauge("jvm.gc.overhead")).as("in the last five minutes").isZero();
        assertThat(gauge("process.start.time")).isEqualTo(startTime);
        assertThat(gauge("jvm.threads.live")).isBetween(2.0, 1000.0);
        assertThat(gauge("system.cpu.count")).isEqualTo(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void shouldTellConnectionsAndCleanHoursAndItself() {
        FakePool database = new FakePool("database");
        FakePool exchange = new FakePool("exchange");
        database.inUse = 4;
        exchange.inUse = 3;
        metrics = engine.builder().connections(database).start();
        meters = new EngineMeters(metrics).cleanHours(() -> 2.5);
        meters.bindTo(registry);
        metrics.addConnections(exchange);
        assertThat(gauge("active.connections")).isEqualTo(7);
        assertThat(gauge("clean.hours.counter")).isEqualTo(2.5);
        metrics.remove(database);
        assertThat(gauge("active.connections")).isEqualTo(3);
        assertThat(counter("leaked.objects")).isZero();
        assertThat(counter("windrow.samples")).isEqualTo(metrics.sampleCount());
        assertThat(counter("windrow.sample.failures")).isZero();
    }

    @Test
    void shouldHaveGrowthRatesFromTheStart() {
        start();
        assertThat(gauge("memory.growth.rate.mb.per.minute")).isNaN();
        assertThat(gauge("fd.growth.rate.per.minute")).isNaN();
        assertThat(gauge("clean.hours.counter")).isNaN();
    }

    @Test
    void shouldFollowPools() {
        start();
        FakePool pool = new FakePool("orders");
        metrics.add(pool);
        FakePool namesake = new FakePool("orders");
        metrics.add(namesake);
        metrics.sampleNow();
        pool.inUse = 2;
        namesake.inUse = 5;
        assertThat(registry.get("windrow.pool.in.use").tag("pool", "orders").gauge().value()).isEqualTo(2);
        assertThat(registry.get("windrow.pool.in.use").tag("pool", "orders-2").gauge().value()).isEqualTo(5);
        assertThat(registry.get("windrow.pool.capacity").tag("pool", "orders").gauge().value()).isEqualTo(9);
        assertThat(registry.find("windrow.pool.idle").gauge()).as("it does not know").isNull();
        metrics.remove(pool);
        metrics.sampleNow();
        assertThat(registry.find("windrow.pool.in.use").tag("pool", "orders").gauge()).isNull();
        assertThat(registry.find("windrow.pool.in.use").tag("pool", "orders-2").gauge()).isNotNull();
    }

    @Test
    void shouldLeaveNothingBehind() {
        engine.setAll(1);
        metrics = engine.builder().pool(new FakePool("orders")).start();
        meters = new EngineMeters(metrics);
        PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        CompositeMeterRegistry composite = new CompositeMeterRegistry();
        composite.add(new SimpleMeterRegistry());
        for (MeterRegistry one : List.of(registry, prometheus, composite)) {
            meters.bindTo(one);
            int count = one.getMeters().size();
            meters.bindTo(one);
            assertThat(one.getMeters()).hasSize(count);
        }
        engine.collect(1000);
        metrics.sampleNow();
        meters.close();
        metrics.sampleNow();
        engine.collect(1000, "one that has no timer yet");
        metrics.sampleNow();
        assertThat(registry.getMeters()).isEmpty();
        assertThat(prometheus.getMeters()).isEmpty();
        assertThat(prometheus.scrape()).isEmpty();
        assertThat(composite.getMeters()).isEmpty();
        assertThat(composite.getRegistries()).allSatisfy(one -> assertThat(one.getMeters()).isEmpty());
        meters.bindTo(prometheus);
        assertThat(prometheus.scrape()).contains("process_memory_rss_bytes 1.0\n", "windrow_stop_seconds_count 0\n");
        meters.unbind(prometheus);
        assertThat(prometheus.scrape()).isEmpty();
    }

    @Test
    void shouldGiveEachRegistryOfACompositeWhatItTakes() {
        engine.set(Figure.RESIDENT, 5);
        metrics = engine.builder().start();
        meters = new EngineMeters(metrics);
        CompositeMeterRegistry composite = new CompositeMeterRegistry();
        composite.add(registry);
        meters.bindTo(composite);
        PrometheusMeterRegistry late = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        composite.add(new CompositeMeterRegistry().add(late));
        engine.stop(3_000_000);
        metrics.sampleNow();
        assertThat(composite.get("process.memory.rss").gauge().value()).isEqualTo(5);
        assertThat(gauge("process.memory.rss")).isEqualTo(5);
        assertThat(registry.get("windrow.stop").functionTimer().count()).isEqualTo(1);
        assertThat(late.scrape()).contains("process_memory_rss_bytes 5.0\n", "windrow_stop_seconds_bucket{le=\"0.005\"} 1\n");
        composite.remove(registry);
        metrics.sampleNow();
        assertThat(registry.find("windrow.stop").functionTimer()).isNull();
    }

    private void start() {
        metrics = engine.builder().start();
        meters = new EngineMeters(metrics);
        meters.bindTo(registry);
    }

    private double gauge(String name) {
        return registry.get(name).gauge().value();
    }

    private double counter(String name) {
        return registry.get(name).functionCounter().count();
    }

    private static final class FakePool implements PoolCounters {
        private final String name;
        private volatile long inUse;

        FakePool(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public long capacity() {
            return 9;
        }

        @Override
        public long inUse() {
            return inUse;
        }
    }
}
