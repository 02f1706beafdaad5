package io.windrow.metrics.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.metrics.trend.SlopeInterval;
import org.junit.jupiter.api.Test;

class FloorTrendTest {

    private static FloorTrend of(long... floors) {
        FloorTrend trend = new FloorTrend(new SlopeInterval(FloorTrend.BLOCKS), 1);
        for (long floor : floors) {
            trend.take(floor + 7);
            trend.take(floor);
            trend.endBlock();
        }
        return trend;
    }

    @Test
    void shouldTellARampByItsFloors() {
        FloorTrend trend = of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(trend.grows(9)).isTrue();
        assertThat(trend.grows(10)).as("11 without its largest rise").isFalse();
        assertThat(trend.slopePerBlock()).isEqualTo(1.0);
        assertThat(trend.first()).isZero();
        assertThat(trend.last()).isEqualTo(11.0);
        assertThat(of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10).grows(0)).as("a block is missing").isFalse();
    }

    @Test
    void shouldWantFourRises() {
        assertThat(of(0, 10, 10, 10, 20, 20, 20, 30, 30, 30, 40, 40).grows(2)).isTrue();
        assertThat(of(0, 0, 0, 10, 10, 10, 20, 20, 20, 30, 30, 30).grows(2)).isFalse();
    }

    @Test
    void shouldForgetWhatIsBeforeABlockWithoutAValue() {
        FloorTrend trend = of(0, 1, 2, 3, 4, 5);
        trend.endBlock();
        for (int i = 6; i < 12; i++) {
            trend.take(i);
            trend.endBlock();
        }
        assertThat(trend.grows(0)).isFalse();
    }
}
