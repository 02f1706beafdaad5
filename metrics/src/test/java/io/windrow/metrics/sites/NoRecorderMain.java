package io.windrow.metrics.sites;

import io.windrow.metrics.guard.AllocationLimit;
import java.time.Duration;

/** Prints what a runtime that lacks the one or the other says, line by line. */
final class NoRecorderMain {

    private NoRecorderMain() {
    }

    public static void main(String[] arguments) {
        print(() -> AllocationSites.ofThisProcess(Duration.ofMillis(1), 1));
        print(() -> AllocationSites.ofWork(() -> true, 1));
        print(() -> AllocationLimit.named("none").build());
        AllocationLimit ignoring = AllocationLimit.named("none").ignoreWhereUnsupported().build();
        System.out.println("bytes " + ignoring.end(ignoring.begin()));
    }

    private static void print(Runnable call) {
        try {
            call.run();
            System.out.println("done");
        } catch (RuntimeException e) {
            System.out.println(e.getMessage());
        }
    }
}
