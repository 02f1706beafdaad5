package io.windrow.metrics.junit;

import org.junit.jupiter.api.Test;

/** Runs a test that allocates, in a JVM that cannot say where. */
final class NoRecorderMain {

    private static volatile Object sink;

    private NoRecorderMain() {
    }

    static class Allocating {

        @Test
        @AllocationFree
        void works() {
            sink = new byte[1000];
        }
    }

    public static void main(String[] arguments) {
        System.out.println(InnerRun.of(Allocating.class).message());
    }
}
