package io.windrow.metrics.micrometer;

import io.micrometer.core.instrument.Timer;
import io.windrow.metrics.CollectorStatistics;
import io.windrow.metrics.EngineMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The timers {@code jvm.gc.pause}, fed by the thread that polls the pauses. The collections before the binding are in them, with their mean
 * and the cause {@code unknown}; so are all of G1's stops, remark and cleanup among them.
 */
final class PauseTimers implements Runnable {

    private static final String UNKNOWN = "unknown";
    private static final String SUFFIX = " pauses";

    private final MeterGroup group;
    private final EngineMetrics metrics;
    private final CollectorStatistics collector;
    private final long[] counts;
    private final long[] nanos;
    private final List<Known> known = new ArrayList<>();

    /** A timer and whose it is. */
    private record Known(int place, String cause, Timer timer) {
    }

    PauseTimers(MeterGroup group, EngineMetrics metrics) {
        this.group = group;
        this.metrics = metrics;
        collector = metrics.collector();
        counts = new long[collector.collectors()];
        nanos = new long[collector.collectors()];
    }

    void start() {
        if (collector.collections() < 0) {
            return;
        }
        for (int i = 0; i < counts.length; i++) {
            Timer timer = timer(i, UNKNOWN);
            if (hasMoved(i)) {
                record(i, timer);
            }
        }
        metrics.pauses().addCollectionListener(this);
    }

    void stop() {
        metrics.pauses().removeCollectionListener(this);
    }

    /** There were collections since the last call. Their cause is that of the last of them. */
    @Override
    public synchronized void run() {
        for (int i = 0; i < counts.length; i++) {
            if (hasMoved(i)) {
                record(i, timer(i, collector.lastCause()));
            }
        }
    }

    /** A collection is counted when it begins, and its time when it ends; milliseconds may not move for one that was short. */
    private boolean hasMoved(int place) {
        return collector.collectionNanos(place) > nanos[place]
            || collector.resolutionNanos() > 1 && collector.collections(place) > counts[place];
    }

    private void record(int place, Timer timer) {
        long time = collector.collectionNanos(place);
        long count = collector.collections(place);
        long collections = Math.max(1, count - counts[place]);
        long rest = time - nanos[place];
        for (long left = collections; left > 0; left--) {
            long each = rest / left;
            timer.record(each, TimeUnit.NANOSECONDS);
            rest -= each;
        }
        counts[place] = count;
        nanos[place] = time;
    }

    private Timer timer(int place, String cause) {
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).place == place && known.get(i).cause.equals(cause)) {
                return known.get(i).timer;
            }
        }
        String name = collector.collectorName(place);
        boolean minor = name.contains("young") || name.contains("minor");
        Timer made = Timer.builder("jvm.gc.pause").description("Time of each collection with all threads stopped")
            .tags("action", minor ? "end of minor GC" : "end of major GC", "cause", cause,
                "gc", name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name)
            .register(group.registry());
        group.keep(made);
        known.add(new Known(place, cause, made));
        return made;
    }
}
