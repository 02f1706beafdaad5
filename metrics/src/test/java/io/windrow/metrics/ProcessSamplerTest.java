package io.windrow.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProcessSamplerTest {

    private static final long MILLI = 1_000_000;

    @Test
    void shouldSampleMemoryHeapAndPauses() {
        ProcessSampler sampler = ProcessSampler.builder().intervalMillis(1).points(100).start();
        System.gc();
        awaitSamples(sampler, sampler.samples() + 150);
        // Closed before it is read: no sample may come between two figures that are compared.
        sampler.close();
        assertThat(sampler.missing()).isEmpty();
        assertThat(sampler.residentSeries().maximum()).isBetween(1L << 20, sampler.peakResidentBytes() + (64 << 20));
        assertThat(sampler.heapSeries().maximum()).isEqualTo(sampler.peakHeapBytes()).isPositive();
        assertThat(sampler.anonymousSeries().maximum()).isPositive();
        assertThat(sampler.pauseTotalSeries().maximum()).isPositive();
        assertThat(sampler.pauses().collectionCount()).isPositive();
        assertThat(sampler.pauses().count()).isGreaterThanOrEqualTo(sampler.pauses().collectionCount());
    }

    @Test
    void shouldCoverTheWholeRunOnTheClockOfTheDay() {
        long before = System.currentTimeMillis() * MILLI;
        ProcessSampler sampler = ProcessSampler.builder().intervalMillis(1).points(4).start();
        awaitSamples(sampler, 50);
        sampler.close();
        long after = (System.currentTimeMillis() + 1) * MILLI;
        TimeSeries totals = sampler.pauseTotalSeries();
        assertThat(totals.size()).isBetween(1, 4);
        assertThat(totals.samples()).isEqualTo(sampler.samples());
        // The slack is for a day clock that is being slewed.
        assertThat(totals.timeNanos(0)).isBetween(before - 50 * MILLI, after + 50 * MILLI);
        assertThat(totals.lastTimeNanos()).isBetween(totals.timeNanos(0), after + 50 * MILLI);
    }

    @Test
    void shouldStopAtOnceAndTakeALastSample() {
        ProcessSampler sampler = ProcessSampler.builder().intervalMillis(TimeUnit.HOURS.toMillis(1)).start();
        awaitSamples(sampler, 1);
        sampler.close();
        assertThat(sampler.thread().isAlive()).isFalse();
        assertThat(sampler.samples()).isEqualTo(2);
        sampler.close();
        assertThat(sampler.samples()).as("closing twice").isEqualTo(2);
        assertThat(sampler.pauses().count()).as("readable after closing").isNotNegative();
        assertThatThrownBy(sampler::mark).isInstanceOf(IllegalStateException.class)
            .hasMessage("the sampler is closed: samples=2");
    }

    @Test
    void shouldStopWhenTheCallerIsInterrupted() throws InterruptedException {
        ProcessSampler sampler = ProcessSampler.builder().intervalMillis(1).start();
        Thread.currentThread().interrupt();
        sampler.close();
        assertThat(Thread.interrupted()).isTrue();
        sampler.thread().join(TimeUnit.SECONDS.toMillis(30));
        assertThat(sampler.thread().isAlive()).isFalse();
    }

    @Test
    void shouldSurviveAnInterruptOfItsThread() {
        try (ProcessSampler sampler = ProcessSampler.builder().intervalMillis(1).start()) {
            sampler.thread().interrupt();
            awaitSamples(sampler, sampler.samples() + 10);
            assertThat(sampler.residentSeries().maximum()).isPositive();
        }
    }

    @Test
    void shouldAllocateNothingOnItsThread() {
        try (ProcessSampler sampler = ProcessSampler.builder().intervalMillis(1).points(64).start()) {
            AllocationProbe probe = AllocationProbe.of(sampler.thread());
            awaitSamples(sampler, 300);
            long least = Long.MAX_VALUE;
            // The compiler may be at work in some of the rounds; a sample that allocates shows in all of them.
            for (int round = 0; round < 10 && least > 0; round++) {
                long before = probe.bytes();
                awaitSamples(sampler, sampler.samples() + 100);
                least = Math.min(least, probe.bytes() - before);
            }
            assertThat(least).as("bytes allocated by 100 samples").isZero();
        }
    }

    @Test
    void shouldTellTheWarmUpFromTheRun() {
        FakeStatistics statistics = new FakeStatistics();
        try (ProcessSampler sampler = ProcessSampler.builder().intervalMillis(1).statistics(statistics).start()) {
            long start = sampler.markNanos();
            statistics.stop(30 * MILLI);
            sampler.mark();
            assertThat(sampler.pauses().count()).isZero();
            assertThat(sampler.markNanos()).isGreaterThan(start);
            awaitSamples(sampler, sampler.samples() + 2);
            assertThat(sampler.pauseTotalSeries().maximum()).as("the curve goes on").isEqualTo(30 * MILLI);
        }
        assertThat(statistics.broken).as("what was lent stays open").isFalse();
    }

    @Test
    void shouldSayThatStopsAreMissing() {
        try (ProcessSampler sampler = ProcessSampler.builder().intervalMillis(1)
            .statistics(FakeStatistics.withoutSafepoints()).start()) {
            awaitSamples(sampler, 3);
            assertThat(sampler.missing()).isEqualTo("no stop-the-world time (no performance counters)");
            assertThat(sampler.pauseTotalSeries().size()).isZero();
            assertThat(sampler.pauses().count()).isEqualTo(-1);
        }
    }

    @Test
    void shouldGoOnWithoutAnInstrumentThatFails() {
        FakeStatistics statistics = new FakeStatistics();
        try (ProcessSampler sampler = ProcessSampler.builder().intervalMillis(1).statistics(statistics).start()) {
            statistics.broken = true;
            awaitSamples(sampler, sampler.samples() + 10);
            assertThat(sampler.missing()).startsWith("no stop-the-world time");
            assertThat(sampler.residentSeries().samples()).isGreaterThanOrEqualTo(10);
        }
    }

    @Test
    void shouldRefuseSettingsThatCannotBe() {
        assertThatThrownBy(() -> ProcessSampler.builder().intervalMillis(0)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("the interval is at least 1 ms: intervalMillis=0");
        assertThatThrownBy(() -> ProcessSampler.builder().points(5).start()).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("capacity=5");
    }

    private static void awaitSamples(ProcessSampler sampler, long samples) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (sampler.samples() < samples) {
            assertThat(System.nanoTime()).as("time to take %s samples", samples).isLessThan(deadline);
            sleep();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
