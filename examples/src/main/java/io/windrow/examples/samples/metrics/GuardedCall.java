package io.windrow.examples.samples.metrics;

import io.windrow.metrics.guard.AllocationExceededException;
import io.windrow.metrics.guard.AllocationLimit;

/** A limit on what a call may allocate. */
final class GuardedCall {

    /** So that the compiler cannot leave the array out. */
    private static byte[] kept;

    private GuardedCall() {
    }

    static void run() {
        // docs:begin
        AllocationLimit limit = AllocationLimit.named("onTrade").limitBytes(1_000).build();
        limit.run(() -> kept = new byte[900]);
        try {
            limit.run(() -> kept = new byte[1_000]);
        } catch (AllocationExceededException e) {
            System.out.println(e.getMessage());
        }
        System.out.println(limit.calls() + " calls, " + limit.exceededCalls() + " above, at most " + limit.largestBytes() + " bytes");
        // docs:end
    }
}
