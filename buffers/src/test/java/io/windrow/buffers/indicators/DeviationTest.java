package io.windrow.buffers.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import io.windrow.buffers.testing.Seeds;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeviationTest {

    @Test
    void shouldBeNearerToTheExactDeviationThanTaLib() {
        Seeds.forEach(3, random -> {
            Series series = Series.random(random, 10_000);
            int period = 2 + random.nextInt(20);
            double[] ours = Streamed.outputs(StdDev.of(period), series)[0];
            double[] taLib = taLib(series.closes(), period);
            double ourWorst = 0;
            double theirWorst = 0;
            for (int i = 9_000; i < series.size(); i++) {
                double exact = exact(Arrays.copyOfRange(series.closes(), i - period + 1, i + 1));
                double scale = exact == 0 ? 1 : exact;
                ourWorst = Math.max(ourWorst, Math.abs(ours[i] - exact) / scale);
                theirWorst = Math.max(theirWorst, Math.abs(taLib[i - period + 1] - exact) / scale);
            }
            assertThat(ourWorst).isLessThan(1e-10).isLessThan(theirWorst);
        });
    }

    @Test
    void shouldBeExactlyZeroAsSoonAsAllValuesAreEqual() {
        Seeds.forEach(50, random -> {
            int period = 1 + random.nextInt(40);
            double level = 0.1 * (1 + random.nextInt(100_000));
            int from = period + random.nextInt(period);
            double[] closes = Naive.each(6 * period, i -> i < from || i == from + 2 * period ? 100 * random.nextGaussian() : level);
            double[] deviations = deviations(closes, period);
            for (int i = period - 1; i < closes.length; i++) {
                boolean areEqual = Arrays.stream(closes, i - period + 1, i + 1).distinct().count() == 1;
                assertThat(deviations[i] == 0).as("at %s: %s, period %s", i, deviations[i], period).isEqualTo(areEqual);
            }
        });
    }

    /** A price of a hundred thousand that moves by hundredths, and once in a while a jump, which leaves the window again. */
    @Test
    void shouldKeepItsDigitsBesideLargePricesAndAfterOutliers() {
        Seeds.forEach(20, random -> {
            int period = 2 + random.nextInt(50);
            double[] closes = Naive.each(1_000, i -> random.nextInt(100) == 0 ? 1 : 100_000 + random.nextInt(10) / 100.0);
            double[] expected = Naive.each(closes.length,
                i -> i < period - 1 ? Double.NaN : exact(Arrays.copyOfRange(closes, i - period + 1, i + 1)));
            double[] actual = deviations(closes, period);
            for (int i = period - 1; i < closes.length; i++) {
                assertThat(Math.abs(actual[i] - expected[i])).as("at %s", i).isLessThanOrEqualTo(1e-9 * expected[i]);
            }
        });
    }

    /** Times of large moves leave their rounding behind, again and again, in times of small ones. */
    @Test
    void shouldNotDriftOverAMillionValues() {
        Random random = new Random(5);
        double[] closes = Naive.each(999_990, i -> 100 + (random.nextDouble() - 0.5) * (i % 100 < 40 ? 1 : 1 / 64.0));
        double[] actual = deviations(closes, 20);
        double exact = exact(Arrays.copyOfRange(closes, closes.length - 20, closes.length));
        assertThat(Math.abs(actual[closes.length - 1] / exact - 1)).isLessThan(1e-12);
    }

    @Test
    void shouldPutThePercentInTheMiddleAndTheWidthToZeroWhereTheBandsMeet() {
        for (double level : new double[] {0, 0.1, 1234.56}) {
            double[][] bands = Streamed.outputs(Bollinger.of(7, 2), flat(Naive.each(20, i -> level)));
            for (int i = 6; i < 20; i++) {
                assertThat(bands[Bollinger.UPPER][i]).isEqualTo(level);
                assertThat(bands[Bollinger.LOWER][i]).isEqualTo(level);
                assertThat(bands[Bollinger.PERCENT_B][i]).isEqualTo(0.5);
                assertThat(bands[Bollinger.WIDTH][i]).isZero();
            }
        }
    }

    static Series flat(double[] closes) {
        return new Series(new long[closes.length], closes, closes, closes, closes, new double[closes.length]);
    }

    private static double[] deviations(double[] closes, int period) {
        return Streamed.outputs(StdDev.of(period), flat(closes))[0];
    }

    private static double exact(double[] values) {
        BigDecimal count = BigDecimal.valueOf(values.length);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        for (double value : values) {
            BigDecimal exact = new BigDecimal(value);
            sum = sum.add(exact);
            squares = squares.add(exact.multiply(exact));
        }
        // n × Σx² - (Σx)², without an error.
        BigDecimal spread = squares.multiply(count).subtract(sum.multiply(sum));
        return spread.sqrt(MathContext.DECIMAL64).doubleValue() / values.length;
    }

    private static double[] taLib(double[] closes, int period) {
        double[] out = new double[closes.length];
        RetCode code = new Core().stdDev(0, closes.length - 1, closes, period, 1, new MInteger(), new MInteger(), out);
        assertThat(code).isEqualTo(RetCode.Success);
        return out;
    }
}
