package io.windrow.metrics;

import io.windrow.buffers.testing.Allocations;

/**
 * Tells what a call allocates from what the JVM allocates on its behalf. While the optimising compiler is at work, HotSpot
 * charges a thread with some hundred bytes, once, whatever its code does; interpreted or compiled by C1 the same loop shows 0.
 * A call that allocates shows in every round, a compilation does not.
 */
final class SteadyState {

    private static final int ROUNDS = 5;

    private SteadyState() {
    }

    static void assertAllocatesNothing(Runnable work) {
        for (int i = 1; i < ROUNDS; i++) {
            if (isClean(work)) {
                return;
            }
        }
        Allocations.assertNone(work);
    }

    private static boolean isClean(Runnable work) {
        try {
            Allocations.assertNone(work);
            return true;
        } catch (AssertionError e) {
            return false;
        }
    }
}
