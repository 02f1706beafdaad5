package io.windrow.metrics.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Statistic;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.config.NamingConvention;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The scrape, byte for byte against the registry's own. */
class SteadyScrapeTest {

    private final SteadyScrape scrape = new SteadyScrape(PrometheusConfig.DEFAULT, new MockClock());
    private final PrometheusMeterRegistry registry = scrape.registry();

    @Test
    void shouldWriteNothingOfAnEmptyRegistry() {
        assertThat(steady()).isEmpty();
    }

    @Test
    void shouldWriteEachKindAsTheRegistryDoes() {
        Gauge.builder("a.gauge", () -> 1.5).description("of \"a\" \\ and\na line").tag("k", "a\"b\\c\nd").register(registry);
        Gauge.builder("a.gauge", () -> Double.NaN).description("of \"a\" \\ and\na line").register(registry);
        TimeGauge.builder("time.gauge", () -> 1234, TimeUnit.MILLISECONDS).register(registry);
        Counter.builder("a.counter").baseUnit("bytes").description("counts").tags("z", "1", "a", "2").register(registry).increment(1e7);
        Counter.builder("b.counter.total").register(registry);
        FunctionCounter.builder("f.counter", 1, one -> Double.POSITIVE_INFINITY).register(registry);
        FunctionTimer.builder("f.timer", 1, one -> 3, one -> 4.5, TimeUnit.MILLISECONDS).register(registry);
        Timer.builder("empty.timer").register(registry);
        Timer timer = Timer.builder("a.timer").tag("of", "π €😀").register(registry);
        timer.record(Duration.ofNanos(123_456_789));
        timer.record(Duration.ofMillis(7));
        DistributionSummary summary = DistributionSummary.builder("a.summary").baseUnit("trades").scale(3).register(registry);
        summary.record(2.5);
        summary.record(1e9);
        String text = steady();
        assertThat(text).contains("a_gauge{k=\"a\\\"b\\\\c\\nd\"} 1.5", "a_gauge NaN", "# HELP a_gauge of \"a\" \\\\ and\\na line",
            "a_counter_bytes_total{a=\"2\",z=\"1\"} 1.0E7", "empty_timer_seconds_count 0\n", "a_timer_seconds_max{of=\"π €😀\"} 0.123456789",
            "f_counter_total +Inf", "# TYPE a_summary_trades summary");
    }

    @Test
    void shouldLeaveOutASumThatIsNotKnown() {
        FunctionTimer.builder("f.timer", 1, one -> -3, one -> Double.NaN, TimeUnit.SECONDS).register(registry);
        FunctionTimer.builder("g.timer", 1, one -> -3, one -> -4.5, TimeUnit.SECONDS).register(registry);
        assertThat(steady()).contains("f_timer_seconds_count 0", "g_timer_seconds_sum 0.0").doesNotContain("f_timer_seconds_sum");
    }

    @Test
    void shouldFollowMetersThatComeAndGo() {
        Counter first = Counter.builder("calls").tag("of", "b").register(registry);
        assertThat(steady()).contains("calls_total{of=\"b\"} 0.0");
        Counter second = Counter.builder("calls").tag("of", "a").register(registry);
        second.increment();
        assertThat(steady()).contains("calls_total{of=\"a\"} 1.0\ncalls_total{of=\"b\"} 0.0");
        registry.remove(first);
        assertThat(steady()).doesNotContain("of=\"b\"");
        registry.remove(second);
        assertThat(steady()).isEmpty();
        Gauge.builder("calls", () -> 1).register(registry);
        assertThat(steady()).contains("# TYPE calls gauge");
        registry.clear();
        assertThat(steady()).isEmpty();
    }

    @Test
    void shouldLeaveOutMetersThatPrometheusRefused() {
        Counter shown = Counter.builder("a.b").register(registry);
        Counter refused = Counter.builder("a_b").tag("other", "1").register(registry);
        Timer.builder("a.b").tag("is", "a timer").register(registry);
        assertThat(steady()).doesNotContain("other");
        registry.remove(shown);
        assertThat(steady()).as("the others stay out").doesNotContain("other");
        Counter.builder("a_b").tag("third", "1").register(registry);
        assertThat(steady()).contains("third").doesNotContain("other");
        registry.remove(refused);
        Counter.builder("a_b").tag("other", "1").register(registry);
        assertThat(steady()).contains("third", "other");
    }

    @Test
    void shouldKeepOutWhatAListenerForbade() {
        registry.throwExceptionOnRegistrationFailure();
        Counter shown = Counter.builder("a.b").register(registry);
        assertThatIllegalArgumentException().isThrownBy(() -> Counter.builder("a_b").register(registry));
        registry.remove(shown);
        Counter.builder("a_b").register(registry);
        assertThat(steady()).contains("a_b_total");
    }

    @Test
    void shouldKeepTheNamesThatMetersCameWith() {
        Counter.builder("a.b").tag("c.d", "e").register(registry);
        registry.config().namingConvention(new NamingConvention() {
            @Override
            public String name(String name, Meter.Type type, String unit) {
                return "my_" + name.replace('.', '_');
            }

            @Override
            public String tagKey(String key) {
                return "my_" + key;
            }
        });
        Counter.builder("f.g").tag("h", "i").register(registry);
        assertThat(steady()).contains("\na_b_total{c_d=\"e\"}", "\nmy_f_g_total{my_h=\"i\"}");
    }

