package io.windrow.metrics;

/**
 * Collector and safepoint figures from the JVM's counters. Owns the counters.
 *
 * <p>Which counters are stop-the-world was settled by listing {@code sun.gc.collector.N.name} under each collector of JDK 17
 * and 25. Serial and Parallel: 0 young, 1 full. G1: 0 young, 1 full, 2 the remark and cleanup pauses of a concurrent cycle. ZGC:
 * 17 has 2 alone; 25 has 0 minor, 2 major. All these names end in "pauses" and all hold stopped time only. Shenandoah's
 * ("partial", "full") also hold concurrent phases, many times the stopped time, and are therefore left out: its collections
 * read -1, its safepoints do not.
 *
 * <p>{@code sun.rt.safepointTime} leaves out {@code sun.rt.safepointSyncTime}: on 17 and 25 the two together equal the sum of
 * the "Total" figures of {@code -Xlog:safepoint}, to the nanosecond.
 */
final class CounterStatistics implements CollectorStatistics {

    private static final String FREQUENCY = "sun.os.hrt.frequency";
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int YOUNG = 0;
    private static final int OLD = 1;
    private static final int COLLECTORS = 4;
    private static final int NONE = -1;
    private static final String LAST_CAUSE = "sun.gc.lastCause";

    private final HotspotCounters counters;
    private final boolean atRefresh;
    private final int[] invocations = new int[COLLECTORS];
    private final int[] times = new int[COLLECTORS];
    private final int[] places = new int[COLLECTORS];
    private final String[] names = new String[COLLECTORS];
    private int known;
    private final int safepoints;
    private final int safepointTime;
    private final int syncTime;
    private final int loaded;
    private final int loadedShared;
    private final int unloaded;
    private final int unloadedShared;
    private final boolean anyCollector;

    CounterStatistics(HotspotCounters counters) {
        this(counters, false);
    }

    /** Answers as of the counters' last refresh, or with what they are now. */
    CounterStatistics(HotspotCounters counters, boolean atRefresh) {
        this.counters = counters;
        this.atRefresh = atRefresh;
        if (atRefresh) {
            counters.refresh();
        }
        long frequency = read(handle(FREQUENCY));
        if (frequency != NANOS_PER_SECOND) {
            throw new IllegalStateException("the counters must be in nanoseconds: " + FREQUENCY + "=" + frequency);
        }
        safepoints = handle("sun.rt.safepoints");
        safepointTime = handle("sun.rt.safepointTime");
        syncTime = handle("sun.rt.safepointSyncTime");
        loaded = handle("java.cls.loadedClasses");
        loadedShared = handle("java.cls.sharedLoadedClasses");
        unloaded = handle("java.cls.unloadedClasses");
        unloadedShared = handle("java.cls.sharedUnloadedClasses");
        anyCollector = findCollectors();
    }

    @Override
    public long collections() {
        return sum(invocations);
    }

    @Override
    public long youngCollections() {
        return read(invocations[YOUNG]);
    }

    @Override
    public long oldCollections() {
        return read(invocations[OLD]);
    }

    @Override
    public long collectionNanos() {
        return sum(times);
    }

    @Override
    public long safepoints() {
        return read(safepoints);
    }

    @Override
    public long safepointNanos() {
        return safepointTime == NONE || syncTime == NONE ? NONE : read(safepointTime) + read(syncTime);
    }

    @Override
    public long safepointSyncNanos() {
        return read(syncTime);
    }

    @Override
    public int collectors() {
        return known;
    }

    @Override
    public String collectorName(int place) {
        return names[place];
    }

    @Override
    public long collections(int place) {
        return read(invocations[places[place]]);
    }

    @Override
    public long collectionNanos(int place) {
        return read(times[places[place]]);
    }

    @Override
    public String lastCause() {
        return counters.has(LAST_CAUSE) ? counters.text(LAST_CAUSE) : CollectorStatistics.super.lastCause();
    }

    @Override
    public long loadedClasses() {
        // Classes of the shared archive are counted apart from those that were read from class files.
        return loaded == NONE ? NONE
            : read(loaded) - zeroOrMore(unloaded) + zeroOrMore(loadedShared) - zeroOrMore(unloadedShared);
    }

    @Override
    public long resolutionNanos() {
        return 1;
    }

    @Override
    public String source() {
        return "hsperfdata";
    }

    @Override
    public void close() {
        counters.close();
    }

    private boolean findCollectors() {
        boolean any = false;
        for (int i = 0; i < COLLECTORS; i++) {
            String prefix = new StringBuilder("sun.gc.collector.").append(i).append('.').toString();
            String name = prefix.concat("name");
            boolean stops = counters.has(name) && counters.text(name).endsWith("pauses");
            invocations[i] = stops ? handle(prefix.concat("invocations")) : NONE;
            times[i] = stops ? handle(prefix.concat("time")) : NONE;
            any |= stops;
            if (stops) {
                names[known] = counters.text(name);
                places[known++] = i;
            }
        }
        return any;
    }

    private int handle(String name) {
        return counters.has(name) ? counters.find(name) : NONE;
    }

    private long read(int handle) {
        return handle == NONE ? NONE : known(handle);
    }

    private long zeroOrMore(int handle) {
        return handle == NONE ? 0 : known(handle);
    }

    private long known(int handle) {
        return atRefresh ? counters.valueAtRefresh(handle) : counters.value(handle);
    }

    private long sum(int[] handles) {
        if (!anyCollector) {
            return NONE;
        }
        long sum = 0;
        for (int i = 0; i < COLLECTORS; i++) {
            sum += zeroOrMore(handles[i]);
        }
        return sum;
    }
}
