package io.windrow.buffers.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.Seeds;
import org.junit.jupiter.api.Test;

class VolumeWeightedTest {

    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final long DAY_NANOS = 1440 * MINUTE_NANOS;

    @Test
    void shouldBeTheNewestTypicalPriceWhereNothingWasTraded() {
        Seeds.forEach(20, random -> {
            int period = 1 + random.nextInt(10);
            int from = period + random.nextInt(period);
            // Volumes whose sums are not exact, then none for three periods.
            double[] volumes = Naive.each(5 * period, i -> i < from ? 0.1 + random.nextDouble() * 1e6 : 0);
            double[] prices = Naive.each(volumes.length, i -> 100 + random.nextInt(1000));
            Series series = new Series(new long[volumes.length], prices, prices, prices, prices, volumes);
            double[] vwap = Streamed.outputs(Vwap.of(period), series)[0];
            for (int i = from + period - 1; i < vwap.length; i++) {
                assertThat(vwap[i]).isEqualTo(prices[i]);
            }
        });
    }

    @Test
    void shouldBeTheNewestTypicalPriceWhereTheSessionHasTradedNothingYet() {
        double[] prices = {10, 20, 30, 40, 60};
        long[] times = {0, 1, DAY_NANOS, DAY_NANOS + 1, DAY_NANOS + 2};
        Series series = new Series(times, prices, prices, prices, prices, new double[] {1, 3, 0, 0, 5});
        assertThat(Streamed.outputs(SessionVwap.of(), series)[0]).containsExactly(10, 17.5, 30, 40, 60);
    }

    @Test
    void shouldBeginASessionWithTheCandleThatOpensAtItsMinute() {
        double[] prices = {10, 20, 30, 40};
        long begin = 5 * DAY_NANOS + 570 * MINUTE_NANOS;
        long[] times = {begin - MINUTE_NANOS, begin - 1, begin, begin + DAY_NANOS - 1};
        Series series = new Series(times, prices, prices, prices, prices, new double[] {1, 1, 1, 1});
        assertThat(Streamed.outputs(SessionVwap.of(570), series)[0]).containsExactly(10, 15, 30, 35);
    }

    @Test
    void shouldBeginASessionBeforeTheEpochToo() {
        double[] prices = {10, 20, 30, 40};
        long[] times = {-DAY_NANOS - 1, -DAY_NANOS, -1, 0};
        Series series = new Series(times, prices, prices, prices, prices, new double[] {1, 1, 1, 1});
        assertThat(Streamed.outputs(SessionVwap.of(), series)[0]).containsExactly(10, 20, 25, 40);
    }
}
