package io.windrow.metrics.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.Side;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Allocations;
import io.windrow.buffers.testing.Seeds;
import io.windrow.metrics.EngineMetrics;
import io.windrow.metrics.FakeMetrics;
import io.windrow.metrics.Figure;
import io.windrow.pipeline.MarketPublisher;
import io.windrow.pipeline.Strategy;
import io.windrow.pipeline.TradingPipeline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The scrape of an engine, byte for byte against the registry's own, and what it allocates. */
class SteadyEngineTest {

    private static final int ROUNDS = 40;
    private static final int WARM_UP = 2_000;
    private static final int SCRAPES = 500;
    /** Micrometer's maximum of a timer takes 24 bytes where the compiler does not find that they are not needed. */
    private static final long MOST_BYTES = 40L * SCRAPES;
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    private final FakeMetrics engine = new FakeMetrics();
    private final OffHeapMemory memory = OffHeapMemory.withBudget(16 << 20);
    private final TradingPipeline pipeline = pipeline(memory);
    private final MarketPublisher feed = pipeline.publisher("feed \"A\"");
    private final SteadyScrape scrape = new SteadyScrape();
    private EngineMetrics metrics;
    private EngineMeters meters;

    @BeforeEach
    void start() {
        metrics = engine.builder().pipeline("main", pipeline).memory("engine\\\n", memory).start();
        meters = new EngineMeters(metrics);
        meters.bindTo(scrape.registry());
    }

    @AfterEach
    void close() {
        meters.close();
        metrics.close();
        pipeline.close();
        memory.close();
    }

    @Test
    void shouldWriteAnEngineOfWhichLittleIsKnown() {
        same();
        engine.passSeconds(1);
        metrics.sampleNow();
        same();
    }

    @Test
    void shouldWriteAnEngineAsTheRegistryDoes() {
        Seeds.forEach(ROUNDS, random -> {
            for (int i = 0; i < Figure.count(); i++) {
                if (random.nextInt(4) > 0) {
                    engine.set(Figure.at(i), random.nextLong() >>> 1 + random.nextInt(62));
                }
            }
            trade(random.nextInt(20));
            if (random.nextBoolean()) {
                engine.stop(1 + random.nextInt(100_000_000));
                engine.collect(1 + random.nextInt(100_000_000), random.nextBoolean() ? "Allocation \"Failure\"" : "unknown");
            }
            engine.passSeconds(1);
            metrics.sampleNow();
            same();
        });
        assertThat(text()).contains("jvm_gc_pause_seconds_count", "_bucket{", "feed \\\"A\\\"");
    }

    @Test
    void shouldFollowPipelines() {
        engine.setAll(1);
        metrics.sampleNow();
        same();
        OffHeapMemory otherMemory = OffHeapMemory.withBudget(16 << 20);
        try (TradingPipeline other = pipeline(otherMemory)) {
            metrics.add("other", other);
            metrics.sampleNow();
            assertThat(same()).contains("windrow_latency_seconds_count{pipeline=\"other\"");
            metrics.remove(other);
            metrics.sampleNow();
            assertThat(same()).doesNotContain("pipeline=\"other\"");
        }
        otherMemory.close();
        metrics.remove(pipeline);
        metrics.sampleNow();
        assertThat(same()).doesNotContain("windrow_latency_seconds");
        meters.close();
        assertThat(same()).isEmpty();
        meters.bindTo(scrape.registry());
        assertThat(same()).isNotEmpty();
    }

    @Test
    void shouldFallBackOnlyWhileThereIsACause() {
        engine.setAll(1);
        metrics.sampleNow();
        Timer timer = Timer.builder("mine").publishPercentiles(0.5).register(scrape.registry());
        assertThat(scrape.isSteady()).isFalse();
        assertThat(text()).contains("mine_seconds{quantile=\"0.5\"}");
        scrape.registry().remove(timer);
        same();
    }

    @Test
    void shouldAllocateNothingButToCountThreads() {
        engine.setAll(123_456_789);
        trade(1_000);
        engine.stop(1_234_567);
        engine.collect(7_654_321);
        engine.passSeconds(1);
        metrics.sampleNow();
        assertThat(scrape.isSteady()).isTrue();
        Sink sink = new Sink();
        Gauge threads = scrape.registry().get("jvm.threads.live").gauge();
        repeat(() -> scrapeTo(sink), WARM_UP);
        repeat(threads::value, WARM_UP);
        long least = Long.MAX_VALUE;
        long end = System.nanoTime() + PATIENCE_NANOS;
        // On a machine that is busy elsewhere the compiler may need many rounds.
        for (int round = 0; round < 5 || least > MOST_BYTES && System.nanoTime() - end < 0; round++) {
            long counting = Allocations.bytes(() -> repeat(threads::value, SCRAPES));
            least = Math.min(least, Math.abs(Allocations.bytes(() -> repeat(() -> scrapeTo(sink), SCRAPES)) - counting));
        }
        assertThat(least).as("bytes of %s scrapes", SCRAPES).isLessThanOrEqualTo(MOST_BYTES);
        assertThat(sink.bytes).isPositive();
    }

    private static void repeat(Runnable work, int times) {
        for (int i = 0; i < times; i++) {
            work.run();
        }
    }

    private void scrapeTo(OutputStream out) {
        try {
            scrape.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String same() {
        assertThat(scrape.isSteady()).isTrue();
        String text = text();
        String[] lines = timeless(text);
        String[] own = timeless(scrape.registry().scrape());
        for (int i = 0; i < Math.min(lines.length, own.length); i++) {
            assertThat(lines[i]).isEqualTo(own[i]);
        }
        assertThat(lines).hasSameSizeAs(own);
        return text;
    }

    /** Lines, without ages and the number of live threads, which differ from one scrape to the next. */
    private static String[] timeless(String text) {
        return text.replaceAll("(?m)^((?:trading_heartbeat_age_seconds|jvm_threads_live).*) .*", "$1").split("\n", -1);
    }

    private String text() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        scrapeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private void trade(int count) {
        for (int i = 0; i < count; i++) {
            feed.dueAt(System.nanoTime());
            feed.onTrade(0, 1_700_000_000_000_000_000L, 100 + i % 7, 1, i, Side.BUY.code());
        }
        assertThat(pipeline.awaitDrained(Duration.ofSeconds(20))).isTrue();
    }

    private static TradingPipeline pipeline(OffHeapMemory memory) {
        InstrumentRegistry registry = new InstrumentRegistry(1);
        registry.register("AB", 2, 0);
        return TradingPipeline.builder().memory(memory).instruments(registry).timeframes(Timeframe.seconds(1)).quotes(8).measureLatency()
            .staleAfter(Duration.ofHours(1)).strategy(new Strategy() { }).build().start();
    }

    /** Counts what it is given. */
    private static final class Sink extends OutputStream {
        private long bytes;

        @Override
        public void write(int value) {
            bytes++;
        }

        @Override
        public void write(byte[] source, int from, int count) {
            bytes += count;
        }
    }
}
