package io.windrow.metrics.junit;

/**
 * What a piece of work allocated on its thread, run by run.
 *
 * @param repetitions  measured runs.
 * @param leastBytes   of the run that allocated least.
 * @param largestBytes of the run that allocated most.
 * @param totalBytes   of all runs.
 */
public record MeasuredBytes(int repetitions, long leastBytes, long largestBytes, long totalBytes) {

    static MeasuredBytes of(long[] bytes) {
        long least = Long.MAX_VALUE;
        long largest = 0;
        long total = 0;
        for (long run : bytes) {
            least = Math.min(least, run);
            largest = Math.max(largest, run);
            total += run;
        }
        return new MeasuredBytes(bytes.length, least, largest, total);
    }

    /**
     * The average of a run.
     *
     * @return bytes.
     */
    public double meanBytes() {
        return (double) totalBytes / repetitions;
    }

    @Override
    public String toString() {
        return "largestBytes=" + largestBytes + ", leastBytes=" + leastBytes + ", meanBytes=" + meanBytes()
            + ", repetitions=" + repetitions;
    }
}
