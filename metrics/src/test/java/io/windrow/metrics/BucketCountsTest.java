package io.windrow.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.windrow.buffers.testing.Allocations;
import io.windrow.buffers.testing.Seeds;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class BucketCountsTest {

    private static final long[] BOUNDS = {1, 100, 5_000, 5_001, 1_000_000, 5_500_000, 59_000_000_000L};

    private final Histogram histogram = new Histogram(1, 60_000_000_000L, 2);
    private final BucketCounts counts = new BucketCounts(BOUNDS);

    @Test
    void shouldCountWhatLiesAtOrBelowEachBound() {
        Seeds.forEach(50, random -> {
            histogram.reset();
            long[] below = new long[BOUNDS.length];
            long sum = 0;
            int recorded = random.nextInt(2_000);
            for (int i = 0; i < recorded; i++) {
                long value = value(random);
                histogram.recordValue(value);
                sum += value;
                for (int b = 0; b < BOUNDS.length; b++) {
                    below[b] += value <= histogram.highestEquivalentValue(BOUNDS[b]) ? 1 : 0;
                }
            }
            counts.read(histogram);
            assertThat(counts.count()).isEqualTo(recorded);
            for (int b = 0; b < BOUNDS.length; b++) {
                assertThat(counts.countUpTo(b)).as("at or below %d", BOUNDS[b]).isEqualTo(below[b]);
            }
            if (recorded > 0) {
                assertThat(counts.sumNanos()).isCloseTo(sum, Percentage.withPercentage(1));
                assertThat(counts.sumSeconds()).isEqualTo(counts.sumNanos() / 1e9);
            }
        });
    }

    @Test
    void shouldBeAtMostOnePercentAboveTheBound() {
        for (long bound : BOUNDS) {
            assertThat((double) histogram.highestEquivalentValue(bound)).isLessThanOrEqualTo(bound * 1.01);
        }
    }

    @Test
    void shouldForgetWhatItCounted() {
        histogram.recordValue(7);
        counts.read(histogram);
        counts.clear();
        assertThat(counts.count()).isZero();
        assertThat(counts.sumNanos()).isZero();
        assertThat(counts.countUpTo(BOUNDS.length - 1)).isZero();
        assertThat(counts.size()).isEqualTo(BOUNDS.length);
        assertThat(counts.boundNanos(2)).isEqualTo(5_000);
    }

    @Test
    void shouldAllocateNothing() {
        for (int i = 0; i < 10_000; i++) {
            histogram.recordValue(value(new Random(i)));
        }
        Allocations.assertNone(() -> counts.read(histogram));
    }

    @Test
    void shouldRefuseBoundsThatDoNotAscend() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BucketCounts(5, 5))
            .withMessage("bounds must be positive and ascend: bounds[1]=5");
        assertThatIllegalArgumentException().isThrownBy(() -> new BucketCounts(0))
            .withMessage("bounds must be positive and ascend: bounds[0]=0");
    }

    /** Of all sizes alike, and often just at a bound. */
    private static long value(Random random) {
        if (random.nextInt(4) == 0) {
            return Math.max(1, BOUNDS[random.nextInt(BOUNDS.length)] + random.nextInt(3) - 1);
        }
        return 1 + (long) Math.pow(60e9 - 1, random.nextDouble());
    }
}
