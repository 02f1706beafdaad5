package io.windrow.metrics;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.windrow.buffers.InstrumentRegistry;
import io.windrow.buffers.Side;
import io.windrow.buffers.Timeframe;
import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.metrics.micrometer.EngineMeters;
import io.windrow.pipeline.MarketPublisher;
import io.windrow.pipeline.Strategy;
import io.windrow.pipeline.TradingPipeline;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * An engine whose metrics are sampled and bound to a registry, and what that costs the sampling thread. Arguments: the time between
 * samples and between looks at pauses, the time before the measurement and that of it, all in milliseconds; and how many samples more
 * to take before, so that the code is as compiled as it will be: 3,600 are those of an hour.
 */
final class SamplerCostMain {

    private static final int GARBAGE = 200_000;
    private static byte[] garbage;

    private SamplerCostMain() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        InstrumentRegistry instruments = new InstrumentRegistry(1);
        instruments.register("AB", 2, 0);
        try (OffHeapMemory memory = OffHeapMemory.withBudget(16 << 20);
            TradingPipeline pipeline = TradingPipeline.builder().memory(memory).instruments(instruments).timeframes(Timeframe.seconds(1))
                .measureLatency().strategy(new Strategy() { }).build().start();
            EngineMetrics metrics = EngineMetrics.builder().every(millis(arguments[0])).pausesEvery(millis(arguments[1]))
                .pipeline("main", pipeline).memory("main", memory).start();
            EngineMeters meters = new EngineMeters(metrics)) {
            meters.bindTo(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
            publish(pipeline.publisher("feed"), Long.parseLong(arguments[2]), metrics, 1);
            for (long i = 0; i < Long.parseLong(arguments[4]); i++) {
                metrics.sampleNow();
            }
            // On a machine that stands still for seconds, as long as it takes for half of the samples.
            long samples = Long.parseLong(arguments[3]) / Long.parseLong(arguments[0]) / 2;
            measure(metrics, pipeline.publisher("other"), Long.parseLong(arguments[3]), samples);
        }
    }

    private static void measure(EngineMetrics metrics, MarketPublisher feed, long millis, long leastSamples) throws InterruptedException {
        AllocationProbe probe = AllocationProbe.of(metrics.thread());
        feed.heartbeat();
        makeGarbage();
        // The new source and the collection have their meters with a sample after this; by count and not by time, which a busy machine
        // stretches.
        long known = metrics.sampleCount() + 3;
        while (metrics.sampleCount() < known) {
            Thread.sleep(10);
        }
        long samples = metrics.sampleCount();
        long bytes = probe.bytes();
        long nanos = cpuNanos(metrics.thread());
        long start = System.nanoTime();
        publish(feed, millis, metrics, samples + leastSamples);
        long seconds = Math.max(1, (System.nanoTime() - start) / 1_000_000_000);
        System.out.println("bytes=" + (probe.bytes() - bytes));
        System.out.println("cpuNanosPerSecond=" + (cpuNanos(metrics.thread()) - nanos) / seconds);
        System.out.println("samples=" + (metrics.sampleCount() - samples));
        System.out.println("failures=" + metrics.failureCount());
    }

    /** The first collection of a cause gets a meter; and a young generation that is empty now has room until the end. */
    private static void makeGarbage() {
        for (int i = 0; i < GARBAGE; i++) {
            garbage = new byte[1_000];
        }
    }

    /** Events go on for so long and until so many samples were taken, so that the histograms have something to add up. */
    private static void publish(MarketPublisher feed, long millis, EngineMetrics metrics, long samples) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        for (long i = 0; System.nanoTime() - end < 0 || metrics.sampleCount() < samples; i++) {
            feed.dueAt(System.nanoTime());
            feed.onTrade(0, i, 100, 1, i, Side.BUY.code());
            Thread.sleep(10);
        }
    }

    private static long cpuNanos(Thread thread) {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
    }

    private static Duration millis(String number) {
        return Duration.ofMillis(Long.parseLong(number));
    }
}
