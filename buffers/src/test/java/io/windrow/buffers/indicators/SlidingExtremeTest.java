package io.windrow.buffers.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Seeds;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SlidingExtremeTest {

    private static final int COUNT = 400;

    @Test
    void shouldBeTheHighestAndTheLowestOfAPlainScanAndTheirAgesWithManyEqualValues() {
        Seeds.forEach(3, random -> {
            for (int period = 1; period <= 50; period++) {
                check(period, values(random, 1 + random.nextInt(6)));
            }
        });
    }

    @Test
    void shouldBeThoseOfSeriesThatOnlyRiseOrOnlyFall() {
        double[] rising = new double[COUNT];
        double[] falling = new double[COUNT];
        for (int i = 0; i < COUNT; i++) {
            rising[i] = i;
            falling[i] = -i;
        }
        for (int period = 1; period <= 50; period++) {
            check(period, rising);
            check(period, falling);
        }
    }

    @Test
    void shouldKeepItsCounterWithinTwoPeriods() {
        Extremes spec = new Extremes(3);
        CandleInput candle = new CandleInput();
        try (OffHeapMemory memory = OffHeapMemory.withBudget(1 << 16); IndicatorSet set = IndicatorSet.open(memory, spec)) {
            for (int i = 0; i < 100; i++) {
                set.update(candle.set(i, 1, 1, 1, i % 7, 1));
                assertThat(set.get(0).state().getLong(spec.outputCount())).isBetween(0L, 5L);
            }
        }
    }

    private static double[] values(Random random, int levels) {
        double[] values = new double[COUNT];
        for (int i = 0; i < COUNT; i++) {
            values[i] = random.nextInt(levels) - levels / 2;
        }
        return values;
    }

    private static void check(int period, double[] values) {
        CandleInput candle = new CandleInput();
        try (OffHeapMemory memory = OffHeapMemory.withBudget(1 << 16); IndicatorSet set = IndicatorSet.open(memory, new Extremes(period))) {
            Indicator extremes = set.get(0);
            for (int i = 0; i < values.length; i++) {
                set.update(candle.set(i, 1, 1, 1, values[i], 1));
                int highest = extreme(values, i, period, 1);
                int lowest = extreme(values, i, period, -1);
                assertThat(extremes.value(0)).as("highest of %s at %s", period, i).isEqualTo(values[highest]);
                assertThat(extremes.value(1)).as("lowest of %s at %s", period, i).isEqualTo(values[lowest]);
                assertThat(extremes.value(2)).as("age of the highest of %s at %s", period, i).isEqualTo(i - highest);
                assertThat(extremes.value(3)).as("age of the lowest of %s at %s", period, i).isEqualTo(i - lowest);
            }
        }
    }

    /** Index of the most recent extreme. */
    private static int extreme(double[] values, int end, int period, int sign) {
        int best = end;
        for (int i = end - 1; i > end - period && i >= 0; i--) {
            best = sign * values[i] > sign * values[best] ? i : best;
        }
        return best;
    }

    /** Highest, lowest, and how long ago each was. */
    private static final class Extremes extends IndicatorSpec {

        private final SlidingExtreme highest;
        private final SlidingExtreme lowest;
        private final ExtremeAge highestAge;
        private final ExtremeAge lowestAge;

        private Extremes(int period) {
            super("extremes:" + period, "highest", "lowest", "highestAge", "lowestAge");
            highest = SlidingExtreme.highest(this, period);
            lowest = SlidingExtreme.lowest(this, period);
            highestAge = ExtremeAge.ofHighest(this, period);
            lowestAge = ExtremeAge.ofLowest(this, period);
        }

        @Override
        protected void update(IndicatorState state, CandleInput candle) {
            state.putOutput(0, highest.next(state, candle.close()));
            state.putOutput(1, lowest.next(state, candle.close()));
            state.putOutput(2, highestAge.next(state, candle.close()));
            state.putOutput(3, lowestAge.next(state, candle.close()));
        }

        @Override
        public int warmUpPeriod(int output) {
            return 1;
        }

        @Override
        public int longestPeriod() {
            return 1;
        }
    }
}
