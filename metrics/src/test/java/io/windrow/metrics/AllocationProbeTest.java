package io.windrow.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.Allocations;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class AllocationProbeTest {

    private static final int ARRAY_BYTES = 2016;
    private static final int ARRAYS = 50_000;
    private static final int THREADS = 4;

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
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (probe.bytes() != -1) {
            assertThat(System.nanoTime()).as("time until an ended thread is counted no more").isLessThan(deadline);
            Thread.sleep(1);
        }
    }

    @Test
    void shouldCountAllThreadsToTheThousandthAlsoThoseThatHaveEnded() throws InterruptedException {
        Assumptions.assumeTrue(AllocationProbe.totalBytes() >= 0);
        long expected = (long) THREADS * ARRAYS * ARRAY_BYTES;
        long least = Long.MAX_VALUE;
        // The JVM's sum is of no one moment: a thread that is just ending may be missing from it, and others allocate too.
        for (int round = 0; round < 5 && least > expected / 1000; round++) {
            least = Math.min(least, Math.abs(bytesOfThreads() - expected));
        }
        assertThat(least).as("bytes too many or too few of %s", expected).isLessThanOrEqualTo(expected / 1000);
        Allocations.assertNone(AllocationProbe::totalBytes);
    }

    private static long bytesOfThreads() throws InterruptedException {
        Thread[] made = new Thread[THREADS];
        long before = AllocationProbe.totalBytes();
        for (int i = 0; i < THREADS; i++) {
            made[i] = new Thread(() -> allocate(ARRAYS));
            made[i].start();
        }
        for (Thread thread : made) {
            thread.join();
        }
        return AllocationProbe.totalBytes() - before;
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

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
