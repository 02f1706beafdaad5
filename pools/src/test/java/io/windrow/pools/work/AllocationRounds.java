package io.windrow.pools.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * What a thread of the room's own allocates from one event to the next, in rounds: the virtual machine may itself allocate as code is
 * compiled, so one round that is clean is enough, and what is allocated for every event spoils them all.
 */
final class AllocationRounds {

    static final int EVENTS = 10_000;
    private static final int EVENTS_OF_ROUND = 500;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final long[] bytesAtEnd = new long[EVENTS / EVENTS_OF_ROUND];
    private int events;

    /** To be called by the thread that is measured, EVENTS times. */
    void event() {
        if (++events % EVENTS_OF_ROUND == 0) {
            bytesAtEnd[events / EVENTS_OF_ROUND - 1] = THREADS.getCurrentThreadAllocatedBytes();
        }
    }

    void assertNone() {
        assertThat(events).isEqualTo(EVENTS);
        List<Long> bytesOfRounds = new ArrayList<>();
        for (int i = 1; i < bytesAtEnd.length; i++) {
            bytesOfRounds.add(bytesAtEnd[i] - bytesAtEnd[i - 1]);
        }
        assertThat(bytesOfRounds).as("bytes of each %s events", EVENTS_OF_ROUND).contains(0L);
    }
}
