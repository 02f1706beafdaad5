package io.windrow.metrics;

import java.io.File;
import java.io.UncheckedIOException;

/**
 * The memory of the container that a process runs in: its control group, of version 1 or 2, cgroups(7). For one thread at a time;
 * reading allocates nothing.
 *
 * <p>Version 2 tells {@code memory.current}, {@code memory.stat anon}, {@code memory.max} and {@code memory.events oom_kill}; version 1
 * {@code memory.usage_in_bytes}, {@code memory.stat total_rss}, {@code memory.limit_in_bytes} and {@code memory.oom_control oom_kill}. A
 * group is also bound by the groups above it, so the limit is the lowest that any of them sets, as far as they can be seen from here. It is
 * read at the start and with each 60th reading. No limit is {@link Sample#ABSENT}, and so is everything whose file is not there or not
 * readable any more.
 */
final class ControlGroup implements AutoCloseable {

    static final int READINGS_PER_LIMIT = 60;

    private static final byte[] NOTHING = {};
    private static final int CAPACITY_BYTES = 8192;
    private static final int NUMBER_CAPACITY_BYTES = 64;
    /** Version 1 writes the largest long, cut to whole pages of at most 64 KB, when nothing is limited. */
    private static final long NO_LIMIT = Long.MAX_VALUE - (1 << 16);

    private final ControlGroupFiles names;
    private final ProcFile current;
    private final ProcFile statistics;
    private final ProcFile events;
    private final ProcFile[] limits;
    private int readings;
    private long usedBytes;
    private long anonymousBytes;
    private long limitBytes;
    private long kills;

    /** The root is that of the file system, and the owner what the process is called in its {@code proc}. */
    ControlGroup(File root, String owner) {
        ControlGroupPlace place = ControlGroupPlace.find(root, owner);
        names = place == null ? ControlGroupFiles.VERSION_2 : place.names();
        current = open(place, names.current(), NUMBER_CAPACITY_BYTES);
        statistics = open(place, names.statistics(), CAPACITY_BYTES);
        events = open(place, names.events(), CAPACITY_BYTES);
        limits = place == null ? new ProcFile[0] : openLimits(place);
        refresh();
    }

    void refresh() {
        usedBytes = field(current, NOTHING);
        anonymousBytes = field(statistics, names.anonymous());
        kills = field(events, names.kills());
        if (readings++ % READINGS_PER_LIMIT == 0) {
            limitBytes = lowestLimit();
        }
    }

    /** Bytes at the last refresh, page cache included, or {@link Sample#ABSENT}. */
    long usedBytes() {
        return usedBytes;
    }

    /** Bytes at the last refresh, or {@link Sample#ABSENT}. */
    long anonymousBytes() {
        return anonymousBytes;
    }

    /** The lowest limit of the group and those above it, or {@link Sample#ABSENT}. */
    long limitBytes() {
        return limitBytes;
    }

    /** Processes that the kernel killed for want of memory, or {@link Sample#ABSENT}. */
    long kills() {
        return kills;
    }

    String missing() {
        return usedBytes < 0 ? "no container memory (no control group)" : "";
    }

    @Override
    public void close() {
        close(current);
        close(statistics);
        close(events);
        for (ProcFile limit : limits) {
            close(limit);
        }
    }

    private ProcFile[] openLimits(ControlGroupPlace place) {
        ProcFile[] files = new ProcFile[place.depth()];
        File folder = place.folder();
        for (int i = 0; i < files.length; i++) {
            files[i] = open(folder, names.limit(), NUMBER_CAPACITY_BYTES);
            folder = folder.getParentFile();
        }
        return files;
    }

    private long lowestLimit() {
        long lowest = NO_LIMIT;
        for (int i = 0; i < limits.length; i++) {
            long limit = field(limits[i], NOTHING);
            lowest = limit < 0 ? lowest : Math.min(lowest, limit);
        }
        return lowest == NO_LIMIT ? Sample.ABSENT : lowest;
    }

    private static ProcFile open(ControlGroupPlace place, String name, int capacityBytes) {
        return place == null ? null : open(place.folder(), name, capacityBytes);
    }

    private static ProcFile open(File folder, String name, int capacityBytes) {
        try {
            return new ProcFile(new File(folder, name), capacityBytes);
        } catch (UncheckedIOException e) {
            return null;
        }
    }

    /** The number behind the label; a group can be removed while its files are open. */
    private static long field(ProcFile file, byte[] label) {
        if (file == null) {
            return Sample.ABSENT;
        }
        try {
            file.read();
            return file.field(label);
        } catch (UncheckedIOException e) {
            return Sample.ABSENT;
        }
    }

    private static void close(ProcFile file) {
        if (file != null) {
            file.close();
        }
    }
}
