package io.windrow.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.Allocations;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class AllocationProbeTest {

    private static final int ARRAY_BYTES = 2016;

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
        // A thread that can be joined may still be on the JVM's list for a moment.
        await(() -> probe.bytes() == -1, "the ended thread is still counted");
    }

    @Test
    void shouldCountAllThreadsToTheThousandthAlsoThoseThatHaveEnded() throws InterruptedException {
        Assumptions.assumeTrue(AllocationProbe.totalBytes() >= 0);
        int threads = 4;
        int arrays = 50_000;
        Thread[] made = new Thread[threads];
        long before = AllocationProbe.totalBytes();
        for (int i = 0; i < threads; i++) {
            made[i] = new Thread(() -> allocate(arrays));
            made[i].start();
        }
        for (Thread thread : made) {
            thread.join();
        }
        long expected = (long) threads * arrays * ARRAY_BYTES;
        // A thread that has left the JVM's list and is not yet among the ended ones is missing for a moment.
        await(() -> AllocationProbe.totalBytes() - before >= expected, "not all threads are counted");
        long bytes = AllocationProbe.totalBytes() - before;
        assertThat(bytes).isCloseTo(expected, Percentage.withPercentage(0.1));
        Allocations.assertNone(AllocationProbe::totalBytes);
    }

    @Test
    void shouldAllocateNothingItself() {
        AllocationProbe probe = AllocationProbe.current();
        Allocations.assertNone(probe::bytes);
    }

    /** A header of 16 bytes and the content; where headers are compact, the 4 bytes that are saved go into filling up. */
    private static void allocate(int arrays) {
        for (int i = 0; i < arrays; i++) {
            sink = new byte[ARRAY_BYTES - 16];
        }
    }

    private static void await(BooleanSupplier condition, String complaint) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(complaint).isLessThan(deadline);
            Thread.sleep(1);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