    @Test
    void shouldFallBackWhereItCannotWriteItself() {
        fallBack(LongTaskTimer.builder("a.task").register(registry));
        fallBack(Timer.builder("a.timer").publishPercentiles(0.5).register(registry));
        fallBack(Timer.builder("a.timer").serviceLevelObjectives(Duration.ofMillis(1)).register(registry));
        fallBack(DistributionSummary.builder("a.summary").publishPercentileHistogram().register(registry));
        fallBack(DistributionSummary.builder("a.summary").publishPercentiles(0.9).register(registry));
        fallBack(Gauge.builder("build.info", () -> 1).tag("version", "1").register(registry));
        fallBack(Meter.builder("own", Meter.Type.OTHER, List.of(new Measurement(() -> 2.5, Statistic.VALUE))).register(registry));
        fallBack(Gauge.builder("a.gauge", () -> 1).tag("le", "1").register(registry));
        registry.config().namingConvention(NamingConvention.identity);
        fallBack(Gauge.builder("a.gauge", () -> 1).register(registry));
        fallBack(Gauge.builder("b", () -> 1).tag("a.key", "1").register(registry));
        assertThat(steady()).isEmpty();
    }

    @Test
    void shouldFallBackWhereFamiliesAreMixed() {
        Gauge.builder("c", () -> 1).tag("k.l", "1").register(registry);
        fallBack(Gauge.builder("c", () -> 2).tag("k_l", "1").register(registry));
        Gauge.builder("a.timer.seconds.max", () -> 7).tag("of", "gauge").register(registry);
        fallBack(Timer.builder("a.timer").register(registry));
        Gauge.builder("b", () -> 1).tag("k", "1").description("one").register(registry);
        fallBack(Gauge.builder("b", () -> 1).tag("k", "2").description("two").register(registry));
        assertThat(steady()).isNotEmpty();
    }

    @Test
    void shouldRefuseANegativeCounterAsTheRegistryDoes() {
        FunctionCounter.builder("calls", 1, one -> -2.5).register(registry);
        assertThat(scrape.isSteady()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(this::own);
        assertThatIllegalArgumentException().isThrownBy(this::written).withMessage("a counter must not be negative: calls=-2.5");
    }

    @Test
    void shouldFallBackForCollectorsOfOthers() {
        Gauge.builder("mine", () -> 1).register(registry);
        assertThat(scrape.isSteady()).isTrue();
        io.prometheus.metrics.model.registry.Collector theirs = () -> GaugeSnapshot.builder().name("theirs")
            .dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder().value(1).build()).build();
        registry.getPrometheusRegistry().register(theirs);
        assertThat(scrape.isSteady()).isFalse();
        assertThat(same()).contains("theirs 1.0");
        registry.getPrometheusRegistry().unregister(theirs);
        assertThat(steady()).doesNotContain("theirs");
        MultiCollector many = () -> MetricSnapshots.of(CounterSnapshot.builder().name("more")
            .dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder().value(1).build()).build());
        registry.getPrometheusRegistry().register(many);
        assertThat(scrape.isSteady()).isFalse();
        assertThat(same()).contains("more_total 1.0");
        registry.getPrometheusRegistry().unregister(many);
        assertThat(steady()).doesNotContain("more");
        registry.getPrometheusRegistry().clear();
        assertThat(same()).isEmpty();
    }

    @Test
    void shouldObeyTheSettingsOfTheRegistry() {
        SteadyScrape bare = new SteadyScrape(new Settings(false, null));
        Counter.builder("calls").description("of somebody").register(bare.registry());
        assertThat(bare.isSteady()).isTrue();
        assertThat(written(bare)).isEqualTo(bare.registry().scrape()).doesNotContain("of somebody");
        Properties created = new Properties();
        created.setProperty("io.prometheus.exporter.include_created_timestamps", "true");
        SteadyScrape dated = new SteadyScrape(new Settings(true, created));
        Counter.builder("calls").register(dated.registry());
        assertThat(dated.isSteady()).isFalse();
        assertThat(written(dated)).isEqualTo(dated.registry().scrape()).contains("calls_created");
    }

    @Test
    void shouldShowAGaugeWhoseObjectIsGone() {
        AtomicReference<Object> held = new AtomicReference<>(new Object());
        Gauge.builder("held", held.get(), one -> 1).strongReference(true).register(registry);
        Gauge.builder("null", () -> null).register(registry);
        Gauge.builder("broken", () -> {
            throw new IllegalStateException("on purpose");
        }).register(registry);
        assertThat(steady()).contains("null NaN", "broken NaN", "held 1.0");
    }

    @Test
    void shouldHaveTheTagsOfTheRegistry() {
        registry.config().commonTags("zone", "\"1\"", "app", "x");
        Counter.builder("calls").tags(Tags.of("m", "n")).register(registry);
        assertThat(steady()).contains("calls_total{app=\"x\",m=\"n\",zone=\"\\\"1\\\"\"} 0.0");
    }

    private void fallBack(Meter meter) {
        assertThat(scrape.isSteady()).as("%s", meter.getId()).isFalse();
        assertThat(same()).isNotEmpty();
        registry.remove(meter);
        assertThat(scrape.isSteady()).isTrue();
    }

    private String steady() {
        assertThat(scrape.isSteady()).isTrue();
        return same();
    }

    private String same() {
        String own = own();
        assertThat(written()).isEqualTo(own);
        return own;
    }

    private String own() {
        return registry.scrape();
    }

    private String written() {
        return written(scrape);
    }

    private static String written(SteadyScrape one) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            one.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Settings of a registry. */
    private record Settings(boolean descriptions, Properties prometheusProperties) implements PrometheusConfig {
        @Override
        public String get(String key) {
            return null;
        }
    }
}
