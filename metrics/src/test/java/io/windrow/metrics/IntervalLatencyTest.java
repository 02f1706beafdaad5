package io.windrow.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.windrow.buffers.testing.Allocations;
import io.windrow.buffers.testing.Seeds;
import java.util.Arrays;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class IntervalLatencyTest {

    private final IntervalLatency latency = new IntervalLatency();
    private final Histogram sum = new Histogram(1, 60_000_000_000L, 2);
    private final Sample sample = new Sample();
    private long timeNanos = 1_000_000_000_000L;

    @Test
    void shouldTellOnlyWhatCameSinceTheLastLook() {
        Seeds.forEach(20, random -> {
            for (int look = 0; look < 10; look++) {
                long[] values = random.longs(1 + random.nextInt(200), 1, 1L << (5 + random.nextInt(30))).sorted().toArray();
                Arrays.stream(values).forEach(sum::recordValue);
                look();
                check(Figure.LATENCY_P50, percentile(values, 0.5));
                check(Figure.LATENCY_P95, percentile(values, 0.95));
                check(Figure.LATENCY_P99, percentile(values, 0.99));
            }
        });
    }

    @Test
    void shouldTellNothingWhenNothingCame() {
        sum.recordValue(1000);
        look();
        look();
        assertThat(sample.has(Figure.LATENCY_P50)).isFalse();
        sum.reset();
        look();
        assertThat(sample.has(Figure.LATENCY_P50)).as("a pipeline is watched no more").isFalse();
        sum.recordValue(77);
        look();
        assertThat(sample.get(Figure.LATENCY_P50)).isEqualTo(77);
    }

    @Test
    void shouldBeginAnewWhenOnePipelineHasGoneAndAnotherHasMore() {
        sum.recordValueWithCount(100, 2);
        look();
        sum.reset();
        sum.recordValueWithCount(5_000, 3);
        look();
        assertThat(sample.has(Figure.LATENCY_P50)).isFalse();
        sum.recordValue(7);
        look();
        assertThat(sample.has(Figure.LATENCY_P50)).as("what was there before it is not known").isFalse();
        sum.recordValue(77);
        look();
        assertThat(sample.get(Figure.LATENCY_P50)).isEqualTo(77);
    }

    @Test
    void shouldLookEveryFiveSeconds() {
        assertThat(latency.begin(timeNanos)).isTrue();
        assertThat(latency.begin(timeNanos + IntervalLatency.INTERVAL_NANOS - 1)).isFalse();
        assertThat(latency.begin(timeNanos + IntervalLatency.INTERVAL_NANOS)).isTrue();
        assertThat(latency.begin(1)).as("the clock was set back").isTrue();
    }

    @Test
    void shouldAllocateNothing() {
        Allocations.assertNone(new Runnable() {
            private int call;

            @Override
            public void run() {
                if (call++ % 50 == 0) {
                    sum.recordValue(call);
                    look();
                }
            }
        });
    }

    private void check(Figure figure, double expected) {
        assertThat((double) sample.get(figure)).as(figure.key()).isCloseTo(expected, within(0.011 * expected + 1));
    }

    private void look() {
        timeNanos += IntervalLatency.INTERVAL_NANOS;
        sample.clear(timeNanos);
        latency.begin(timeNanos);
        latency.now().add(sum);
        latency.end();
        latency.addTo(sample);
    }

    private static double percentile(long[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
