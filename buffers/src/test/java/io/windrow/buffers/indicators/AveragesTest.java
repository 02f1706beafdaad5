package io.windrow.buffers.indicators;

import static io.windrow.buffers.indicators.Naive.each;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.windrow.buffers.testing.Seeds;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against formulas over the whole series: what TA-Lib does not have, and every seed. */
class AveragesTest {

    private static final int CANDLES = 300;

    @ParameterizedTest
    @EnumSource
    void shouldFollowItsFormulaFromEitherSeed(Seed seed) {
        Seeds.forEach(20, random -> {
            Series series = Series.random(random, CANDLES);
            double[] closes = series.closes();
            int period = 1 + random.nextInt(30);
            check(Ema.of(period, seed, Source.CLOSE), series, Naive.ema(closes, period, seed));
            check(Rma.of(period, seed, Source.CLOSE), series, Naive.rma(closes, period, seed));
            check(Dema.of(period, seed, Source.CLOSE), series, Naive.dema(closes, period, seed));
            check(Tema.of(period, seed, Source.CLOSE), series, Naive.tema(closes, period, seed));
            check(Rsi.of(period, seed, Source.CLOSE), series, Naive.rsi(closes, period, seed));
            double[] atr = Naive.rma(Naive.ranges(series, seed), period, seed);
            check(Atr.of(period, seed), series, atr);
            check(Natr.of(period, seed), series, each(CANDLES, i -> 100 * atr[i] / closes[i]));
            checkKeltner(random, seed, series);
        });
    }

    private static void checkKeltner(Random random, Seed seed, Series series) {
        int period = 1 + random.nextInt(30);
        int rangePeriod = 1 + random.nextInt(30);
        double factor = 0.5 + random.nextInt(4);
        double[] middle = Naive.ema(series.closes(), period, seed);
        double[] atr = Naive.rma(Naive.ranges(series, seed), rangePeriod, seed);
        check(Keltner.of(period, rangePeriod, factor, seed), series,
            each(CANDLES, i -> middle[i] + factor * atr[i]), middle, each(CANDLES, i -> middle[i] - factor * atr[i]));
    }

    @Test
    void shouldFollowItsFormulaWhereThereIsNoSeed() {
        Seeds.forEach(20, random -> {
            Series series = Series.random(random, CANDLES);
            double[] closes = series.closes();
            int period = 1 + random.nextInt(60);
            check(Sma.of(period), series, Naive.mean(closes, period));
            check(Wma.of(period), series, Naive.wma(closes, period));
            check(Hma.of(period + 1), series, Naive.hma(closes, period + 1));
            check(Kama.of(period, 3, 17, Source.CLOSE), series, Naive.kama(closes, period, 3, 17));
            check(Highest.of(period, Source.MEDIAN), series,
                Naive.highest(each(CANDLES, i -> (series.highs()[i] + series.lows()[i]) / 2), period));
            check(Lowest.of(period, Source.VOLUME), series, Naive.lowest(series.volumes(), period));
            check(TrueRange.of(), series, Naive.ranges(series, Seed.MEAN));
            check(Vwap.of(period), series, Naive.vwap(series, period));
            check(Momentum.of(period), series, each(CANDLES, i -> i < period ? Double.NaN : closes[i] - closes[i - period]));
            check(Roc.of(period), series, each(CANDLES, i -> i < period ? Double.NaN : 100 * (closes[i] / closes[i - period] - 1)));
            double[] upper = Naive.highest(series.highs(), period);
            double[] lower = Naive.lowest(series.lows(), period);
            check(Donchian.of(period), series, upper, each(CANDLES, i -> (upper[i] + lower[i]) / 2), lower);
        });
    }

    @Test
    void shouldForgetTheRoundingOfLargeValuesSoonAfterThem() {
        Seeds.forEach(20, random -> {
            int period = 2 + random.nextInt(30);
            int from = period + random.nextInt(period);
            double[] closes = Naive.each(from + 6 * period, i -> i < from ? 1e12 * random.nextDouble() : 1 + random.nextDouble());
            double[] weighted = Streamed.outputs(Wma.of(period), DeviationTest.flat(closes))[0];
            double[] hull = Streamed.outputs(Hma.of(period), DeviationTest.flat(closes))[0];
            for (int i = from + 4 * period; i < closes.length; i++) {
                assertThat(weighted[i]).isCloseTo(Naive.wma(closes, period)[i], within(1e-12));
                assertThat(hull[i]).isCloseTo(Naive.hma(closes, period)[i], within(1e-12));
            }
        });
    }

