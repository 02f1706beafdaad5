package io.windrow.pipeline.feeds;

import io.windrow.buffers.Decimals;

/**
 * Finds the scale that prices, or quantities, of one instrument need: the most decimals met, zeros at the end left out. A number
 * is turned down if it, or a larger one before it, would no longer fit a {@code long} at the scale it asks for.
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

    /** The mantissa at the scale that the number needs, or an error code; {@link #take} makes it count. */
    long check(byte[] text, int from, int to) {
        nextDecimals = decimals;
        long mantissa = Mantissas.parse(text, from, to, decimals, hidden);
        if (mantissa == Decimals.TOO_PRECISE && !fixed) {
            mantissa = checkFiner(text, from, to);
        }
        if (!Decimals.isError(mantissa)) {
            nextLargest = Math.max(atNextScale(largest), Math.abs(mantissa));
        }
        return mantissa;
    }

    void take() {
        decimals = nextDecimals;
        largest = nextLargest;
    }

    private long checkFiner(byte[] text, int from, int to) {
        int needed = Mantissas.decimals(text, from, to, hidden);
        if (needed > Decimals.MAX_SCALE) {
            return Decimals.TOO_PRECISE;
        }
        nextDecimals = needed;
        if (largest > Long.MAX_VALUE / Decimals.power(needed - decimals)) {
            return Decimals.OVERFLOW;
        }
        return Mantissas.parse(text, from, to, needed, hidden);
    }

    private long atNextScale(long mantissa) {
        return mantissa * Decimals.power(nextDecimals - decimals);
    }
}
