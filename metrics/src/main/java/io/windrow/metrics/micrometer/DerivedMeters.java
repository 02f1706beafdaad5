package io.windrow.metrics.micrometer;

import io.micrometer.core.instrument.Tags;
import io.windrow.metrics.EngineMetrics;
import io.windrow.metrics.micrometer.DerivedReading.Kind;
import java.util.function.DoubleSupplier;

/** Registers what {@link DerivedReading} knows. */
final class DerivedMeters {

    static final String SAMPLES = "windrow.samples";

    private static final String USED = "Used memory of the area";
    private static final String COMMITTED = "Memory of the area that is taken from the system";

    private final MeterGroup group;
    private final EngineMetrics metrics;
    private final NewestSample newest;
    private final DoubleSupplier cleanHours;

    DerivedMeters(MeterGroup group, EngineMetrics metrics, NewestSample newest, DoubleSupplier cleanHours) {
        this.group = group;
        this.metrics = metrics;
        this.newest = newest;
        this.cleanHours = cleanHours;
    }

    void add() {
        group.gaugeNow("memory.growth.rate.mb.per.minute", null,
            "Growth of resident memory in MB of 1,000,000 bytes per minute, a robust slope over ten minutes", of(Kind.MEMORY_GROWTH));
        group.gaugeNow("fd.growth.rate.per.minute", null, "Growth of open file descriptors per minute, a robust slope over ten minutes",
            of(Kind.FILE_GROWTH));
        group.gaugeNow("active.connections", "connections", "Connections in use", of(Kind.CONNECTIONS));
        group.counter("leaked.objects", "objects", "Objects that were out for longer than their pool's limit", of(Kind.LEAKED));
        group.gaugeNow("clean.hours.counter", null, "Hours without a finding of the leak sentinel", of(Kind.CLEAN_HOURS));
        process();
        heap();
        group.counter(SAMPLES, "samples", "Samples of the engine's metrics", of(Kind.SAMPLES));
        group.counter("windrow.sample.failures", "failures", "Samples and their listeners that failed", of(Kind.FAILURES));
    }

    private void process() {
        group.gauge("process.cpu.usage", null, "Part of all processors that the process used between two samples",
            of(Kind.CPU_USAGE));
        group.gauge("system.cpu.count", null, "Processors that the process may use", of(Kind.CPU_COUNT));
        group.gauge("process.start.time", "seconds", "When the process started, since the epoch", of(Kind.START_TIME));
        group.gauge("jvm.threads.live", "threads", "Live threads of Java, daemons among them", of(Kind.LIVE_THREADS));
        group.gauge("jvm.gc.overhead", null, "Part of the last five minutes in which the collector had all threads stopped",
            of(Kind.COLLECTOR_SHARE));
    }

    private void heap() {
        group.gauge("jvm.memory.usage.after.gc", null, "Used part of the most heap after the last collection", part("long-lived", "pool"),
            of(Kind.HEAP_AFTER));
        group.gauge("jvm.memory.used", "bytes", USED, part("heap", "id"), of(Kind.HEAP_USED));
        group.gauge("jvm.memory.used", "bytes", USED, part("young", "id"), of(Kind.YOUNG_USED));
        group.gauge("jvm.memory.used", "bytes", USED, part("old", "id"), of(Kind.OLD_USED));
        group.gauge("jvm.memory.committed", "bytes", COMMITTED, part("heap", "id"), of(Kind.HEAP_COMMITTED));
        group.gauge("jvm.memory.committed", "bytes", COMMITTED, part("young", "id"), of(Kind.YOUNG_COMMITTED));
        group.gauge("jvm.memory.committed", "bytes", COMMITTED, part("old", "id"), of(Kind.OLD_COMMITTED));
    }

    private static Tags part(String name, String label) {
        return Tags.of("area", "heap", label, name);
    }

    private Reading of(Kind kind) {
        return new DerivedReading(kind, metrics, newest, cleanHours);
    }
}
