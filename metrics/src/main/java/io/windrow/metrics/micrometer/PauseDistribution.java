package io.windrow.metrics.micrometer;

import io.micrometer.core.instrument.Tags;
import io.windrow.metrics.BucketCounts;
import io.windrow.metrics.PauseRecorder;

/** The stops of all threads, or the collections. */
final class PauseDistribution extends Distribution {

    private final PauseRecorder pauses;
    private final boolean stops;

    private PauseDistribution(PauseRecorder pauses, boolean stops) {
        super(Tags.empty(), pauseBuckets());
        this.pauses = pauses;
        this.stops = stops;
    }

    static Distribution stops(PauseRecorder pauses) {
        return new PauseDistribution(pauses, true);
    }

    static Distribution collections(PauseRecorder pauses) {
        return new PauseDistribution(pauses, false);
    }

    @Override
    void read(BucketCounts into, double[] percentileSeconds) {
        if (stops) {
            pauses.readStops(into);
        } else {
            pauses.readCollections(into);
        }
        for (int i = 0; i < percentileSeconds.length; i++) {
            double percentile = PERCENTILES[i];
            long nanos = stops ? pauses.percentileNanos(percentile) : pauses.collectionPercentileNanos(percentile);
            percentileSeconds[i] = nanos / NANOS_PER_SECOND;
        }
    }
}
