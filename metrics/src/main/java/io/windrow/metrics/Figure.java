package io.windrow.metrics;

/**
 * One figure of a process or of an engine in it: what a {@link Sample} holds, in the order of its array.
 *
 * <p>A figure is a {@code long} in its {@link Unit}'s smallest part: bytes, nanoseconds, or a plain count. A {@link Kind#LEVEL} goes up and
 * down; a {@link Kind#TOTAL} counts from the start of the process and only grows.
 */
public enum Figure {

    /** Resident memory, {@code VmRSS}. */
    RESIDENT("residentBytes", Unit.BYTES, Kind.LEVEL, "Resident memory of the process"),
    /** Its anonymous part, {@code RssAnon}. */
    RESIDENT_ANONYMOUS("residentAnonymousBytes", Unit.BYTES, Kind.LEVEL, "Resident memory that no file backs"),
    /** Its part that maps files, {@code RssFile}. */
    RESIDENT_FILE("residentFileBytes", Unit.BYTES, Kind.LEVEL, "Resident memory that maps files"),
    /** Its shared part, {@code RssShmem}. */
    RESIDENT_SHARED("residentSharedBytes", Unit.BYTES, Kind.LEVEL, "Resident shared memory"),
    /** The highest {@link #RESIDENT} in the life of the process, {@code VmHWM}. */
    RESIDENT_PEAK("residentPeakBytes", Unit.BYTES, Kind.LEVEL, "Highest resident memory since the process started"),
    /** Address space, {@code VmSize}. */
    VIRTUAL("virtualBytes", Unit.BYTES, Kind.LEVEL, "Address space of the process"),
    /** Swapped out, {@code VmSwap}. */
    SWAP("swapBytes", Unit.BYTES, Kind.LEVEL, "Memory of the process that is swapped out"),
    /** Open file descriptors. */
    OPEN_FILES("openFiles", Unit.COUNT, Kind.LEVEL, "Open file descriptors"),
    /** The soft limit of {@link #OPEN_FILES}. */
    OPEN_FILES_LIMIT("openFilesLimit", Unit.COUNT, Kind.LEVEL, "Most file descriptors the process may open"),
    /** Kernel threads, the JVM's own among them. */
    THREADS("threads", Unit.COUNT, Kind.LEVEL, "Threads of the process, the JVM's own among them"),
    /** Processor time, user and system. */
    CPU("cpuSeconds", Unit.NANOS, Kind.TOTAL, "Processor time of the process"),
    /** Time since the process started. */
    UPTIME("uptimeSeconds", Unit.NANOS, Kind.LEVEL, "Time since the process started"),

    /** Used heap, garbage included. */
    HEAP_USED("heapUsedBytes", Unit.BYTES, Kind.LEVEL, "Used heap, garbage included"),
    /** Heap taken from the system. */
    HEAP_COMMITTED("heapCommittedBytes", Unit.BYTES, Kind.LEVEL, "Heap that is taken from the system"),
    /** The most the heap may grow to. */
    HEAP_LIMIT("heapMaximumBytes", Unit.BYTES, Kind.LEVEL, "Most the heap may grow to"),
    /** Used heap after the last collection. */
    HEAP_AFTER_COLLECTION("heapAfterCollectionBytes", Unit.BYTES, Kind.LEVEL, "Used heap after the last collection"),
    /** Used bytes of the young generation. */
    YOUNG_USED("youngUsedBytes", Unit.BYTES, Kind.LEVEL, "Used bytes of the young generation"),
    /** Committed bytes of the young generation. */
    YOUNG_COMMITTED("youngCommittedBytes", Unit.BYTES, Kind.LEVEL, "Committed bytes of the young generation"),
    /** Used bytes of the old generation. */
    OLD_USED("oldUsedBytes", Unit.BYTES, Kind.LEVEL, "Used bytes of the old generation"),
    /** Committed bytes of the old generation. */
    OLD_COMMITTED("oldCommittedBytes", Unit.BYTES, Kind.LEVEL, "Committed bytes of the old generation"),
    /** Used metaspace. */
    METASPACE_USED("metaspaceUsedBytes", Unit.BYTES, Kind.LEVEL, "Used metaspace"),
    /** Committed metaspace. */
    METASPACE_COMMITTED("metaspaceCommittedBytes", Unit.BYTES, Kind.LEVEL, "Committed metaspace"),
    /** Classes that are loaded now. */
    CLASSES("classes", Unit.COUNT, Kind.LEVEL, "Loaded classes"),
    /** Bytes that all threads have allocated on the heap; only where it was asked for, see {@link AllocationProbe}. */
    ALLOCATED("allocatedBytes", Unit.BYTES, Kind.TOTAL, "Bytes allocated on the heap by all threads"),