    @Test
    void shouldStayNotANumberOnceItsValuesAreTooLarge() {
        double most = Double.MAX_VALUE;
        Series series = Series.ofCloses(1, 2, 4, 8, most, -most, most, most, 1, 2, 3, 4, 5);
        double[] averages = Streamed.outputs(IndicatorSpec.parse("ema:3(mom:1)"), series)[0];
        assertThat(averages[3]).isEqualTo(7.0 / 3);
        assertThat(averages).as("infinity less infinity is no number, and no average follows from it").endsWith(
            Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    @Test
    void shouldPutBandsAroundTheMeanAndSayWhereTheValueIsBetweenThem() {
        Seeds.forEach(20, random -> {
            Series series = Series.random(random, CANDLES);
            int period = 2 + random.nextInt(60);
            double factor = 0.5 + random.nextInt(4);
            double[] mean = Naive.mean(series.closes(), period);
            double[] deviation = Naive.deviation(series.closes(), period);
            double[] upper = each(CANDLES, i -> mean[i] + factor * deviation[i]);
            double[] lower = each(CANDLES, i -> mean[i] - factor * deviation[i]);
            check(Bollinger.of(period, factor), series, upper, mean, lower,
                each(CANDLES, i -> deviation[i] == 0 ? 0.5 : (series.closes()[i] - lower[i]) / (upper[i] - lower[i])),
                each(CANDLES, i -> (upper[i] - lower[i]) / mean[i]));
            check(StdDev.of(period, factor, Source.CLOSE), series, each(CANDLES, i -> factor * deviation[i]));
        });
    }

    @Test
    void shouldStartTheFastAverageOfMacdWithTheSlowOneUnlessBothStartFromTheFirstValue() {
        Seeds.forEach(20, random -> {
            Series series = Series.random(random, CANDLES);
            int fast = 1 + random.nextInt(20);
            int slow = fast + 1 + random.nextInt(20);
            int signal = 1 + random.nextInt(20);
            for (Seed seed : Seed.values()) {
                int after = seed == Seed.MEAN ? slow - fast : 0;
                double[] quick = Naive.ema(each(CANDLES, i -> i < after ? Double.NaN : series.closes()[i]), fast, seed);
                double[] slowly = Naive.ema(series.closes(), slow, seed);
                double[] apart = each(CANDLES, i -> quick[i] - slowly[i]);
                double[] smooth = Naive.ema(apart, signal, seed);
                check(Macd.of(fast, slow, signal, seed, Source.CLOSE), series,
                    each(CANDLES, i -> Double.isNaN(smooth[i]) ? Double.NaN : apart[i]), smooth, each(CANDLES, i -> apart[i] - smooth[i]));
            }
        });
    }

    @Test
    void shouldBeginTheSessionsAtTheirMinuteOfTheDay() {
        Seeds.forEach(5, random -> {
            Series series = Series.random(random, 3000);
            int offset = random.nextInt(1440);
            check(SessionVwap.of(offset), series, Naive.sessionVwap(series, offset));
            check(SessionVwap.of(), series, Naive.sessionVwap(series, 0));
        });
    }

    /** Values of prices, about 1 or more; a smaller one may be what is left of those. */
    private static void check(IndicatorSpec spec, Series series, double[]... expected) {
        double[][] actual = Streamed.outputs(spec, series);
        assertThat(actual.length).as("outputs of %s", spec).isEqualTo(expected.length);
        for (int output = 0; output < actual.length; output++) {
            int warmUp = spec.warmUpPeriod(output);
            for (int i = 0; i < series.size(); i++) {
                double value = expected[output][i];
                String where = spec + " output " + output + " at " + i;
                assertThat(i + 1 < warmUp).as("%s is before its warm-up %s", where, warmUp).isEqualTo(Double.isNaN(value));
                assertThat(Double.isNaN(actual[output][i])).as("%s is NaN", where).isEqualTo(Double.isNaN(value));
                if (!Double.isNaN(value)) {
                    double apart = Math.abs(actual[output][i] - value) / Math.max(1, Math.abs(value));
                    assertThat(apart).as("%s: %s, not %s", where, actual[output][i], value).isLessThanOrEqualTo(1e-9);
                }
            }
        }
    }
}
