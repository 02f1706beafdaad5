package io.windrow.examples.prove.report;

/**
 * What is measured of an engine, under its name in {@code report.json}. A dot in a name is an object within the engine's object.
 *
 * <p>"Measured phase" is what follows the warm-up share of the events, to the last event.
 */
public enum Figure {
    /** Highest resident memory of the process, start-up included, as the kernel's {@code VmHWM}. */
    PEAK_RSS("peakRssBytes", "peak RSS", Unit.BYTES),
    /** Highest anonymous resident memory seen: heap, off-heap, stacks, the JVM's own tables. */
    PEAK_RSS_ANON("peakRssAnonBytes", "  of it anonymous", Unit.BYTES),
    /** Highest file-backed resident memory seen: libraries and archives. */
    PEAK_RSS_FILE("peakRssFileBytes", "  of it from files", Unit.BYTES),
    /** Highest use of the heap seen. */
    HEAP_PEAK("heapPeakBytes", "heap peak", Unit.BYTES),
    /** What the closed candles take, on the heap or off it, with all they refer to. */
    CANDLE_BYTES("candleBytes", "candle windows", Unit.BYTES),
    /** Collections in the measured phase. */
    GC_COUNT("gcCount", "collections", Unit.COUNT),
    /** Time the collector stopped the engine in the measured phase. */
    GC_PAUSE_TOTAL("gcPauseTotalNanos", "collector pauses, total", Unit.NANOS),
    /** Times the JVM stopped all threads in the measured phase, for whatever reason. */
    STW_COUNT("stwCount", "stops", Unit.COUNT),
    /** Time all threads were stopped in the measured phase, time to safepoint included. */
    STW_TOTAL("stwTotalNanos", "stopped, total", Unit.NANOS),
    /** 95th percentile of the stops in the measured phase. */
    STW_P95("stwP95Nanos", "stopped, P95", Unit.NANOS),
    /** Longest stop in the measured phase. */
    STW_MAX("stwMaxNanos", "stopped, longest", Unit.NANOS),
    /** What no stop in the measured phase exceeded, where the instrument saw only the sum of several: see the notes. */
    STW_MAX_BOUND("stwMaxBoundNanos", "  at most", Unit.NANOS),
    /** Collections since the start of the JVM. */
    GC_COUNT_ALL("gcCountWholeRun", "collections, whole run", Unit.COUNT),
    /** Time all threads were stopped since the start of the JVM. */
    STW_TOTAL_ALL("stwTotalNanosWholeRun", "stopped, whole run", Unit.NANOS),
    /** What the publishing and the consuming thread allocated in the measured phase, for each event. */
    ALLOCATED("allocatedBytesPerEvent", "allocated per event", Unit.BYTES_PER_EVENT),
    /** Events published and consumed in a second, as fast as they go. */
    EVENTS_PER_SECOND("eventsPerSecond", "events per second", Unit.PER_SECOND),
    /** Median latency from when a trade was due to the signal that it led to, at a fixed rate. */
    LATENCY_P50("latencyNanos.p50", "signal latency P50", Unit.NANOS),
    /** 99th percentile of the latency. */
    LATENCY_P99("latencyNanos.p99", "signal latency P99", Unit.NANOS),
    /** 99.9th percentile of the latency. */
    LATENCY_P999("latencyNanos.p999", "signal latency P99.9", Unit.NANOS),
    /** Longest latency. */
    LATENCY_MAX("latencyNanos.max", "signal latency, worst", Unit.NANOS),
    /** Signals the latency was measured on. */
    LATENCY_COUNT("latencyNanos.count", "  signals timed", Unit.COUNT),
    /** Classes loaded by the end. */
    LOADED_CLASSES("loadedClasses", "loaded classes", Unit.COUNT),
    /** Processor time of the whole process. */
    CPU_SECONDS("cpuSeconds", "CPU", Unit.SECONDS),
    /** Signals over the whole input. */
    SIGNALS("signals", "signals", Unit.COUNT);

    private final String jsonName;
    private final String label;
    private final Unit unit;

    Figure(String jsonName, String label, Unit unit) {
        this.jsonName = jsonName;
        this.label = label;
        this.unit = unit;
    }

    /**
     * Name in {@code report.json}.
     *
     * @return the name, with a dot where it is inside an object.
     */
    public String jsonName() {
        return jsonName;
    }

    /**
     * Name in tables.
     *
     * @return the label.
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
     * Finds a figure by its name in {@code report.json}.
     *
     * @param jsonName the name.
     * @return the figure, or null.
     */
    public static Figure named(String jsonName) {
        for (Figure figure : values()) {
            if (figure.jsonName.equals(jsonName)) {
                return figure;
            }
        }
        return null;
    }
}
