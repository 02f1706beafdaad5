package io.windrow.buffers.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Asserts what the calling thread allocates, read from the JVM's own counter of that thread. */
public final class Allocations {

    private static final int WARM_UP_CALLS = 20_000;
    private static final int MEASURED_CALLS = 10_000;
    private static final int ROUNDS = 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocations() {
    }

    /**
     * Fails unless ten thousand calls of {@code work} in a row, after a warm-up, allocate exactly nothing on this thread. The virtual
     * machine may itself allocate once when compiled code is swapped, so there are twenty rounds, and one that is clean is enough.
     */
    public static void assertNone(Runnable work) {
        repeat(work, WARM_UP_CALLS);
        long bytes = 0;
        for (int round = 0; round < ROUNDS; round++) {
            bytes = bytes(() -> repeat(work, MEASURED_CALLS));
            if (bytes == 0) {
                return;
            }
        }
        assertThat(bytes).as("bytes allocated by %s calls", MEASURED_CALLS).isZero();
    }

    /** Bytes that one call of {@code work} allocates on this thread. */
    public static long bytes(Runnable work) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    /**
     * The fewest bytes that one call of {@code work} allocates on this thread, of five calls: what the virtual machine itself takes now
     * and then is not in every one.
     */
    public static long leastBytes(Runnable work) {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            least = Math.min(least, bytes(work));
        }
        return least;
    }

    private static void repeat(Runnable work, int calls) {
        for (int i = 0; i < calls; i++) {
            work.run();
        }
    }
}
