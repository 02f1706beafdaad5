package io.windrow.metrics;

/** From the JVM's counters, all of them read at once for each sample; allocates nothing. Owns the counters. */
final class CounterFigures extends JvmFigures {

    private final HotspotCounters counters;
    private final CounterHeap heap;
    private final boolean own;

    /** If they are this JVM's own, what {@link Runtime} knows better comes from there. */
    CounterFigures(HotspotCounters counters, boolean own) {
        super(new CounterStatistics(counters, true));
        this.counters = counters;
        this.own = own;
        heap = new CounterHeap(counters);
    }

    @Override
    void read(Sample sample) {
        counters.refresh();
        readStatistics(sample);
        heap.read(sample, sample.get(Figure.COLLECTIONS));
        if (own) {
            readOwnHeap(sample, !heap.knowsSizes());
        }
    }

    @Override
    String missing() {
        String heapMissing = heap.missing();
        return own || heap.isLive() ? heapMissing : Missing.join("used heap is of the last collection", heapMissing);
    }
}
