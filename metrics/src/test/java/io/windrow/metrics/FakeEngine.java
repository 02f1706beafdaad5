package io.windrow.metrics;

import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.Side;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.pipeline.MarketPublisher;
import io.windrow.pipeline.Strategy;
import io.windrow.pipeline.TradingPipeline;
import java.time.Duration;

/** A small engine whose pipeline is real and whose process figures a test sets by hand; samples are taken when the test says so. */
public final class FakeEngine implements AutoCloseable {

    private final FakeProcess process = new FakeProcess();
    private final FakeStatistics statistics = new FakeStatistics();
    private final OffHeapMemory memory = OffHeapMemory.withBudget(16 << 20);
    private final TradingPipeline pipeline;
    private final EngineMetrics metrics;

    /** An engine whose samples are said to come once a second, and whose sources no test lives to see stale. */
    public FakeEngine() {
        this(Duration.ofSeconds(1), Duration.ofHours(1));
    }

    /** An engine whose samples are said to come at an interval, and whose sources are stale after a silence. */
    public FakeEngine(Duration interval, Duration staleAfter) {
        pipeline = TradingPipeline.builder().memory(memory).instruments(registry()).timeframes(Timeframe.seconds(1)).quotes(8)
            .measureLatency().staleAfter(staleAfter).strategy(new Strategy() { }).build().start();
        process.timeNanos = now();
        metrics = EngineMetrics.builder().process(process).collector(statistics).withoutThread().every(interval)
            .pipeline("main", pipeline).memory("engine \"A\"", memory).start();
    }

    /** Sets a figure of the next sample. */
    public FakeEngine set(Figure figure, long value) {
        process.figures.put(figure, value);
        return this;
    }

    /** A stop of all threads that the next sample sees. */
    public void stop(long nanos) {
        statistics.stop(nanos);
    }

    /** Takes a sample that says it is of now. */
    public void sample() {
        sampleAt(now());
    }

    /** Takes a sample that says it is of another time. */
    public void sampleAt(long timeNanos) {
        process.timeNanos = timeNanos;
        metrics.sampleNow();
    }

    /** Metrics of the same parts and of this real process, with a thread of their own, five samples a second; the caller closes them. */
    public EngineMetrics live() {
        return EngineMetrics.builder().every(Duration.ofMillis(200)).pipeline("main", pipeline).memory("engine \"A\"", memory)
            .measureAllocation(true).start();
    }

    public EngineMetrics metrics() {
        return metrics;
    }

    public TradingPipeline pipeline() {
        return pipeline;
    }

    /** Publishes trades that were due now, and waits until they are handled. */
    public FakeEngine trade(MarketPublisher source, int count) {
        for (int i = 0; i < count; i++) {
            source.dueAt(System.nanoTime());
            source.onTrade(0, now(), 100 + i % 7, 1, i, Side.BUY.code());
        }
        if (!pipeline.awaitDrained(Duration.ofSeconds(20))) {
            throw new AssertionError("the pipeline must handle its events");
        }
        return this;
    }

    /** May be called twice. */
    @Override
    public void close() {
        metrics.close();
        pipeline.close();
        memory.close();
    }

    private static long now() {
        return System.currentTimeMillis() * 1_000_000L;
    }

    private static InstrumentRegistry registry() {
        InstrumentRegistry registry = new InstrumentRegistry(1);
        registry.register("BTCUSDT", 2, 3);
        return registry;
    }
}
