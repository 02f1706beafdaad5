package io.windrow.pipeline.feeds;

import java.util.Arrays;

/**
 * Draws an index by given weights in constant time: an even choice of a slot, then of one of the two indexes that share it (Walker's
 * alias method). Built with exact integers out of the weights, so that it is the same everywhere.
 */
final class AliasTable {

    private static final int THRESHOLD_BITS = 31;
    private static final long WHOLE = 1L << THRESHOLD_BITS;

    private final int size;
    private final int[] thresholds;
    private final int[] aliases;

    AliasTable(double[] weights) {
        size = weights.length;
        thresholds = new int[size];
        aliases = new int[size];
        fill(shares(weights));
    }

    /** Draws with 64 even bits: the upper half chooses the slot, the lower which of its two. */
    int draw(long bits) {
        int slot = (int) ((bits >>> 32) * size >>> 32);
        return ((int) bits & Integer.MAX_VALUE) < thresholds[slot] ? slot : aliases[slot];
    }

    /** The weights as shares of a slot each: on average one {@link #WHOLE}. */
    private static long[] shares(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        long[] shares = new long[weights.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (long) (weights[i] / sum * weights.length * WHOLE);
        }
        return shares;
    }

    private void fill(long[] shares) {
        int[] small = new int[size];
        int[] large = new int[size];
        int smallCount = 0;
        int largeCount = 0;
        for (int i = 0; i < size; i++) {
            if (shares[i] < WHOLE) {
                small[smallCount++] = i;
            } else {
                large[largeCount++] = i;
            }
        }
        Arrays.fill(thresholds, Integer.MAX_VALUE);
        while (smallCount > 0 && largeCount > 0) {
            int poor = small[--smallCount];
            int rich = large[largeCount - 1];
            thresholds[poor] = (int) shares[poor];
            aliases[poor] = rich;
            shares[rich] -= WHOLE - shares[poor];
            if (shares[rich] < WHOLE) {
                largeCount--;
                small[smallCount++] = rich;
            }
        }
        for (int i = 0; i < size; i++) {
            // Slots left over are whole but for rounding: they are their own alias.
            aliases[i] = thresholds[i] == Integer.MAX_VALUE ? i : aliases[i];
        }
    }
}
