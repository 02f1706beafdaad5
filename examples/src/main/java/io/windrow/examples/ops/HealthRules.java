package io.windrow.examples.ops;

import io.windrow.metrics.Figure;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a healthy process is held against: the limits of the systems before Windrow, and shares of the limits that the system sets. A
 * figure is worth a look above the first and wrong above the second.
 */
final class HealthRules {

    private static final long MEGABYTE = 1_000_000;
    private static final long MILLI = 1_000_000;

    /** A limit that does not depend on the machine. */
    record Limit(Figure figure, String name, long warn, long fail) {
    }

    /** A limit that another figure tells. */
    record Share(Figure figure, String name, Figure of, double warn, double fail) {
    }

    /** Growth per minute, in the unit of the figure. */
    record Growth(Figure figure, String name, long perMinute) {
    }

    private final Map<Figure, Limit> limits = new EnumMap<>(Figure.class);

    HealthRules() {
        put(Figure.RESIDENT, "memory", 40 * MEGABYTE, 60 * MEGABYTE);
        put(Figure.SWAP, "swap", MEGABYTE, Long.MAX_VALUE);
        put(Figure.OPEN_FILES, "open files", 500, 800);
        put(Figure.THREADS, "threads", 200, 400);
        put(Figure.STOP_P95, "stop P95", 50 * MILLI, 50 * MILLI);
        put(Figure.LATENCY_P95, "latency P95", 5 * MILLI, 5_500_000);
        put(Figure.HEARTBEAT_AGE, "heartbeat", 60 * Spans.SECOND, 300 * Spans.SECOND);
    }

    private void put(Figure figure, String name, long warn, long fail) {
        limits.put(figure, new Limit(figure, name, warn, fail));
    }

    /** Replaces the limit of a figure, or adds one. */
    void limit(Figure figure, long fail) {
        Limit known = limits.get(figure);
        limits.put(figure, known == null ? new Limit(figure, figure.key(), fail, fail)
            : new Limit(figure, known.name(), Math.min(fail, known.warn()), fail));
    }

    Iterable<Limit> limits() {
        return limits.values();
    }

    static Share[] shares() {
        return new Share[] {
            new Share(Figure.HEAP_AFTER_COLLECTION, "heap", Figure.HEAP_LIMIT, 0.8, 0.95),
            new Share(Figure.CONTAINER_ANONYMOUS, "container", Figure.CONTAINER_LIMIT, 0.8, 0.9),
            new Share(Figure.OPEN_FILES, "descriptors", Figure.OPEN_FILES_LIMIT, 0.5, 0.8),
            new Share(Figure.OFF_HEAP, "off heap", Figure.OFF_HEAP_LIMIT, 0.95, 1)};
    }

    static Growth[] growths() {
        return new Growth[] {
            new Growth(Figure.RESIDENT_ANONYMOUS, "memory growth", MEGABYTE),
            new Growth(Figure.OPEN_FILES, "open files growth", 10),
            new Growth(Figure.THREADS, "threads growth", 10)};
    }

    /** Each of these is one too many, but one from before the look may be long past. */
    static Map<Figure, String> losses() {
        Map<Figure, String> losses = new EnumMap<>(Figure.class);
        losses.put(Figure.LEAKED_OBJECTS, "leaked objects");
        losses.put(Figure.CONTAINER_KILLS, "memory kills");
        return losses;
    }
}
