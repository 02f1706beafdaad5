package io.windrow.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.Side;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Allocations;
import io.windrow.pipeline.MarketPublisher;
import io.windrow.pipeline.Strategy;
import io.windrow.pipeline.TradingPipeline;
import io.windrow.pools.PoolCounters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineMetricsTest {

    private static final long SECOND = 1_000_000_000L;

    private final FakeProcess process = new FakeProcess();
    private final FakeStatistics statistics = new FakeStatistics();
    private final OffHeapMemory memory = OffHeapMemory.withBudget(16 << 20);
    private final TradingPipeline pipeline = TradingPipeline.builder().memory(memory).instruments(registry())
        .timeframes(Timeframe.seconds(1)).quotes(8).measureLatency().strategy(new Strategy() { }).build().start();
    private final Sample sample = new Sample();
    private EngineMetrics metrics;

    @AfterEach
    void close() {
        if (metrics != null) {
            metrics.close();
        }
        pipeline.close();
        memory.close();
    }

    @Test
    void shouldAddUpWhatThePipelineCounts() {
        start(builder());
        MarketPublisher feed = pipeline.publisher("feed");
        for (int i = 0; i < 10; i++) {
            feed.dueAt(System.nanoTime());
            feed.onTrade(0, i, 100, 1, i, Side.BUY.code());
        }
        feed.onQuote(0, 11, 99, 1, 101, 1);
        feed.error();
        assertThat(pipeline.awaitDrained(Duration.ofSeconds(20))).isTrue();
        process.timeNanos += 5 * SECOND;
        metrics.sampleNow();
        metrics.read(sample);
        assertThat(sample.get(Figure.EVENTS)).isEqualTo(11);
        assertThat(sample.get(Figure.TRADES)).isEqualTo(10);
        assertThat(sample.get(Figure.ERRORS)).isEqualTo(1);
        assertThat(sample.get(Figure.SOURCES)).as("the unused publisher main is no source").isEqualTo(1);
        assertThat(sample.get(Figure.LIVE_SOURCES)).isEqualTo(1);
        assertThat(sample.get(Figure.RING_USED)).isZero();
        assertThat(sample.get(Figure.HEARTBEAT_AGE)).isBetween(0L, 60 * SECOND);
        assertThat(sample.get(Figure.LATENCY_P50)).isPositive();
        assertThat(sample.get(Figure.LATENCY_P99)).isGreaterThanOrEqualTo(sample.get(Figure.LATENCY_P50));
        metrics.sampleNow();
        metrics.read(sample);
        assertThat(sample.has(Figure.LATENCY_P99)).as("known for five seconds").isTrue();
        process.timeNanos += 5 * SECOND;
        metrics.sampleNow();
        metrics.read(sample);
        assertThat(sample.has(Figure.LATENCY_P99)).as("no event in the last five seconds").isFalse();
    }

    @Test
    void shouldTellTheLedgerAndWhatNobodyAccountsFor() {
        process.figures.put(Figure.RESIDENT_ANONYMOUS, 100_000_000L);
        process.figures.put(Figure.HEAP_COMMITTED, 30_000_000L);
        process.figures.put(Figure.METASPACE_COMMITTED, 5_000_000L);
        start(builder().memory("engine", memory));
        metrics.read(sample);
        assertThat(sample.get(Figure.OFF_HEAP)).isEqualTo(OffHeapMemory.processUsedBytes());
        assertThat(sample.get(Figure.UNACCOUNTED)).isEqualTo(65_000_000L - OffHeapMemory.processUsedBytes());
        assertThat(metrics.memories()).extracting(NamedMemory::name).containsExactly("metrics", "engine");
        assertThat(sample.get(Figure.OFF_HEAP_LIMIT)).isEqualTo((16 << 20) + metrics.memories().get(0).memory().budgetBytes());
        process.figures.remove(Figure.HEAP_COMMITTED);
        metrics.sampleNow();
        metrics.read(sample);
        assertThat(sample.has(Figure.UNACCOUNTED)).isFalse();
    }

    @Test
    void shouldKeepTheTotalsOfAPipelineThatIsGone() {
        start(builder());
        pipeline.publishTrade(0, 1, 100, 1, 1, Side.BUY.code());
        metrics.sampleNow();
        pipeline.close();
        metrics.remove(pipeline);
        metrics.sampleNow();
        metrics.read(sample);
        assertThat(sample.get(Figure.EVENTS)).isEqualTo(1);
        assertThat(sample.get(Figure.SOURCES)).isEqualTo(-1);
        assertThat(metrics.pipelines()).isEmpty();
        assertThat(metrics.pools()).isEmpty();
        metrics.add("again", pipeline);
        metrics.sampleNow();
        metrics.read(sample);
        assertThat(sample.get(Figure.EVENTS)).as("the closed pipeline counted again").isEqualTo(2);
    }

    @Test
    void shouldAddUpPoolsAndPassOverWhatTheyDoNotKnow() {
        start(EngineMetrics.builder().process(process).collector(statistics).withoutThread().pool(pool(10, 3, PoolCounters.UNKNOWN))
            .pool(pool(5, 5, 2)));
        metrics.read(sample);
        assertThat(sample.get(Figure.POOL_CAPACITY)).isEqualTo(15);
        assertThat(sample.get(Figure.POOL_IN_USE)).isEqualTo(8);
        assertThat(sample.get(Figure.LEAKED_OBJECTS)).isEqualTo(2);
        PoolCounters leaking = metrics.pools().get(1);
        metrics.remove(leaking);
        metrics.sampleNow();
        metrics.read(sample);
        assertThat(sample.get(Figure.LEAKED_OBJECTS)).as("a total does not fall").isEqualTo(2);
        assertThat(sample.get(Figure.POOL_CAPACITY)).isEqualTo(10);
    }

    @Test
    void shouldWorkOutRatesAndGrowth() {
        start(builder());
        for (int second = 1; second <= 700; second++) {
            process.timeNanos += SECOND;
            process.figures.put(Figure.ALLOCATED, 5000L * second);
            process.figures.put(Figure.RESIDENT, 1_000_000L + 100L * second + (second % 5 == 0 ? 50_000 : 0));
            metrics.sampleNow();
        }
        assertThat(metrics.perSecond(Figure.ALLOCATED)).isEqualTo(5000);
        assertThat(metrics.perSecond(Figure.COLLECTIONS)).isNaN();
        assertThat(metrics.growthPerMinute(Figure.RESIDENT)).isBetween(5950.0, 6050.0);
        assertThat(metrics.growthPerMinute(Figure.OPEN_FILES)).isNaN();
        assertThatIllegalArgumentException().isThrownBy(() -> metrics.perSecond(Figure.RESIDENT))
            .withMessage("a rate must be of a total: figure=residentBytes");
        assertThatIllegalArgumentException().isThrownBy(() -> metrics.growthPerMinute(Figure.CLASSES))
            .withMessage("the growth of this figure is not followed: figure=classes");
        HistoryRange range = metrics.history().range(0, process.timeNanos, 10, Figure.ALLOCATED);
        assertThat(range.value(0, range.size() - 1)).isEqualTo(3_500_000);
    }

    @Test
    void shouldGoOnWhenASampleOrAListenerFails() {
        List<Long> told = new ArrayList<>();
        start(builder().listener(one -> {
            throw new IllegalStateException("bad listener");
        }).listener(one -> told.add(one.timeNanos())));
        assertThat(metrics.failureCount()).isEqualTo(1);
        assertThat(metrics.lastFailure()).hasMessage("bad listener");
        assertThat(told).hasSize(1);
        process.failure = new IllegalStateException("no reading");
        metrics.sampleNow();
        assertThat(metrics.sampleCount()).isEqualTo(1);
        assertThat(metrics.failureCount()).isEqualTo(2);
        assertThat(told).as("a failed sample is told to nobody").hasSize(1);
        process.failure = null;
        metrics.sampleNow();
        assertThat(metrics.sampleCount()).isEqualTo(2);
        assertThat(told).hasSize(2);
    }

    @Test
    void shouldSampleOnAThreadOfItsOwnUntilItIsClosed() throws InterruptedException {
        CountDownLatch three = new CountDownLatch(3);
        start(EngineMetrics.builder().process(process).collector(statistics).every(Duration.ofMillis(10))
            .listener(one -> three.countDown()));
        Thread thread = metrics.thread();
        assertThat(thread.isDaemon()).isTrue();
        assertThat(three.await(20, TimeUnit.SECONDS)).isTrue();
        metrics.close();
        assertThat(thread.isAlive()).isFalse();
        assertThat(process.closed).isTrue();
        long samples = metrics.sampleCount();
        metrics.sampleNow();
        assertThat(metrics.sampleCount()).isEqualTo(samples);
    }

    @Test
    void shouldSeeAStopBetweenTwoSamples() {
        start(builder());
        statistics.stop(7_000);
        metrics.sampleNow();
        statistics.stop(9_000);
        metrics.sampleNow();
        metrics.read(sample);
        assertThat(sample.get(Figure.STOP_LONGEST)).isEqualTo(9_000);
        assertThat(metrics.pauses().count()).isEqualTo(2);
    }

    @Test
    void shouldAllocateNothingPerSample() {
        EngineMetricsBuilder builder = EngineMetrics.builder().collector(statistics).withoutThread().pipeline("main", pipeline)
            .pool(pool(1, 1, 1)).memory("engine", memory);
        start(builder);
        MarketPublisher feed = pipeline.publisher("feed");
        Allocations.assertNone(new Runnable() {
            private int call;

            @Override
            public void run() {
                if (call++ % 30 == 0) {
                    metrics.sampleNow();
                    metrics.read(sample);
                    feed.heartbeat();
                }
            }
        });
    }

    @Test
    void shouldRefuseTwoPartsOfOneName() {
        start(builder().memory("engine", memory));
        assertThatIllegalArgumentException().isThrownBy(() -> metrics.add("main", pipeline))
            .withMessage("pipeline must have a name of its own: name=main");
        assertThatIllegalArgumentException().isThrownBy(() -> metrics.add("engine", memory))
            .withMessage("memory must have a name of its own: name=engine");
        assertThatIllegalArgumentException().isThrownBy(() -> EngineMetrics.builder().every(Duration.ofMillis(9)))
            .withMessage("interval must be at least 10 ms: interval=PT0.009S");
    }

    private void start(EngineMetricsBuilder builder) {
        metrics = builder.start();
    }

    private EngineMetricsBuilder builder() {
        return EngineMetrics.builder().process(process).collector(statistics).withoutThread().pipeline("main", pipeline);
    }

    private static InstrumentRegistry registry() {
        InstrumentRegistry registry = new InstrumentRegistry(1);
        registry.register("BTCUSDT", 2, 3);
        return registry;
    }

    private static PoolCounters pool(long capacity, long inUse, long leaked) {
        return new PoolCounters() {
            @Override
            public String name() {
                return "pool";
            }

            @Override
            public long capacity() {
                return capacity;
            }

            @Override
            public long inUse() {
                return inUse;
            }

            @Override
            public long leakedCount() {
                return leaked;
            }
        };
    }
}
