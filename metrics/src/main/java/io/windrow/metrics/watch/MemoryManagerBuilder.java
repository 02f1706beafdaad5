package io.windrow.metrics.watch;

import io.windrow.metrics.Figure;
import io.windrow.metrics.SampleSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Plans a {@link MemoryManager}. Unless told otherwise it checks every 5 minutes and cleans up every 30, warns at 40 MB resident, 500
 * open files and 100 threads, is critical at 60 MB, 800 and 200, and never collects.
 */
public final class MemoryManagerBuilder {

    final Map<Figure, long[]> limits = new EnumMap<>(Figure.class);
    final List<String> hookNames = new ArrayList<>();
    final List<CleanUpHook> hooks = new ArrayList<>();
    final SampleSource source;
    long checkEveryNanos = Duration.ofMinutes(5).toNanos();
    long cleanUpEveryNanos = Duration.ofMinutes(30).toNanos();
    CollectionRequest collection;
    double highestCpuShare = 0.25;
    long highestBacklog = 100;
    long collectAtMostEveryNanos = Duration.ofMinutes(30).toNanos();
    boolean dryRun;
    AlarmListener alarms = Silent.LISTENER;
    CleanUpListener reports = Silent.LISTENER;

    MemoryManagerBuilder(SampleSource source) {
        this.source = Objects.requireNonNull(source, "source");
        limits.put(Figure.RESIDENT, new long[] {40_000_000, 60_000_000});
        limits.put(Figure.OPEN_FILES, new long[] {500, 800});
        limits.put(Figure.THREADS, new long[] {100, 200});
    }

    /**
     * The thresholds of a figure.
     *
     * @param figure any level.
     * @param warn above this it warns, positive.
     * @param critical above this it is critical, at least {@code warn}.
     * @return this.
     * @throws IllegalArgumentException if the figure is a total or a threshold is out of range.
     */
    public MemoryManagerBuilder limit(Figure figure, long warn, long critical) {
        if (figure.kind() != Figure.Kind.LEVEL) {
            throw new IllegalArgumentException("figure must be a level: figure=" + figure.key());
        }
        Rules.atLeast("warn", warn, 1);
        Rules.atLeast("critical", critical, warn);
        limits.put(figure, new long[] {warn, critical});
        return this;
    }

    /**
     * How often the thresholds are checked.
     *
     * @param time positive.
     * @return this.
     * @throws IllegalArgumentException if it is not.
     */
    public MemoryManagerBuilder checkEvery(Duration time) {
        checkEveryNanos = Rules.positiveNanos("checkEvery", time);
        return this;
    }

    /**
     * How often the hooks run while nothing is above a threshold; a critical figure makes them run at the check, but no more often than
     * the checks are.
     *
     * @param time positive.
     * @return this.
     * @throws IllegalArgumentException if it is not.
     */
    public MemoryManagerBuilder cleanUpEvery(Duration time) {
        cleanUpEveryNanos = Rules.positiveNanos("cleanUpEvery", time);
        return this;
    }

    /**
     * Adds a hook; hooks run in the order they were added.
     *
     * @param name unique, not blank.
     * @param hook cleans up.
     * @return this.
     * @throws IllegalArgumentException if the name is blank or taken.
     */
    public MemoryManagerBuilder hook(String name, CleanUpHook hook) {
        Rules.notBlank("name", name);
        if (hookNames.contains(name)) {
            throw new IllegalArgumentException("name must not be taken: name=" + name);
        }
        hookNames.add(name);
        hooks.add(Objects.requireNonNull(hook, "hook"));
        return this;
    }

    /**
     * Lets the manager collect when resident memory or the heap is above its warning and the load is low.
     *
     * @param request makes the JVM collect.
     * @param cpuShare the load is low below this share of one core, 0 to 1, for three samples in a row; 0.25 is usual.
     * @param backlog and if no more events than this wait in the rings; 100 is usual.
     * @param atMostEvery the shortest time between two collections, positive; 30 minutes is usual.
     * @return this.
     * @throws IllegalArgumentException if an argument is out of range.
     */
    public MemoryManagerBuilder collectWhenIdle(CollectionRequest request, double cpuShare, long backlog, Duration atMostEvery) {
        collection = Objects.requireNonNull(request, "request");
        highestCpuShare = Rules.share("cpuShare", cpuShare);
        Rules.atLeast("backlog", backlog, 0);
        highestBacklog = backlog;
        collectAtMostEveryNanos = Rules.positiveNanos("atMostEvery", atMostEvery);
        return this;
    }

    /**
     * Names what would be done and does nothing.
     *
     * @param on true for a dry run.
     * @return this.
     */
    public MemoryManagerBuilder dryRun(boolean on) {
        dryRun = on;
        return this;
    }

    /**
     * Who is told when a figure rises above a threshold.
     *
     * @param listener is called on the thread that samples.
     * @return this.
     */
    public MemoryManagerBuilder onAlarm(AlarmListener listener) {
        alarms = Objects.requireNonNull(listener, "listener");
        return this;
    }

    /**
     * Who is told what a clean-up did.
     *
     * @param listener is called on the manager's thread.
     * @return this.
     */
    public MemoryManagerBuilder onCleanUp(CleanUpListener listener) {
        reports = Objects.requireNonNull(listener, "listener");
        return this;
    }

    /**
     * Makes the manager and starts its thread, which sleeps until there is something to do.
     *
     * @return the manager; the caller closes it.
     */
    public MemoryManager build() {
        return new MemoryManager(this);
    }
}
