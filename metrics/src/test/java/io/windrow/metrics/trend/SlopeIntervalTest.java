package io.windrow.metrics.trend;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.Allocations;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SlopeIntervalTest {

    private static final int SERIES = 1_000;

    /** The seed is fixed: this weighs a method, and a share of 1,000 series is off by a percent from seed to seed. */
    private final Random random = new Random(20_260_101);

    @ParameterizedTest
    @CsvSource({"240, 10", "240, 20", "240, 60", "1200, 10", "1200, 20", "1200, 30", "1200, 120"})
    void shouldHoldTheTrueSlopeOfFloorsOfNoiseThatLasts(int samples, int blocks) {
        Share share = share(Noise.LASTING, samples, blocks);
        assertThat(share.held).as("held, in percent").isGreaterThanOrEqualTo(92);
        assertThat(share.above).as("false alarms, in percent").isLessThanOrEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource(Noise.class)
    void shouldNotTakeNoiseForGrowth(Noise noise) {
        for (int blocks : new int[] {10, 20}) {
            Share share = share(noise, 1200, blocks);
            assertThat(share.above).as("false alarms with %s blocks, in percent", blocks).isLessThanOrEqualTo(5);
            assertThat(share.width).as("width with %s blocks", blocks).isLessThan(20.0 / blocks);
        }
    }

    @Test
    void shouldSeeGrowthOfTwiceTheNoise() {
        int seen = 0;
        for (int i = 0; i < 200; i++) {
            double[] y = Noise.WHITE.series(random, 400);
            for (int at = 0; at < y.length; at++) {
                y[at] += at / 200.0;
            }
            seen += interval(y, 20).lower() > 0 ? 1 : 0;
        }
        assertThat(seen).as("of 200 series").isGreaterThan(180);
    }

    @Test
    void shouldHaveNoBoundsWhereAPointSaysNothingNew() {
        double[] y = new double[10];
        for (int i = 0; i < y.length; i++) {
            y[i] = i < 5 ? i : 10 - i;
        }
        SlopeInterval interval = measured(y);
        assertThat(interval.correlation()).isGreaterThan(0.9);
        assertThat(interval.lower()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(interval.upper()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void shouldHaveNoBoundsForFewerThanTenPoints() {
        SlopeInterval interval = measured(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9});
        assertThat(interval.slope()).isEqualTo(1);
        assertThat(interval.lower()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(interval.upper()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(measured(new double[0]).slope()).isNaN();
    }

    @Test
    void shouldBeExactOnALineWithoutNoise() {
        double[] y = new double[20];
        for (int i = 0; i < y.length; i++) {
            y[i] = 7 + 4096.0 * i;
        }
        SlopeInterval interval = measured(y);
        assertThat(interval.lower()).isEqualTo(4096);
        assertThat(interval.slope()).isEqualTo(4096);
        assertThat(interval.upper()).isEqualTo(4096);
    }

    @Test
    void shouldMeasureTimesSinceTheEpochWithoutRounding() {
        long[] times = new long[20];
        long[] values = new long[20];
        for (int i = 0; i < times.length; i++) {
            times[i] = 1_795_291_200_000_000_000L + i;
            values[i] = Long.MAX_VALUE - 20 + i;
        }
        SlopeInterval interval = new SlopeInterval(20);
        interval.measure(times, values, 20);
        assertThat(interval.slope()).isEqualTo(1);
    }

    @Test
    void shouldAllocateNothing() {
        SlopeInterval interval = new SlopeInterval(12);
        double[] x = places(12);
        double[] y = Noise.LASTING.series(random, 12);
        Allocations.assertNone(() -> interval.measure(x, y, 12));
    }

    private record Share(double held, double above, double width) {
    }

    private Share share(Noise noise, int samples, int blocks) {
        int held = 0;
        int above = 0;
        double width = 0;
        for (int i = 0; i < SERIES; i++) {
            SlopeInterval interval = interval(noise.series(random, samples), blocks);
            held += interval.lower() <= 0 && interval.upper() >= 0 ? 1 : 0;
            above += interval.lower() > 0 ? 1 : 0;
            width += Double.isInfinite(interval.upper()) ? 0 : interval.upper() - interval.lower();
        }
        double percent = 100.0 / SERIES;
        return new Share(held * percent, above * percent, width / SERIES);
    }

    private static SlopeInterval interval(double[] y, int blocks) {
        double[] x = places(y.length);
        for (int i = 0; i < x.length; i++) {
            x[i] *= (double) blocks / y.length;
        }
        return BlockFloors.of(x, y, y.length, blocks).slope();
    }

    private static SlopeInterval measured(double[] y) {
        SlopeInterval interval = new SlopeInterval(120);
        interval.measure(places(y.length), y, y.length);
        return interval;
    }

    private static double[] places(int count) {
        double[] x = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = i;
        }
        return x;
    }
}
