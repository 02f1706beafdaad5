package io.windrow.metrics.micrometer;

import io.windrow.metrics.Figure;
import io.windrow.metrics.Sample;

/**
 * The newest sample, copied once by the sampling thread and read figure by figure by whoever scrapes; and the collector's share of the
 * time.
 */
final class NewestSample {

    private static final double NANOS_PER_SECOND = 1e9;
    /** Samples whose collection times are kept: five minutes of seconds. */
    private static final int KEPT = 300;

    private final Sample sample = new Sample();
    private final long[] times = new long[KEPT];
    private final long[] collectionNanos = new long[KEPT];
    private int oldest;
    private int size;

    synchronized void copy(Sample newest) {
        sample.copyFrom(newest);
        if (!newest.has(Figure.COLLECTION_TIME)) {
            return;
        }
        int at = (oldest + size) % KEPT;
        if (size == KEPT) {
            oldest = (oldest + 1) % KEPT;
        } else {
            size++;
        }
        times[at] = newest.timeNanos();
        collectionNanos[at] = newest.get(Figure.COLLECTION_TIME);
    }

    /** A figure in bytes, seconds or things; NaN if it is not known. */
    synchronized double get(Figure figure) {
        if (!sample.has(figure)) {
            return Double.NaN;
        }
        long value = sample.get(figure);
        return figure.unit() == Figure.Unit.NANOS ? value / NANOS_PER_SECOND : value;
    }

    synchronized double timeSeconds() {
        return sample.timeNanos() / NANOS_PER_SECOND;
    }

    /** The part of the last five minutes in which the collector had all threads stopped; NaN until it is known. */
    synchronized double collectorShare() {
        if (size < 2) {
            return Double.NaN;
        }
        int newest = (oldest + size - 1) % KEPT;
        double nanos = times[newest] - times[oldest];
        return nanos <= 0 ? Double.NaN : Math.min(1, (collectionNanos[newest] - collectionNanos[oldest]) / nanos);
    }
}
