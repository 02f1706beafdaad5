package io.windrow.metrics.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.windrow.metrics.EngineMetrics;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Makes garbage and concurrent cycles under two binders, Micrometer's own and ours, and prints what each says of the pauses. */
final class CollectorPausesMain {

    private static final int CYCLES = 6;
    private static final Object[] KEPT = new Object[20_000];

    private CollectorPausesMain() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        try (EngineMetrics metrics = EngineMetrics.builder().pausesEvery(Duration.ofMillis(5)).every(Duration.ofMillis(100)).start();
            EngineMeters meters = new EngineMeters(metrics);
            JvmGcMetrics theirs = new JvmGcMetrics()) {
            MeterRegistry ours = new SimpleMeterRegistry();
            MeterRegistry micrometer = new SimpleMeterRegistry();
            allocate();
            // After some collections, so that those before the binding count.
            meters.bindTo(ours);
            theirs.bindTo(micrometer);
            for (int i = 0; i < CYCLES; i++) {
                allocate();
                // With -XX:+ExplicitGCInvokesConcurrent it begins a concurrent cycle, whose remark and cleanup stop all threads.
                System.gc();
                Thread.sleep(200);
            }
            // The collector rests. Two samples from now on, and one of them began after the last pause.
            for (long end = metrics.sampleCount() + 2; metrics.sampleCount() < end;) {
                Thread.sleep(10);
            }
            print(ours, "ours");
            print(micrometer, "micrometer");
        }
    }

    private static void print(MeterRegistry registry, String whose) {
        long count = 0;
        double nanos = 0;
        for (Timer timer : registry.find("jvm.gc.pause").timers()) {
            count += timer.count();
            nanos += timer.totalTime(TimeUnit.NANOSECONDS);
        }
        print(whose + "Count", count);
        print(whose + "Nanos", Math.round(nanos));
    }

    private static void print(String name, long value) {
        System.out.println(name + "=" + value);
    }

    private static void allocate() {
        for (int i = 0; i < 100_000; i++) {
            KEPT[i % KEPT.length] = new byte[2_000];
        }
    }
}
