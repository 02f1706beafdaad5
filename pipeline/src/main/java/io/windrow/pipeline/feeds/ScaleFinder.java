package io.windrow.pipeline.feeds;

import io.windrow.buffers.Decimals;

/**
 * Finds the scale that the amounts of one kind need, of one instrument: the most decimals met, zeros at the end left out. A number is
 * turned down if a larger one before it would no longer fit a {@code long} at the scale it asks for. What a row asks for counts
 * only when the whole row is taken.
 */
final class ScaleFinder {

    private final int hidden;
    private final boolean fixed;
    private int decimals;
    private long largest;
    private int nextDecimals;
    private long nextLargest;

    /** With the scale to be used whatever comes, or {@link FeedOptions#FROM_DATA}. */
    ScaleFinder(int fixedDecimals, int hidden) {
        this.hidden = hidden;
        fixed = fixedDecimals != FeedOptions.FROM_DATA;
        decimals = fixed ? fixedDecimals : 0;
    }

    int decimals() {
        return decimals;
    }

    /** Begins a row and returns the scale to read it at. */
    int begin() {
        nextDecimals = decimals;
        nextLargest = largest;
        return decimals;
    }

    /** The scale for a number of the row for which the last was too coarse, or an error code of {@link Decimals#parse}. */
    long raise(byte[] text, int from, int to) {
        int needed = fixed ? Integer.MAX_VALUE : Mantissas.decimals(text, from, to, hidden);
        if (needed > Decimals.MAX_SCALE) {
            return Decimals.TOO_PRECISE;
        }
        long power = Decimals.power(needed - nextDecimals);
        if (nextLargest > Long.MAX_VALUE / power) {
            return Decimals.OVERFLOW;
        }
        nextLargest *= power;
        nextDecimals = needed;
        return needed;
    }

    /** Notes a number of the row, at the row's scale. */
    void note(long mantissa) {
        nextLargest = Math.max(nextLargest, Math.abs(mantissa));
    }

    /** Makes the row count. */
    void take() {
        decimals = nextDecimals;
        largest = nextLargest;
    }
}
