package io.windrow.pipeline.feeds;

/**
 * What the generator looks up instead of computing it: exponential waiting times, lot counts, run lengths, activity levels. Built with
 * {@link StrictMath}, so that the tables are the same on every JVM; what runs per trade is integers only.
 */
final class GeneratorTables {

    static final int EXPONENTIAL_BITS = 12;
    static final int FIXED_BITS = 16;
    static final int LOT_BITS = 12;
    static final int RUN_BITS = 6;
    static final int LEVELS = 17;

    private static final int MAX_LOTS = 5_000;
    private static final double LOT_TAIL = 1.4;
    private static final int ROUND_LOT_EVERY = 7;
    private static final double LONGER_RUN = 0.45;
    private static final int MAX_RUN = 12;

    private static final int[] EXPONENTIALS = exponentials();
    private static final int[] LOTS = lots();
    private static final int[] RUNS = runs();
    private static final double[] LEVEL_FACTORS = levelFactors();

    private GeneratorTables() {
    }

    /** A waiting time of mean 1, with 16 binary places, out of 28 even bits: a step of the table and the way to the next. */
    static long exponential(long bits) {
        int step = (int) bits & (1 << EXPONENTIAL_BITS) - 1;
        long fraction = bits >>> EXPONENTIAL_BITS & (1 << FIXED_BITS) - 1;
        long low = EXPONENTIALS[step];
        return low + ((EXPONENTIALS[step + 1] - low) * fraction >>> FIXED_BITS);
    }

    /** How many lots a trade has: mostly few, seldom very many, round counts more often. */
    static int lots(long bits) {
        return LOTS[(int) bits & (1 << LOT_BITS) - 1];
    }

    /** How many trades one order makes. */
    static int run(long bits) {
        return RUNS[(int) bits & (1 << RUN_BITS) - 1];
    }

    static double meanRun() {
        return mean(RUNS);
    }

    /** By how much the waiting times of a level are longer. */
    static double levelFactor(int level) {
        return LEVEL_FACTORS[level];
    }

    static double meanLevelFactor() {
        double sum = 0;
        for (double factor : LEVEL_FACTORS) {
            sum += factor;
        }
        return sum / LEVELS;
    }

    private static int[] exponentials() {
        int steps = 1 << EXPONENTIAL_BITS;
        int[] table = new int[steps + 1];
        for (int i = 0; i <= steps; i++) {
            // The last step would be infinite; half a step before it is as far as one trade in eight thousand waits.
            double upper = i == steps ? steps - 0.5 : i;
            table[i] = (int) StrictMath.round(-StrictMath.log(1 - upper / steps) * (1 << FIXED_BITS));
        }
        return table;
    }

    private static int[] lots() {
        int steps = 1 << LOT_BITS;
        int[] table = new int[steps];
        for (int i = 0; i < steps; i++) {
            double tail = 1 - (i + 0.5) / steps;
            int lots = (int) Math.min(MAX_LOTS, StrictMath.pow(tail, -1 / LOT_TAIL));
            table[i] = i % ROUND_LOT_EVERY == 0 ? round(lots) : lots;
        }
        return table;
    }

    private static int round(int lots) {
        return lots < 10 ? 10 : lots < 100 ? lots / 10 * 10 : lots / 100 * 100;
    }

    private static int[] runs() {
        int steps = 1 << RUN_BITS;
        int[] table = new int[steps];
        for (int i = 0; i < steps; i++) {
            double tail = 1 - (i + 0.5) / steps;
            table[i] = (int) Math.min(MAX_RUN, 1 + StrictMath.log(tail) / StrictMath.log(LONGER_RUN));
        }
        return table;
    }

    private static double[] levelFactors() {
        double[] factors = new double[LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            factors[i] = StrictMath.pow(2, (i - LEVELS / 2) / 8.0);
        }
        return factors;
    }

    private static double mean(int[] values) {
        long sum = 0;
        for (int value : values) {
            sum += value;
        }
        return (double) sum / values.length;
    }
}
