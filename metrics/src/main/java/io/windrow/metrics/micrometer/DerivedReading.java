package io.windrow.metrics.micrometer;

import io.windrow.metrics.EngineMetrics;
import io.windrow.metrics.Figure;
import io.windrow.pools.PoolCounters;
import java.util.List;
import java.util.function.DoubleSupplier;

/** What is worked out of figures, or asked of the engine's metrics, when somebody looks. */
final class DerivedReading extends Reading {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MEGABYTE = 1e6;

    /** What there is. */
    enum Kind {
        CLEAN_HOURS, CONNECTIONS, LEAKED, MEMORY_GROWTH, FILE_GROWTH, CPU_USAGE, CPU_COUNT, START_TIME, HEAP_AFTER, COLLECTOR_SHARE,
        LIVE_THREADS, SAMPLES, FAILURES, HEAP_USED, YOUNG_USED, OLD_USED, HEAP_COMMITTED, YOUNG_COMMITTED, OLD_COMMITTED
    }

    private final Kind kind;
    private final EngineMetrics metrics;
    private final NewestSample newest;
    private final DoubleSupplier cleanHours;
    private double startTime = Double.NaN;

    DerivedReading(Kind kind, EngineMetrics metrics, NewestSample newest, DoubleSupplier cleanHours) {
        this.kind = kind;
        this.metrics = metrics;
        this.newest = newest;
        this.cleanHours = cleanHours;
    }

    @Override
    double value() {
        return switch (kind) {
            case CLEAN_HOURS -> cleanHours.getAsDouble();
            case CONNECTIONS -> connections();
            case LEAKED -> orZero(newest.get(Figure.LEAKED_OBJECTS));
            case MEMORY_GROWTH -> metrics.growthPerMinute(Figure.RESIDENT) / MEGABYTE;
            case FILE_GROWTH -> metrics.growthPerMinute(Figure.OPEN_FILES);
            case CPU_USAGE -> metrics.perSecond(Figure.CPU) / NANOS_PER_SECOND / Runtime.getRuntime().availableProcessors();
            case CPU_COUNT -> Runtime.getRuntime().availableProcessors();
            case START_TIME -> startTime();
            case HEAP_AFTER -> newest.get(Figure.HEAP_AFTER_COLLECTION) / newest.get(Figure.HEAP_LIMIT);
            case COLLECTOR_SHARE -> newest.collectorShare();
            case LIVE_THREADS -> liveThreads();
            case SAMPLES -> metrics.sampleCount();
            case FAILURES -> metrics.failureCount();
            default -> heap();
        };
    }

    /** The parts add up to the whole, which alone is as of now under every collector. */
    private double heap() {
        return switch (kind) {
            case YOUNG_USED -> young(Figure.HEAP_USED, Figure.OLD_USED);
            case OLD_USED -> newest.get(Figure.OLD_USED);
            case YOUNG_COMMITTED -> young(Figure.HEAP_COMMITTED, Figure.OLD_COMMITTED);
            case OLD_COMMITTED -> newest.get(Figure.OLD_COMMITTED);
            case HEAP_USED -> whole(Figure.HEAP_USED, Figure.OLD_USED);
            case HEAP_COMMITTED -> whole(Figure.HEAP_COMMITTED, Figure.OLD_COMMITTED);
            default -> throw new IllegalStateException("kind must be one of the heap: kind=" + kind);
        };
    }

    private double young(Figure all, Figure old) {
        return Math.max(0, newest.get(all) - newest.get(old));
    }

    /** Only where the generations are not known. */
    private double whole(Figure all, Figure old) {
        return Double.isNaN(newest.get(old)) ? newest.get(all) : Double.NaN;
    }

    private double connections() {
        List<PoolCounters> all = metrics.connections();
        long inUse = 0;
        for (int i = 0; i < all.size(); i++) {
            inUse += Math.max(0, all.get(i).inUse());
        }
        return inUse;
    }

    /** Taken once: it does not move with the rounding of the uptime. */
    private synchronized double startTime() {
        if (Double.isNaN(startTime)) {
            startTime = newest.timeSeconds() - newest.get(Figure.UPTIME);
        }
        return startTime;
    }

    /** Java's threads, without the management beans. */
    private static double liveThreads() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        return root.activeCount();
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}