    /** Collections that stopped all threads. */
    COLLECTIONS("collections", Unit.COUNT, Kind.TOTAL, "Collections that stopped all threads"),
    /** Collections of the young generation. */
    YOUNG_COLLECTIONS("youngCollections", Unit.COUNT, Kind.TOTAL, "Collections of the young generation"),
    /** Full collections. */
    OLD_COLLECTIONS("oldCollections", Unit.COUNT, Kind.TOTAL, "Full collections"),
    /** Time in {@link #COLLECTIONS}. */
    COLLECTION_TIME("collectionSeconds", Unit.NANOS, Kind.TOTAL, "Time in collections with all threads stopped"),
    /** Stops of all threads, for a collection or anything else. */
    STOPS("stops", Unit.COUNT, Kind.TOTAL, "Stops of all threads, for a collection or anything else"),
    /** Time in which threads were stopped or being stopped. */
    STOPPED_TIME("stoppedSeconds", Unit.NANOS, Kind.TOTAL, "Time in which threads were stopped or being stopped"),
    /** The part of {@link #STOPPED_TIME} until the last thread had stopped. */
    STOPPING_TIME("stoppingSeconds", Unit.NANOS, Kind.TOTAL, "Time until the last thread had stopped"),
    /** The stop that 95 of 100 do not exceed, since the record of pauses began. */
    STOP_P95("stopP95Seconds", Unit.NANOS, Kind.LEVEL, "Stop of all threads that 95 of 100 do not exceed"),
    /** The longest stop since the record of pauses began. */
    STOP_LONGEST("stopLongestSeconds", Unit.NANOS, Kind.LEVEL, "Longest stop of all threads"),

    /** What the container's processes use, page cache included. */
    CONTAINER_USED("containerUsedBytes", Unit.BYTES, Kind.LEVEL, "Memory charged to the container, page cache included"),
    /** The anonymous part of {@link #CONTAINER_USED}. */
    CONTAINER_ANONYMOUS("containerAnonymousBytes", Unit.BYTES, Kind.LEVEL, "Anonymous memory charged to the container"),
    /** Above this the kernel kills. */
    CONTAINER_LIMIT("containerLimitBytes", Unit.BYTES, Kind.LEVEL, "Most memory the container may use"),
    /** Processes of the container that the kernel killed for want of memory. */
    CONTAINER_KILLS("containerOutOfMemoryKills", Unit.COUNT, Kind.TOTAL, "Processes of the container killed for want of memory"),

    /** Bytes off the heap, by Windrow's ledger. */
    OFF_HEAP("offHeapBytes", Unit.BYTES, Kind.LEVEL, "Bytes off the heap by the ledger"),
    /** The ledger's limit. */
    OFF_HEAP_LIMIT("offHeapBudgetBytes", Unit.BYTES, Kind.LEVEL, "Most bytes off the heap that the ledger grants"),
    /**
     * Anonymous resident memory that none of heap, metaspace and ledger accounts for: stacks, code, the JVM's own. 0 while the heap
     * has committed more pages than were touched.
     */
    UNACCOUNTED("unaccountedBytes", Unit.BYTES, Kind.LEVEL, "Anonymous resident memory that no owner accounts for"),

