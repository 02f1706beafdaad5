package io.windrow.buffers.testing;

import java.util.Random;

/**
 * Runs a random test over several seeds. They start from the clock, or from the system property {@code windrow.seed}; a failure names
 * the seed that brings it back.
 */
public final class Seeds {

    private static final Long GIVEN = Long.getLong("windrow.seed");

    private Seeds() {
    }

    /** A test of one seed. */
    @FunctionalInterface
    public interface SeededTest {

        /** Runs it with numbers that depend on the seed alone. */
        void run(Random random);
    }

    /** Runs the test {@code rounds} times, each with a seed of its own; stops at the first failure. */
    public static void forEach(int rounds, SeededTest test) {
        long first = GIVEN == null ? System.nanoTime() : GIVEN;
        for (int round = 0; round < rounds; round++) {
            long seed = first + round;
            try {
                test.run(new Random(seed));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("failed with -Dwindrow.seed=" + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
