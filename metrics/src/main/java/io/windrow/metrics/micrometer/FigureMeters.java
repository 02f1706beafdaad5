package io.windrow.metrics.micrometer;

import io.micrometer.core.instrument.Tags;
import io.windrow.metrics.Figure;

/** The meters that show a {@link Figure} as it is. */
enum FigureMeters {
    RESIDENT_RSS("process.memory.rss", "bytes", Figure.RESIDENT),
    VIRTUAL_VMS("process.memory.vms", "bytes", Figure.VIRTUAL),
    PEAK("process.memory.peak", "bytes", Figure.RESIDENT_PEAK),
    OPEN_FDS("process.open.fds", "fds", Figure.OPEN_FILES),
    CPU("process.cpu", "seconds", Figure.CPU),
    YOUNG("gc.collections.by.generation", null, Figure.YOUNG_COLLECTIONS, "Collections that stopped all threads", "generation", "young"),
    OLD("gc.collections.by.generation", null, Figure.OLD_COLLECTIONS, "Collections that stopped all threads", "generation", "old"),
    RESIDENT("process.resident.memory", "bytes", Figure.RESIDENT),
    VIRTUAL("process.virtual.memory", "bytes", Figure.VIRTUAL),
    SWAP("process.memory.swap", "bytes", Figure.SWAP),
    ANONYMOUS("process.memory.anon", "bytes", Figure.RESIDENT_ANONYMOUS),
    FILE("process.memory.file", "bytes", Figure.RESIDENT_FILE),
    SHARED("process.memory.shmem", "bytes", Figure.RESIDENT_SHARED),
    MAX_FDS("process.max.fds", "fds", Figure.OPEN_FILES_LIMIT),
    OPEN_FILES("process.files.open", "files", Figure.OPEN_FILES),
    MAX_FILES("process.files.max", "files", Figure.OPEN_FILES_LIMIT),
    THREADS("process.threads", "threads", Figure.THREADS),
    UPTIME("process.uptime", "seconds", Figure.UPTIME),
    HEAP_MAX("jvm.memory.max", "bytes", Figure.HEAP_LIMIT, "Most memory of the area", "area", "heap", "id", "heap"),
    METASPACE_USED("jvm.memory.used", "bytes", Figure.METASPACE_USED, "Used memory of the area", "area", "nonheap", "id", "metaspace"),
    METASPACE_COMMITTED("jvm.memory.committed", "bytes", Figure.METASPACE_COMMITTED, "Memory of the area that is taken from the system",
        "area", "nonheap", "id", "metaspace"),
    ALLOCATED("jvm.gc.memory.allocated", "bytes", Figure.ALLOCATED),
    LIVE_DATA("jvm.gc.live.data.size", "bytes", Figure.HEAP_AFTER_COLLECTION),
    MAX_DATA("jvm.gc.max.data.size", "bytes", Figure.HEAP_LIMIT),
    CLASSES("jvm.classes.loaded", "classes", Figure.CLASSES),
    STOPPING("windrow.stopping", "seconds", Figure.STOPPING_TIME),
    OFF_HEAP_BUDGET("windrow.off.heap.budget", "bytes", Figure.OFF_HEAP_LIMIT),
    UNACCOUNTED("windrow.memory.unaccounted", "bytes", Figure.UNACCOUNTED),
    CONTAINER_USED("windrow.container.memory.used", "bytes", Figure.CONTAINER_USED),
    CONTAINER_ANONYMOUS("windrow.container.memory.anonymous", "bytes", Figure.CONTAINER_ANONYMOUS),
    CONTAINER_LIMIT("windrow.container.memory.limit", "bytes", Figure.CONTAINER_LIMIT),
    CONTAINER_KILLS("windrow.container.oom.kills", "kills", Figure.CONTAINER_KILLS);

    private final String meter;
    private final String unit;
    private final Figure figure;
    private final String description;
    private final String[] tags;

    FigureMeters(String meter, String unit, Figure figure) {
        this(meter, unit, figure, figure.description());
    }

    FigureMeters(String meter, String unit, Figure figure, String description, String... tags) {
        this.meter = meter;
        this.unit = unit;
        this.figure = figure;
        this.description = description;
        this.tags = tags;
    }

    static void addTo(MeterGroup group, NewestSample newest) {
        for (FigureMeters one : values()) {
            Reading reading = new FigureReading(newest, one.figure);
            if (one.figure.kind() == Figure.Kind.TOTAL) {
                group.counter(one.meter, one.unit, one.description, Tags.of(one.tags), reading);
            } else {
                group.gauge(one.meter, one.unit, one.description, Tags.of(one.tags), reading);
            }
        }
    }

    private static final class FigureReading extends Reading {
        private final NewestSample newest;
        private final Figure figure;

        FigureReading(NewestSample newest, Figure figure) {
            this.newest = newest;
            this.figure = figure;
        }

        @Override
        double value() {
            return newest.get(figure);
        }
    }
}
