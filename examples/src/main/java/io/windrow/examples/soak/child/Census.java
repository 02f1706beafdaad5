package io.windrow.examples.soak.child;

import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.metrics.HotspotCounters;
import io.windrow.metrics.ProcessMemory;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/** Counts what must be the same at the same hour of every day: blocks and bytes by owner, files, threads, classes, pooled objects. */
final class Census implements AutoCloseable {

    private static final String FILES = "open files";
    private static final String THREADS = "threads";

    private static final int LOOKS = 20;
    private static final long LOOK_NANOS = 5_000_000;

    private final EngineHouse house;
    private final HotspotCounters counters;
    private final ProcessMemory memory = ProcessMemory.self();
    private final TreeMap<String, Long> counts = new TreeMap<>();

    Census(EngineHouse house, HotspotCounters counters) {
        this.house = house;
        this.counters = counters;
    }

    /** Counts and prints. */
    void take(int day, String hour) {
        counts.clear();
        OffHeapMemory.forEachProcessOwner((tag, blocks, bytes) -> {
            counts.put("off heap, " + tag + ", bytes", bytes);
            counts.put("off heap, " + tag + ", blocks", (long) blocks);
        });
        counts.put("pool " + house.tickets.name() + ", in use", house.tickets.inUse());
        counts.put("pool " + house.tickets.name() + ", leaked", house.tickets.leakedCount());
        counts.put("classes", classes());
        counts.put(THREADS, threads());
        // Without what is open to list it.
        counts.put(FILES, list("/proc/self/fd").length - 1L);
        counts.forEach((name, count) -> SoakLine.COUNT.print(day, hour, name, count));
        names(day, hour);
    }

    /** The fewest of several looks: the kernel still counts a thread for a while that has been joined. */
    private long threads() {
        long fewest = Long.MAX_VALUE;
        for (int i = 0; i < LOOKS; i++) {
            memory.refresh();
            fewest = Math.min(fewest, memory.threads());
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return fewest;
    }

    long classes() {
        return value("java.cls.loadedClasses") + value("java.cls.sharedLoadedClasses") - value("java.cls.unloadedClasses")
            - value("java.cls.sharedUnloadedClasses");
    }

    long compileMillis() {
        return value("java.ci.totalTime") * 1_000 / value("sun.os.hrt.frequency");
    }

    long collections() {
        return value("sun.gc.collector.0.invocations") + value("sun.gc.collector.1.invocations");
    }

    private long value(String name) {
        return counters.has(name) ? counters.value(counters.find(name)) : 0;
    }

    private void names(int day, String hour) {
        for (String file : list("/proc/self/fd")) {
            try {
                SoakLine.NAME.print(day, hour, FILES, Files.readSymbolicLink(new File("/proc/self/fd", file).toPath()));
            } catch (IOException e) {
                // It was closed since: the listing itself.
            }
        }
        Thread[] threads = new Thread[Thread.activeCount() + 64];
        int count = Thread.currentThread().getThreadGroup().enumerate(threads);
        for (int i = 0; i < count; i++) {
            SoakLine.NAME.print(day, hour, THREADS, threads[i].getName());
        }
    }

    private static String[] list(String folder) {
        String[] names = new File(folder).list();
        return names == null ? new String[0] : names;
    }

    @Override
    public void close() {
        memory.close();
    }
}
