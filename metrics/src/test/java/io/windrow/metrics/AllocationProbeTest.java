package io.windrow.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class AllocationProbeTest {

    private static Object sink;

    @Test
    void shouldCountToTheByte() {
        AllocationProbe probe = AllocationProbe.current();
        long first = probe.bytes();
        long second = probe.bytes();
        sink = new byte[1000];
        long third = probe.bytes();
        // A header of 16 bytes and the content, filled up to a multiple of 8; the header is 12 where it is compact.
        assertThat(third - second - (second - first)).isBetween(1008L, 1016L);
        assertThat(sink).isNotNull();
    }

    @Test
    void shouldCountAnotherThread() throws InterruptedException {
        AtomicReference<Object> made = new AtomicReference<>();
        Object gate = new Object();
        Thread other = new Thread(() -> {
            made.set(new byte[1 << 20]);
            synchronized (gate) {
                gate.notifyAll();
            }
        });
        AllocationProbe probe = AllocationProbe.of(other);
        assertThat(probe.bytes()).as("before its start").isEqualTo(-1);
        synchronized (gate) {
            other.start();
            while (made.get() == null) {
                gate.wait(1000);
            }
            assertThat(probe.bytes()).isGreaterThan(1 << 20);
        }
        other.join();
        assertThat(probe.bytes()).as("after its end").isEqualTo(-1);
    }

    @Test
    void shouldAllocateNothingItself() {
        AllocationProbe probe = AllocationProbe.current();
        SteadyState.assertAllocatesNothing(probe::bytes);
    }
}
