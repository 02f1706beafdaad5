package io.windrow.examples.footprint;

import io.windrow.metrics.Figure.Unit;

/** What is measured of each launch. */
public enum Measure {
    /** The highest resident memory of the launch's processes, {@code VmHWM}. */
    PEAK("vmHwmBytes", "peak (VmHWM)", Unit.BYTES, true),
    /** The same of the paced process alone. */
    PEAK_PACED("vmHwmPacedBytes", "  paced", Unit.BYTES, true),
    /** The same of the process at full speed alone. */
    PEAK_FULL_SPEED("vmHwmFullSpeedBytes", "  at full speed", Unit.BYTES, true),
    /** Resident at the end of the paced process. */
    RESIDENT("vmRssBytes", "resident at the end (VmRSS)", Unit.BYTES, true),
    /** Its anonymous part. */
    ANONYMOUS("rssAnonBytes", "  anonymous (RssAnon)", Unit.BYTES, true),
    /** Its part that maps files. */
    FILE("rssFileBytes", "  files (RssFile)", Unit.BYTES, true),
    /** Its shared part. */
    SHARED("rssShmemBytes", "  shared (RssShmem)", Unit.BYTES, true),
    /** Classes that are loaded at the end of the paced process, those of the archive among them. */
    CLASSES("loadedClasses", "loaded classes", Unit.COUNT, true),
    /** Threads at the end of the paced process. */
    THREADS("threads", "threads", Unit.COUNT, true),
    /** The most open files that were seen. */
    OPEN_FILES("openFiles", "open files", Unit.COUNT, true),
    /** Events in each second at full speed, after the warm-up. */
    EVENTS_PER_SECOND("eventsPerSecond", "events/s at full speed", Unit.COUNT, false),
    /** Events in each second of the paced process. */
    PACED_EVENTS_PER_SECOND("pacedEventsPerSecond", "events/s, paced", Unit.COUNT, false),
    /** From due to handled, half of the events. */
    LATENCY_P50("latencyP50Nanos", "signal latency P50", Unit.NANOS, true),
    /** 95 of 100 events. */
    LATENCY_P95("latencyP95Nanos", "signal latency P95", Unit.NANOS, true),
    /** 99 of 100 events. */
    LATENCY_P99("latencyP99Nanos", "signal latency P99", Unit.NANOS, true),
    /** The stop of all threads that 95 of 100 do not exceed. */
    PAUSE_P95("pauseP95Nanos", "pause P95", Unit.NANOS, true),
    /** The longest stop. */
    PAUSE_LONGEST("pauseMaxNanos", "pause, longest", Unit.NANOS, true),
    /** Collections in the steady state. */
    COLLECTIONS("collections", "collections, steady", Unit.COUNT, true),
    /** Stops of all threads in the steady state. */
    STOPS("stops", "stops, steady", Unit.COUNT, true);

    private final String key;
    private final String label;
    private final Unit unit;
    private final boolean isLessBetter;

    Measure(String key, String label, Unit unit, boolean isLessBetter) {
        this.key = key;
        this.label = label;
        this.unit = unit;
        this.isLessBetter = isLessBetter;
    }

    /**
     * Its name in JSON.
     *
     * @return such as {@code rssAnonBytes}.
     */
    public String key() {
        return key;
    }

    /**
     * Its name for people; a part of the one above begins with blanks.
     *
     * @return a few words.
     */
    public String label() {
        return label;
    }

    /**
     * What it is counted in.
     *
     * @return the unit.
     */
    public Unit unit() {
        return unit;
    }

    /**
     * Which way is better.
     *
     * @return whether the highest is the worst.
     */
    public boolean isLessBetter() {
        return isLessBetter;
    }
}
