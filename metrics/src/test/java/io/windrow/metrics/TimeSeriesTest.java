package io.windrow.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.testing.Allocations;
import io.windrow.metrics.TimeSeries.Keep;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimeSeriesTest {

    @Test
    void shouldKeepEverySampleWhileThereIsRoom() {
        TimeSeries series = new TimeSeries(4, Keep.MAXIMUM);
        series.add(10, 5);
        series.add(20, 3);
        assertThat(series.size()).isEqualTo(2);
        assertThat(series.samplesPerPoint()).isOne();
        assertPoint(series, 0, 10, 5);
        assertPoint(series, 1, 20, 3);
    }

    @Test
    void shouldHalveTheResolutionWhenFullAndKeepThePeaks() {
        TimeSeries series = filled(Keep.MAXIMUM, 1, 9, 4, 2, 7);
        assertThat(series.samplesPerPoint()).isEqualTo(2);
        assertThat(series.size()).isEqualTo(3);
        assertPoint(series, 0, 1, 9);
        assertPoint(series, 1, 2, 4);
        assertPoint(series, 2, 4, 7);
        series.add(5, 8);
        assertThat(series.size()).as("the last point was still filling").isEqualTo(3);
        assertPoint(series, 2, 5, 8);
    }

    @Test
    void shouldKeepTheLastOfEachPointWhenAsked() {
        TimeSeries series = filled(Keep.LAST, 1, 9, 4, 2, 7);
        assertPoint(series, 0, 1, 9);
        assertPoint(series, 1, 3, 2);
        assertPoint(series, 2, 4, 7);
        assertThat(series.maximum()).isEqualTo(9);
    }

    @ParameterizedTest
    @EnumSource(Keep.class)
    void shouldEqualAFullListThatIsCutIntoPieces(Keep keep) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int run = 0; run < 300; run++) {
            int capacity = 2 * (1 + random.nextInt(8));
            TimeSeries series = new TimeSeries(capacity, keep);
            List<long[]> all = new ArrayList<>();
            long time = 0;
            for (int i = random.nextInt(20 * capacity); i >= 0; i--) {
                time += random.nextInt(3);
                long value = random.nextInt(100) - 50;
                series.add(time, value);
                all.add(new long[] {time, value});
            }
            assertEqual(series, all, keep, capacity, seed);
        }
    }

    @Test
    void shouldHandOutACopyThatStandsStill() {
        TimeSeries series = filled(Keep.MAXIMUM, 1, 2, 3);
        TimeSeries copy = series.copy();
        series.add(3, 100);
        series.add(4, 200);
        assertThat(copy.size()).isEqualTo(3);
        assertThat(copy.samples()).isEqualTo(3);
        assertThat(copy.maximum()).isEqualTo(3);
        assertThat(copy.lastTimeNanos()).isEqualTo(2);
        assertPoint(copy, 0, 0, 1);
    }

    @Test
    void shouldRefuseWhatItCannotHold() {
        assertThatThrownBy(() -> new TimeSeries(3, Keep.LAST)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("the capacity is even and at least 2: capacity=3");
        assertThatThrownBy(() -> new TimeSeries(0, Keep.LAST)).hasMessageContaining("capacity=0");
        TimeSeries series = filled(Keep.LAST, 1, 2);
        assertThatThrownBy(() -> series.add(0, 1)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("time does not go back: timeNanos=0, last=1");
        assertThatThrownBy(() -> series.value(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new TimeSeries(2, Keep.LAST).maximum()).isInstanceOf(IllegalStateException.class)
            .hasMessage("the series is empty: samples=0");
    }

    @Test
    void shouldAllocateNothingAndNeverGrow() {
        TimeSeries series = new TimeSeries(1000, Keep.MAXIMUM);
        Allocations.assertNone(() -> series.add(series.samples(), 1));
        assertThat(series.size()).isBetween(501, 1000);
        assertThat(series.timeNanos(0)).isZero();
        assertThat(series.lastTimeNanos()).isEqualTo(series.samples() - 1);
    }

    private static void assertEqual(TimeSeries series, List<long[]> all, Keep keep, int capacity, long seed) {
        int perPoint = 1;
        while ((all.size() + perPoint - 1) / perPoint > capacity) {
            perPoint *= 2;
        }
        assertThat(series.samplesPerPoint()).as("seed %s", seed).isEqualTo(perPoint);
        assertThat(series.size()).as("seed %s", seed).isEqualTo((all.size() + perPoint - 1) / perPoint);
        assertThat(series.samples()).as("seed %s", seed).isEqualTo(all.size());
        for (int i = 0; i < series.size(); i++) {
            long[] expected = piece(all.subList(i * perPoint, Math.min(all.size(), (i + 1) * perPoint)), keep);
            assertThat(series.timeNanos(i)).as("time of point %s, seed %s", i, seed).isEqualTo(expected[0]);
            assertThat(series.value(i)).as("value of point %s, seed %s", i, seed).isEqualTo(expected[1]);
        }
        assertThat(series.maximum()).as("seed %s", seed).isEqualTo(piece(all, Keep.MAXIMUM)[1]);
    }

    private static long[] piece(List<long[]> samples, Keep keep) {
        long[] kept = samples.get(0);
        for (long[] sample : samples) {
            if (keep == Keep.LAST || sample[1] > kept[1]) {
                kept = sample;
            }
        }
        return kept;
    }

    private static TimeSeries filled(Keep keep, long... values) {
        TimeSeries series = new TimeSeries(4, keep);
        for (int i = 0; i < values.length; i++) {
            series.add(i, values[i]);
        }
        return series;
    }

    private static void assertPoint(TimeSeries series, int index, long timeNanos, long value) {
        assertThat(series.timeNanos(index)).as("time of point %s", index).isEqualTo(timeNanos);
        assertThat(series.value(index)).as("value of point %s", index).isEqualTo(value);
    }
}