    /** Events that the sources published. */
    EVENTS("events", Unit.COUNT, Kind.TOTAL, "Events that the sources published"),
    /** Trades among {@link #EVENTS}. */
    TRADES("trades", Unit.COUNT, Kind.TOTAL, "Trades that the sources published"),
    /** Events that were given up for want of room. */
    DROPPED_EVENTS("droppedEvents", Unit.COUNT, Kind.TOTAL, "Events given up for want of room in the ring"),
    /** Signals of the strategies. */
    SIGNALS("signals", Unit.COUNT, Kind.TOTAL, "Signals of the strategies"),
    /** Errors of sources and faults of stages. */
    ERRORS("errors", Unit.COUNT, Kind.TOTAL, "Errors of sources and faults of stages"),
    /** Events in the rings that are not handled yet. */
    RING_USED("ringUsed", Unit.COUNT, Kind.LEVEL, "Events in the rings that are not handled yet"),
    /** Objects that are out of their pools. */
    POOL_IN_USE("poolInUse", Unit.COUNT, Kind.LEVEL, "Objects that are out of their pools"),
    /** The most objects that can be out. */
    POOL_CAPACITY("poolCapacity", Unit.COUNT, Kind.LEVEL, "Most objects that can be out of their pools"),
    /** Objects that were out for longer than their pool's limit. */
    LEAKED_OBJECTS("leakedObjects", Unit.COUNT, Kind.TOTAL, "Objects that were out for longer than their pool's limit"),
    /** Sources that are registered. */
    SOURCES("sources", Unit.COUNT, Kind.LEVEL, "Sources of market data"),
    /** Sources that are live. */
    LIVE_SOURCES("liveSources", Unit.COUNT, Kind.LEVEL, "Sources of market data that are live"),
    /** The longest time since a source that has not ended was heard. */
    HEARTBEAT_AGE("heartbeatAgeSeconds", Unit.NANOS, Kind.LEVEL, "Longest time since a source was heard"),
    /** From due to handled, the latency that half of the events of the last five seconds do not exceed. */
    LATENCY_P50("latencyP50Seconds", Unit.NANOS, Kind.LEVEL, "Latency from due to handled that half of the events do not exceed"),
    /** The latency that 95 of 100 events of the last five seconds do not exceed. */
    LATENCY_P95("latencyP95Seconds", Unit.NANOS, Kind.LEVEL, "Latency from due to handled that 95 of 100 events do not exceed"),
    /** The latency that 99 of 100 events of the last five seconds do not exceed. */
    LATENCY_P99("latencyP99Seconds", Unit.NANOS, Kind.LEVEL, "Latency from due to handled that 99 of 100 events do not exceed");

    private static final Figure[] ALL = values();

    private final String key;
    private final Unit unit;
    private final Kind kind;
    private final String description;

    Figure(String key, Unit unit, Kind kind, String description) {
        this.key = key;
        this.unit = unit;
        this.kind = kind;
        this.description = description;
    }

    /** What a figure counts, and what its {@code long} is a number of. */
    public enum Unit {
        /** Bytes. */
        BYTES,
        /** Nanoseconds; written as seconds. */
        NANOS,
        /** Things. */
        COUNT
    }

    /** Whether a figure may fall. */
    public enum Kind {
        /** Goes up and down. */
        LEVEL,
        /** Grows from the start of the process on. */
        TOTAL
    }

    /**
     * Its name in JSON, the unit at its end; times are written in seconds.
     *
     * @return such as {@code residentBytes}.
     */
    public String key() {
        return key;
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
     * Whether it may fall.
     *
     * @return the kind.
     */
    public Kind kind() {
        return kind;
    }

    /**
     * One line for a person.
     *
     * @return such as {@code Resident memory of the process}.
     */
    public String description() {
        return description;
    }

    /**
     * How many figures there are.
     *
     * @return the length of a sample.
     */
    public static int count() {
        return ALL.length;
    }

    /**
     * A figure by its place; without the copy that {@link #values()} makes.
     *
     * @param ordinal 0 to {@link #count()} - 1.
     * @return the figure.
     * @throws ArrayIndexOutOfBoundsException if there is none.
     */
    public static Figure at(int ordinal) {
        return ALL[ordinal];
    }

    /**
     * A figure by its name in JSON.
     *
     * @param key such as {@code residentBytes}.
     * @return the figure, or null.
     */
    public static Figure of(String key) {
        for (Figure figure : ALL) {
            if (figure.key.equals(key)) {
                return figure;
            }
        }
        return null;
    }
}
