package io.windrow.metrics.watch;

import static io.windrow.metrics.watch.SampleFeed.MB;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.Allocations;
import io.windrow.buffers.testing.Seeds;
import io.windrow.metrics.Figure;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nine shapes of a healthy process, two seeds each, 30 hours: no alarm in any. And a tenth, that may look like a leak. */
class LeakSentinelCleanTest {

    private static final int HOURS = 30;
    private static final int SEEDS = 2;
    private static final int WALKS = 300;

    /** A healthy process of one seed. */
    interface Healthy {

        SampleFeed.Shape shape(Random random);
    }

    static Stream<Named<Healthy>> shapes() {
        return Stream.of(
            Named.of("noise", LeakSentinelCleanTest::noise),
            Named.of("heap in short teeth", random -> teeth(random, 60)),
            Named.of("heap in teeth of hours", random -> teeth(random, 10_000)),
            Named.of("first touch", LeakSentinelCleanTest::firstTouch),
            Named.of("one step of everything", LeakSentinelCleanTest::step),
            Named.of("warm-up", LeakSentinelCleanTest::warmUp),
            Named.of("bursts", LeakSentinelCleanTest::bursts),
            Named.of("load by the time of day", LeakSentinelCleanTest::daily),
            Named.of("a heap that grows and shrinks", LeakSentinelCleanTest::resized));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void shouldFindNothing(Healthy healthy) {
        Seeds.forEach(SEEDS, random -> {
            LeakSentinel sentinel = LeakSentinel.builder().build();
            new SampleFeed().run(sentinel, HOURS * 3600, healthy.shape(random));
            assertThat(sentinel.findings()).isEmpty();
            assertThat(sentinel.cleanHours()).isEqualTo(HOURS - 1);
        });
    }

    /** A walk may rise for two hours to where it never was. The seeds are fixed, for a rate is tested and not each run. */
    @Test
    void shouldSeldomTakeAWalkForALeak() {
        int alarms = 0;
        for (int seed = 0; seed < WALKS; seed++) {
            LeakSentinel sentinel = LeakSentinel.builder().build();
            new SampleFeed().run(sentinel, HOURS * 3600, wandering(new Random(seed)));
            alarms += sentinel.findings().isEmpty() ? 0 : 1;
        }
        assertThat(alarms).isLessThanOrEqualTo(WALKS * 3 / 100);
    }

    @Test
    void shouldAllocateNothing() {
        LeakSentinel sentinel = LeakSentinel.builder().window(Duration.ofMinutes(1)).build();
        SampleFeed feed = new SampleFeed();
        SampleFeed.Shape shape = LeakSentinelTest::quiet;
        Allocations.assertNone(() -> feed.run(sentinel, 1, shape));
    }

    private static SampleFeed.Shape noise(Random random) {
        return (sample, second) -> {
            LeakSentinelTest.quiet(sample, second);
            sample.set(Figure.RESIDENT_ANONYMOUS, 25 * MB + random.nextInt(3_000_000));
            sample.set(Figure.UNACCOUNTED, 10 * MB + random.nextInt(3_000_000));
            sample.set(Figure.HEAP_AFTER_COLLECTION, 3 * MB + random.nextInt(1_000_000));
            sample.set(Figure.OFF_HEAP, 4 * MB + random.nextInt(65_536));
            sample.set(Figure.OPEN_FILES, 20 + random.nextInt(30));
            sample.set(Figure.THREADS, 14 + random.nextInt(10));
            sample.set(Figure.POOL_IN_USE, random.nextInt(60));
        };
    }

    /** A walk that is drawn back, with a correlation of 0.999 from one second to the next. */
    private static SampleFeed.Shape wandering(Random random) {
        double[] at = new double[1];
        return (sample, second) -> {
            LeakSentinelTest.quiet(sample, second);
            at[0] = 0.999 * at[0] + random.nextGaussian() * 20_000;
            sample.set(Figure.RESIDENT_ANONYMOUS, 28 * MB + (long) at[0]);
            sample.set(Figure.UNACCOUNTED, 13 * MB + (long) at[0]);
            sample.set(Figure.POOL_IN_USE, 40 + (long) (at[0] / 50_000));
        };
    }

    private static SampleFeed.Shape teeth(Random random, int seconds) {
        int tooth = seconds + random.nextInt(seconds);
        return (sample, second) -> {
            LeakSentinelTest.quiet(sample, second);
            sample.set(Figure.HEAP_USED, 2 * MB + second % 30 * 150_000);
            sample.set(Figure.OLD_COLLECTIONS, second / tooth);
            sample.set(Figure.HEAP_AFTER_COLLECTION, 2 * MB + second % tooth * 3 * MB / tooth);
        };
    }

    private static SampleFeed.Shape firstTouch(Random random) {
        long perSecond = 20 + random.nextInt(2_000);
        return (sample, second) -> {
            LeakSentinelTest.quiet(sample, second);
            sample.set(Figure.HEAP_COMMITTED, 64 * MB);
            sample.set(Figure.HEAP_LIMIT, 64 * MB);
            long touched = Math.min(59 * MB, second * perSecond / 4096 * 4096);
            sample.set(Figure.HEAP_USED, 4 * MB + touched);
            sample.set(Figure.RESIDENT_ANONYMOUS, 25 * MB + touched);
            sample.set(Figure.UNACCOUNTED, Math.max(0, touched - 40 * MB));
        };
    }

    private static SampleFeed.Shape step(Random random) {
        long at = 600 + random.nextInt(20 * 3600);
        long size = 1 + random.nextInt(50);
        return (sample, second) -> {
            LeakSentinelTest.quiet(sample, second);
            long step = second < at ? 0 : size;
            sample.add(Figure.OPEN_FILES, step);
            sample.add(Figure.THREADS, step);
            sample.add(Figure.POOL_IN_USE, step);
            sample.add(Figure.OFF_HEAP, step * MB);
            sample.add(Figure.RESIDENT_ANONYMOUS, step * MB);
            sample.add(Figure.UNACCOUNTED, step * MB + random.nextInt(100_000));
            sample.add(Figure.HEAP_AFTER_COLLECTION, step * 50_000);
        };
    }

    private static SampleFeed.Shape warmUp(Random random) {
        double minutes = 1 + random.nextDouble() * 2;
        return (sample, second) -> {
            LeakSentinelTest.quiet(sample, second);
            double done = 1 - Math.exp(-second / (60 * minutes));
            sample.add(Figure.RESIDENT_ANONYMOUS, (long) (20 * MB * done));
            sample.add(Figure.UNACCOUNTED, (long) (20 * MB * done));
            sample.add(Figure.THREADS, (long) (10 * done));
            sample.add(Figure.OPEN_FILES, (long) (30 * done));
        };
    }

    private static SampleFeed.Shape bursts(Random random) {
        long[] left = new long[1];
        return (sample, second) -> {
            LeakSentinelTest.quiet(sample, second);
            left[0] = left[0] == 0 && random.nextInt(600) == 0 ? 120 : Math.max(0, left[0] - 1);
            long burst = left[0] > 0 ? 1 : 0;
            sample.add(Figure.OPEN_FILES, 40 * burst);
            sample.add(Figure.POOL_IN_USE, 50 * burst);
            sample.add(Figure.THREADS, 8 * burst);
            sample.add(Figure.OFF_HEAP, 2 * MB * burst);
        };
    }

    /** More is out of the pools by day than by night, so it does rise for hours; what is idle stays below the slack. */
    private static SampleFeed.Shape daily(Random random) {
        double phase = random.nextDouble() * 2 * Math.PI;
        return (sample, second) -> {
            LeakSentinelTest.quiet(sample, second);
            double load = 1 + Math.sin(phase + second * 2 * Math.PI / 86_400);
            sample.set(Figure.POOL_IN_USE, (long) (random.nextInt(50) * load));
            sample.set(Figure.RESIDENT_ANONYMOUS, 25 * MB + (long) (load * 900_000) + random.nextInt(50_000));
        };
    }

    private static SampleFeed.Shape resized(Random random) {
        long period = 3_000 + random.nextInt(9_000);
        return (sample, second) -> {
            LeakSentinelTest.quiet(sample, second);
            long committed = 8 * MB + Math.abs(second % (2 * period) - period) * 24 * MB / period;
            sample.set(Figure.HEAP_COMMITTED, committed);
            sample.set(Figure.HEAP_LIMIT, 32 * MB);
            sample.set(Figure.RESIDENT_ANONYMOUS, 17 * MB + committed);
        };
    }
}
