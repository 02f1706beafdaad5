package io.windrow.metrics.watch;

import io.windrow.metrics.Figure;
import io.windrow.metrics.Sample;

/** What the advisor saw: first and last of each figure, extremes, and what was allocated. Allocates nothing to add. */
final class CollectorRecord {

    private static final double SECOND_NANOS = 1e9;

    private final Summary summary = new Summary();
    private final Sample first = new Sample();
    private final Sample last = new Sample();
    private long samples;
    private long filled;
    private long live = Sample.ABSENT;

    void add(Sample sample) {
        if (samples == 0) {
            first.copyFrom(sample);
        } else {
            // Where allocation is not counted: what the heap filled by between samples, which leaves out what was collected meanwhile.
            filled += Math.max(0, sample.get(Figure.HEAP_USED) - last.get(Figure.HEAP_USED));
            if (rises(Figure.OLD_COLLECTIONS, sample) && sample.has(Figure.HEAP_AFTER_COLLECTION)) {
                live = Math.max(live, sample.get(Figure.HEAP_AFTER_COLLECTION));
            }
        }
        samples++;
        last.copyFrom(sample);
        summary.add(sample);
    }

    long samples() {
        return samples;
    }

    double seconds() {
        return samples == 0 ? 0 : (last.timeNanos() - first.timeNanos()) / SECOND_NANOS;
    }

    boolean has(Figure figure) {
        return last.has(figure);
    }

    long last(Figure figure) {
        return last.get(figure);
    }

    long peak(Figure figure) {
        FigureSummary known = summary.of(figure);
        return known == null ? Sample.ABSENT : known.peak();
    }

    /** How much a figure grew from the first sample to the last; 0 if either does not know it. */
    long growth(Figure figure) {
        return first.has(figure) && last.has(figure) ? last.get(figure) - first.get(figure) : 0;
    }

    long collections() {
        return Math.max(growth(Figure.COLLECTIONS), growth(Figure.YOUNG_COLLECTIONS) + growth(Figure.OLD_COLLECTIONS));
    }

    boolean isAllocationExact() {
        return first.has(Figure.ALLOCATED) && last.has(Figure.ALLOCATED);
    }

    double allocatedPerSecond() {
        return seconds() <= 0 ? 0 : (isAllocationExact() ? growth(Figure.ALLOCATED) : filled) / seconds();
    }

    /** What lives in the heap: what full collections left at most; without one what any collection left, which holds garbage too. */
    long live() {
        return live != Sample.ABSENT ? live : peak(Figure.HEAP_AFTER_COLLECTION);
    }

    boolean isLiveExact() {
        return live != Sample.ABSENT;
    }

    /** Stopped time as a share of the time that was watched. */
    double stoppedShare() {
        return seconds() <= 0 ? 0 : growth(Figure.STOPPED_TIME) / SECOND_NANOS / seconds();
    }

    private boolean rises(Figure figure, Sample sample) {
        return last.has(figure) && sample.get(figure) > last.get(figure);
    }
}
