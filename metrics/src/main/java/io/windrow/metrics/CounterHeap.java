package io.windrow.metrics;

/**
 * The heap and the metaspace of a JVM by its counters, as of their last refresh.
 *
 * <p>When the JVM brings them up to date, listed beside {@link Runtime}'s figures under each collector of JDK 17 and 25:
 *
 * <pre>
 *               eden                     survivors, old      young and old         metaspace
 *   Serial      17: each 50 ms           at a collection     capacities at         0 until the first
 *   Parallel    25: at a collection                          a collection          collection, then
 *   G1          with each region         at a collection                           at each
 *   ZGC         with each phase of a collection; JDK 17 knows one generation only
 *   Shenandoah  while it allocates, 100 ms late at most; one generation only       likewise
 * </pre>
 *
 * <p>{@link Runtime} leaves one survivor space out of the sizes of Serial's and Parallel's heap, the counters do not, so that the limit
 * is {@code -Xmx} to the byte.
 */
final class CounterHeap {

    private static final int NONE = -1;
    private static final int SPACES = 3;
    private static final int COLLECTORS = 3;
    private static final int YOUNG = 0;
    private static final int OLD = 1;
    /** G1 of JDK 17 adds 8 bytes for each space, so that no size is 0; heaps are whole pages. */
    private static final long WHOLE_PAGES = -4096L;

    private final HotspotCounters counters;
    private final String collector;
    private final int[] youngUsed = new int[SPACES];
    private final int[] sizes = new int[2];
    private final int[] limits = new int[2];
    private final int oldUsed;
    private final int metaspaceUsed;
    private final int metaspaceSize;
    private final boolean sampled;

    CounterHeap(HotspotCounters counters) {
        this.counters = counters;
        collector = collector();
        for (int i = 0; i < SPACES; i++) {
            youngUsed[i] = handle(new StringBuilder("sun.gc.generation.0.space.").append(i).append(".used").toString());
        }
        for (int i = YOUNG; i <= OLD; i++) {
            String generation = new StringBuilder("sun.gc.generation.").append(i).toString();
            sizes[i] = handle(generation.concat(".capacity"));
            limits[i] = handle(generation.concat(".maxCapacity"));
        }
        oldUsed = handle("sun.gc.generation.1.space.0.used");
        metaspaceUsed = handle("sun.gc.metaspace.used");
        metaspaceSize = handle("sun.gc.metaspace.capacity");
        // The thread that brings such counters up to date between collections has this one to itself.
        sampled = counters.has("sun.os.hrt.ticks");
    }

    /** Fills in everything, for a JVM that has seen so many collections. */
    void read(Sample sample, long collections) {
        long young = youngUsed();
        long used = oldUsed == NONE ? NONE : young + value(oldUsed);
        sample.set(Figure.HEAP_USED, used);
        sample.set(Figure.HEAP_COMMITTED, sizes[OLD] == NONE ? NONE : size(sizes, YOUNG) + size(sizes, OLD));
        sample.set(Figure.HEAP_LIMIT, limit());
        if (collections > 0) {
            // A collection empties eden, and what it holds now came later.
            sample.set(Figure.HEAP_AFTER_COLLECTION, hasEden() ? used - value(youngUsed[0]) : used);
        }
        if (isGenerational()) {
            sample.set(Figure.YOUNG_USED, young);
            sample.set(Figure.YOUNG_COMMITTED, size(sizes, YOUNG));
            sample.set(Figure.OLD_USED, value(oldUsed));
            sample.set(Figure.OLD_COMMITTED, size(sizes, OLD));
        }
        readMetaspace(sample);
    }

    /** Whether the sizes are better than those of {@link Runtime}: they only change in collections, and all of them count. */
    boolean knowsSizes() {
        return collector.startsWith("Serial") || collector.startsWith("Parallel");
    }

    /** Whether the used heap moves between collections. */
    boolean isLive() {
        return collector.startsWith("G1") || isShenandoah() || knowsSizes() && sampled;
    }

    String missing() {
        String collections = isShenandoah() ? "no collections (Shenandoah's counters hold more than pauses)" : "";
        return Missing.join(collections, isGenerational() ? "" : "no young and old heap (the collector counts one generation)");
    }

    private void readMetaspace(Sample sample) {
        if (metaspaceSize != NONE && value(metaspaceSize) > 0) {
            sample.set(Figure.METASPACE_USED, value(metaspaceUsed));
            sample.set(Figure.METASPACE_COMMITTED, value(metaspaceSize));
        }
    }

    private long youngUsed() {
        long used = 0;
        for (int i = 0; i < SPACES; i++) {
            used += youngUsed[i] == NONE ? 0 : value(youngUsed[i]);
        }
        return used;
    }

    /** Generations that are fixed add up; those that share the heap may each have all of it. */
    private long limit() {
        if (limits[OLD] == NONE) {
            return NONE;
        }
        long young = size(limits, YOUNG);
        long old = size(limits, OLD);
        return knowsSizes() ? young + old : Math.max(young, old);
    }

    private long size(int[] handles, int generation) {
        return handles[generation] == NONE ? 0 : value(handles[generation]) & WHOLE_PAGES;
    }

    private boolean isGenerational() {
        return youngUsed[0] != NONE && oldUsed != NONE;
    }

    private boolean isShenandoah() {
        return collector.startsWith("Shenandoah");
    }

    private boolean hasEden() {
        return youngUsed[1] != NONE;
    }

    private String collector() {
        for (int i = 0; i < COLLECTORS; i++) {
            String name = new StringBuilder("sun.gc.collector.").append(i).append(".name").toString();
            if (counters.has(name)) {
                return counters.text(name);
            }
        }
        return "";
    }

    private int handle(String name) {
        return counters.has(name) ? counters.find(name) : NONE;
    }

    private long value(int handle) {
        return counters.valueAtRefresh(handle);
    }
}
