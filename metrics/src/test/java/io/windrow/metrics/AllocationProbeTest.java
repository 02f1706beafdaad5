package io.windrow.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.Allocations;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AllocationProbeTest {

    private static volatile Object sink;

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
        CountDownLatch made = new CountDownLatch(1);
        CountDownLatch looked = new CountDownLatch(1);
        Thread other = new Thread(() -> {
            sink = new byte[1 << 20];
            made.countDown();
            await(looked);
        });
        AllocationProbe probe = AllocationProbe.of(other);
        assertThat(probe.bytes()).as("before its start").isEqualTo(-1);
        other.start();
        await(made);
        assertThat(probe.bytes()).isGreaterThan(1 << 20);
        looked.countDown();
        other.join();
        assertThat(probe.bytes()).as("after its end").isEqualTo(-1);
    }

    @Test
    void shouldAllocateNothingItself() {
        AllocationProbe probe = AllocationProbe.current();
        Allocations.assertNone(probe::bytes);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
