package io.windrow.buffers.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.windrow.buffers.testing.Seeds;
import org.junit.jupiter.api.Test;

/** Where a formula divides by what may be 0. */
class ChangesTest {

    @Test
    void shouldPutTheStrengthIndexAtItsEndsWherePricesMoveOneWayOrNotAtAll() {
        for (Seed seed : Seed.values()) {
            assertThat(lastRsiOfSteps(seed, 0)).isZero();
            assertThat(lastRsiOfSteps(seed, 1)).isEqualTo(100);
            assertThat(lastRsiOfSteps(seed, -1)).isZero();
        }
    }

    @Test
    void shouldPutAChangeFromZeroToZero() {
        double[] changes = Streamed.outputs(Roc.of(1), DeviationTest.flat(new double[] {0, 5, 10, 0, 0}))[0];
        assertThat(changes).containsExactly(Double.NaN, 0, 100, -100, 0);
    }

    @Test
    void shouldPutTheRangeOfACloseOfZeroToZeroPercent() {
        double[] zeros = new double[5];
        double[] highs = {1, 1, 1, 1, 1};
        Series series = new Series(new long[5], zeros, highs, zeros, zeros, zeros);
        assertThat(Streamed.outputs(Natr.of(3), series)[0]).containsExactly(Double.NaN, Double.NaN, Double.NaN, 0, 0);
        assertThat(Streamed.outputs(Natr.of(3, Seed.FIRST_VALUE), series)[0]).containsExactly(Double.NaN, Double.NaN, 0, 0, 0);
    }

    /** Where nothing has moved for a period, it takes the fastest step, whatever rounding has left of the steps before. */
    @Test
    void shouldAdaptAtOnceWhereNothingHasMoved() {
        Seeds.forEach(20, random -> {
            int period = 2 + random.nextInt(10);
            double level = 100 + random.nextInt(1000) / 7.0;
            int from = 2 * period + random.nextInt(period);
            double[] closes = Naive.each(6 * period, i -> i < from ? 100 + 10 * random.nextGaussian() : level);
            double[] average = Streamed.outputs(Kama.of(period), DeviationTest.flat(closes))[0];
            for (int i = from + period; i < closes.length; i++) {
                assertThat(average[i] - level).isCloseTo((average[i - 1] - level) * (1 - 4.0 / 9), within(1e-9));
            }
        });
    }

    private static double lastRsiOfSteps(Seed seed, double step) {
        Series series = DeviationTest.flat(Naive.each(10, i -> 100 + i * step));
        return Streamed.outputs(Rsi.of(3, seed, Source.CLOSE), series)[0][9];
    }
}
