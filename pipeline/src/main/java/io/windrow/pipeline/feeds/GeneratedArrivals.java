package io.windrow.pipeline.feeds;

/**
 * When the generator's orders come. The rate switches between calm and bursts of four times the calm's, on top of an activity that
 * drifts slowly; so counts per second cluster, as they do in markets. The trades of one order follow within microseconds.
 */
final class GeneratedArrivals {

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final int CALM = 0;
    private static final int BURST = 1;
    /** Mean waiting times in eighths of the overall mean, burst and calm being equally likely for an order. */
    private static final int BURST_EIGHTHS = 2;
    private static final int CALM_EIGHTHS = 14;
    private static final int SWITCH_MASK = (1 << 8) - 1;
    private static final int DRIFT_MASK = (1 << 7) - 1;
    private static final int WITHIN_RUN_BITS = 10;

    private final long[] meanGapNanos = new long[2 * GeneratorTables.LEVELS];
    private int state = CALM;
    private int level = GeneratorTables.LEVELS / 2;

    GeneratedArrivals(int tradesPerSecond) {
        double run = GeneratorTables.meanRun();
        double within = (run - 1) * ((1 << WITHIN_RUN_BITS) - 1) / 2.0;
        double orderNanos = (run * SECOND_NANOS / tradesPerSecond - within) / GeneratorTables.meanLevelFactor();
        for (int i = 0; i < GeneratorTables.LEVELS; i++) {
            double mean = orderNanos * GeneratorTables.levelFactor(i) / 8;
            meanGapNanos[i] = (long) (mean * CALM_EIGHTHS);
            meanGapNanos[i + GeneratorTables.LEVELS] = (long) (mean * BURST_EIGHTHS);
        }
    }

    /** Nanoseconds to the next order. */
    long nextOrder(long bits) {
        if ((bits & SWITCH_MASK) == 0) {
            state ^= BURST;
        }
        if ((bits >>> 8 & DRIFT_MASK) == 0) {
            int step = (bits >>> 15 & 1) == 0 ? -1 : 1;
            level = Math.min(Math.max(level + step, 0), GeneratorTables.LEVELS - 1);
        }
        long mean = meanGapNanos[state * GeneratorTables.LEVELS + level];
        return GeneratorTables.exponential(bits >>> 16) * mean >>> GeneratorTables.FIXED_BITS;
    }

    /** Nanoseconds to the next trade of the same order. */
    static long withinRun(long bits) {
        return bits & (1 << WITHIN_RUN_BITS) - 1;
    }
}
