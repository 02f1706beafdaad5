package io.windrow.examples.ops;

import io.windrow.metrics.Figure;
import io.windrow.metrics.Sample;

/**
 * How fast a program allocates. An engine counts it; of another JVM it is estimated: by the fullest heap that was seen less what
 * collections left, for each collection, or by the growth of used heap where there was none. That is too low where no sample saw the heap
 * nearly full.
 *
 * @param bytesPerSecond -1 if nothing can be said.
 * @param isEstimate whether it was not counted.
 */
record AllocationRate(double bytesPerSecond, boolean isEstimate) {

    private static final AllocationRate UNKNOWN = new AllocationRate(-1, true);

    static AllocationRate of(SampleSeries series) {
        long counted = series.growth(Figure.ALLOCATED);
        if (counted != Sample.ABSENT && series.seconds() > 0) {
            return new AllocationRate(counted / series.seconds(), false);
        }
        long collections = series.growth(Figure.COLLECTIONS);
        return collections > 0 ? byCollections(series, collections) : byGrowth(series);
    }

    /** Each collection clears what was allocated since the one before; the fullest heap that was seen is nearest to all of it. */
    private static AllocationRate byCollections(SampleSeries series, long collections) {
        double cleared = series.largest(Figure.HEAP_USED) - series.mean(Figure.HEAP_AFTER_COLLECTION);
        return cleared > 0 && series.seconds() > 0 ? new AllocationRate(cleared * collections / series.seconds(), true) : UNKNOWN;
    }

    private static AllocationRate byGrowth(SampleSeries series) {
        long grown = series.growth(Figure.HEAP_USED);
        // A heap that seems to stand still may be one whose counters move at collections only.
        return grown <= 0 || series.seconds() == 0 ? UNKNOWN : new AllocationRate(grown / series.seconds(), true);
    }
}
