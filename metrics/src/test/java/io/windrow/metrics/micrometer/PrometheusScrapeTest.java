package io.windrow.metrics.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.Side;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.metrics.EngineMetrics;
import io.windrow.metrics.FakeMetrics;
import io.windrow.pipeline.LatencyStage;
import io.windrow.pipeline.MarketPublisher;
import io.windrow.pipeline.Strategy;
import io.windrow.pipeline.TradingPipeline;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scrape of an engine's metrics, against the list of names that rules and dashboards rely on. */
class PrometheusScrapeTest {

    private static final String NAMES = "/io/windrow/metrics/ops/exported-names.txt";
    /** Names that the sources or the ecosystem fix, and promtool would have otherwise. */
    private static final Set<String> FIXED = Set.of("clean_hours_counter", "memory_growth_rate_mb_per_minute", "system_cpu_count");

    private final FakeMetrics engine = new FakeMetrics();
    private final OffHeapMemory memory = OffHeapMemory.withBudget(16 << 20);
    private final TradingPipeline pipeline = pipeline(memory);
    private final MarketPublisher feed = pipeline.publisher("feed");
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private EngineMetrics metrics;
    private EngineMeters meters;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        engine.setAll(1);
        metrics = engine.builder().pipeline("main", pipeline).memory("engine", memory).start();
        meters = new EngineMeters(metrics);
        meters.bindTo(registry);
        feed(10);
        engine.passSeconds(1);
        metrics.sampleNow();
    }

    @AfterEach
    void close() {
        meters.close();
        metrics.close();
        pipeline.close();
        memory.close();
    }

    @Test
    void shouldHaveEveryNameOfTheListAndNoOther() throws IOException {
        Scrape scrape = new Scrape(registry.scrape());
        Map<String, String> listed = new TreeMap<>();
        for (String line : lines(NAMES)) {
            String[] words = line.split(" ");
            listed.put(words[0], words[1]);
            assertThat(scrape.labels).as("%s", scrape.types.keySet()).containsKey(words[0]);
            if (!words[2].equals("-")) {
                assertThat(scrape.labels.get(words[0])).as(words[0]).contains(words[2].split(","));
            }
        }
        assertThat(scrape.types).isEqualTo(listed);
        assertThat(scrape.help.keySet()).isEqualTo(listed.keySet());
        assertThat(scrape.help.values()).allSatisfy(help -> assertThat(help).hasSizeGreaterThan(8));
        assertThat(scrape.families).doesNotHaveDuplicates();
    }

    @Test
    void shouldPleasePromtoolButForTheNamesOthersFixed() throws Exception {
        assumeTrue(isInstalled("promtool"), "promtool is not installed");
        Path text = Files.writeString(folder.resolve("scrape.txt"), registry.scrape());
        Process process = new ProcessBuilder("promtool", "check", "metrics").redirectInput(text.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Set<String> named = new TreeSet<>();
        for (String line : said.lines().toList()) {
            named.add(line.substring(0, line.indexOf(' ')));
        }
        assertThat(named).as(said).isEqualTo(FIXED);
    }

    @Test
    void shouldCountTheLatenciesThatThePipelineMeasured() {
        feed(5_000);
        Scrape scrape = new Scrape(registry.scrape());
        for (LatencyStage stage : LatencyStage.values()) {
            Histogram truth = pipeline.latency(stage);
            String labels = "{pipeline=\"main\",stage=\"" + stage.name().toLowerCase(java.util.Locale.ROOT) + "\"";
            assertThat(scrape.values.get("windrow_latency_seconds_count" + labels + "}")).isEqualTo(truth.getTotalCount());
            for (String bound : List.of("1.0E-5", "0.001", "0.0055", "10.0")) {
                long nanos = Math.round(Double.parseDouble(bound) * 1e9);
                assertThat(scrape.values.get("windrow_latency_seconds_bucket" + labels + ",le=\"" + bound + "\"}")).as(bound)
                    .isEqualTo(truth.getCountBetweenValues(0, nanos));
            }
        }
        Histogram total = pipeline.latency(LatencyStage.TOTAL);
        assertThat(total.getTotalCount()).isEqualTo(5_010);
        assertThat(scrape.values.get("windrow_latency_seconds_sum{pipeline=\"main\",stage=\"total\"}"))
            .isBetween(total.getMean() * 5_010 / 1e9 * 0.999, total.getMean() * 5_010 / 1e9 * 1.001);
        assertThat(scrape.values.get("signal_latency_seconds_count")).isEqualTo(pipeline.latency(LatencyStage.SIGNAL).getTotalCount());
    }

    @Test
    void shouldFollowPipelinesAndSources() {
        OffHeapMemory otherMemory = OffHeapMemory.withBudget(16 << 20);
        try (TradingPipeline other = pipeline(otherMemory)) {
            metrics.add("other", other);
            metrics.sampleNow();
            other.publisher("feed").heartbeat();
            pipeline.publisher("late").heartbeat();
            metrics.sampleNow();
            Scrape scrape = new Scrape(registry.scrape());
            assertThat(scrape.values).containsEntry("data_source_status{source=\"feed\"}", 1.0)
                .containsEntry("data_source_status{source=\"feed-2\"}", 1.0).containsEntry("data_source_status{source=\"late\"}", 1.0)
                .containsEntry("trading_trade_count_total{source=\"feed\"}", 10.0)
                .containsEntry("trading_trade_count_total{source=\"feed-2\"}", 0.0).containsKey("windrow_ring_capacity{pipeline=\"other\"}")
                .containsKey("windrow_latency_seconds_count{pipeline=\"other\",stage=\"sink\"}")
                .containsKey("windrow_pool_capacity{pool=\"signals-2\"}").doesNotContainKey("data_source_status{source=\"main\"}");
            metrics.remove(pipeline);
            metrics.sampleNow();
            scrape = new Scrape(registry.scrape());
            assertThat(scrape.values.keySet()).noneMatch(series -> series.contains("pipeline=\"main\"") || series.contains("\"feed\"")
                || series.contains("pool=\"signals\""));
            metrics.remove(other);
            metrics.sampleNow();
            assertThat(registry.scrape()).doesNotContain("_latency_seconds", "source=", "windrow_pool");
        }
        otherMemory.close();
    }

    @Test
    void shouldGoOnWhenAPipelineIsClosed() {
        pipeline.close();
        memory.close();
        metrics.sampleNow();
        Scrape scrape = new Scrape(registry.scrape());
        assertThat(scrape.values).containsEntry("trading_trade_count_total{source=\"feed\"}", 10.0)
            .containsEntry("windrow_latency_seconds_count{pipeline=\"main\",stage=\"total\"}", 10.0);
        assertThat(metrics.failureCount()).isZero();
    }

    @Test
    void shouldGiveTheHistogramsTheTagsOfTheRegistry() {
        PrometheusMeterRegistry tagged = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        tagged.config().commonTags("venue", "x");
        meters.bindTo(tagged);
        assertThat(tagged.scrape()).contains("windrow_stop_seconds_count{venue=\"x\"} 0\n", "process_memory_rss_bytes{venue=\"x\"} 1.0\n")
            .contains("windrow_latency_seconds_count{pipeline=\"main\",stage=\"total\",venue=\"x\"} 10\n");
    }

    @Test
    void shouldTellOffHeapBytesByOwner() {
        Scrape scrape = new Scrape(registry.scrape());
        memory.forEachOwner((owner, blocks, bytes) -> assertThat(scrape.values)
            .containsEntry("windrow_off_heap_used_bytes{owner=\"" + owner + "\"}", (double) bytes));
        assertThat(scrape.values.get("windrow_off_heap_used_bytes{owner=\"metrics\"}")).isPositive();
        memory.allocate("late", 640);
        metrics.sampleNow();
        assertThat(registry.scrape()).contains("windrow_off_heap_used_bytes{owner=\"late\"} " + (double) memory.usedBytes("late"));
    }

    private void feed(int trades) {
        for (int i = 0; i < trades; i++) {
            feed.dueAt(System.nanoTime());
            feed.onTrade(0, i, 100, 1, i, Side.BUY.code());
        }
        assertThat(pipeline.awaitDrained(Duration.ofSeconds(20))).isTrue();
    }

    private static TradingPipeline pipeline(OffHeapMemory memory) {
        InstrumentRegistry instruments = new InstrumentRegistry(1);
        instruments.register("AB", 2, 0);
        return TradingPipeline.builder().memory(memory).instruments(instruments).timeframes(Timeframe.seconds(1)).measureLatency()
            .strategy(new Strategy() { }).build().start();
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream in = PrometheusScrapeTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        }
    }

    private static boolean isInstalled(String tool) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(tool, "--version").redirectErrorStream(true).start();
            process.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
