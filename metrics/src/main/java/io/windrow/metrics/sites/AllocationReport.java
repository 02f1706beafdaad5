package io.windrow.metrics.sites;

import java.util.List;

/**
 * What a flight recording says about who allocates. Immutable.
 *
 * @param recordedNanos how long was recorded.
 * @param totalBytes    estimate of all that was allocated meanwhile: the sum of the weights of all samples.
 * @param samples       samples in all, those of sites that are not listed too, but without each thread's first, whose weight is of the
 *                      time before.
 * @param sites         the sites with most bytes, most first.
 */
public record AllocationReport(long recordedNanos, long totalBytes, long samples, List<AllocationSite> sites) {

    /**
     * Keeps a copy of the list.
     *
     * @param recordedNanos how long was recorded.
     * @param totalBytes    estimate of all that was allocated.
     * @param samples       samples in all.
     * @param sites         the sites with most bytes, most first.
     */
    public AllocationReport {
        sites = List.copyOf(sites);
    }
}
