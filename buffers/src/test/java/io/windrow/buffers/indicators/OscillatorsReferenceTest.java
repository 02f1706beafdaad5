package io.windrow.buffers.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.Seeds;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What TA-Lib does not have, and the seeds it does not have, against their definitions. */
class OscillatorsReferenceTest {

    private static final int CANDLES = 2_000;

    @FunctionalInterface
    private interface Check {

        void run(Series series);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20, 200})
    void shouldHaveTheChaikinMoneyFlowOfItsDefinition(int period) {
        overAll(series -> check(Cmf.of(period), 0, series, OscillatorReference.moneyFlow(series, period)));
    }

    /** TA-Lib has it, but not for small volumes after large ones. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 14, 200})
    void shouldHaveTheMoneyFlowIndexOfItsDefinition(int period) {
        overAll(series -> check(Mfi.of(period), 0, series, OscillatorReference.moneyFlowIndex(series, period)));
    }

    @ParameterizedTest
    @CsvSource({"10,3,MEAN", "10,3,FIRST_VALUE", "1,1,MEAN", "1,0.5,FIRST_VALUE", "2,1.5,FIRST_VALUE", "50,0.25,MEAN", "200,2,MEAN"})
    void shouldHaveTheSupertrendOfItsDefinition(int period, double factor, Seed seed) {
        overAll(series -> {
            double[][] expected = OscillatorReference.supertrend(series, period, factor, seed);
            check(Supertrend.of(period, factor, seed), Supertrend.VALUE, series, expected[0]);
            check(Supertrend.of(period, factor, seed), Supertrend.DIRECTION, series, expected[1]);
        });
    }

    @ParameterizedTest
    @EnumSource
    void shouldHaveTheAverageRangeOfTheAtrInTheSupertrend(Seed seed) {
        overAll(series -> check(Atr.of(10, seed), 0, series, OscillatorReference.averageTrueRange(series, 10, seed)));
    }

    @ParameterizedTest
    @CsvSource({"14,5,3", "1,1,1", "1,2,2", "2,14,1", "50,5,10"})
    void shouldHaveTheStochasticRsiThatStartsFromTheFirstValue(int rsi, int k, int d) {
        overAll(series -> {
            StochasticRsi spec = StochasticRsi.of(rsi, k, d, Seed.FIRST_VALUE, Source.CLOSE);
            double[] places = OscillatorReference.places(OscillatorReference.relativeStrengthFromFirst(series, rsi), k);
            double[] means = OscillatorReference.means(places, d);
            for (int i = 0; i < series.size(); i++) {
                places[i] = Double.isNaN(means[i]) ? Double.NaN : places[i];
            }
            check(spec, StochasticRsi.K, series, places);
            check(spec, StochasticRsi.D, series, means);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"close|open", "sma:3|sma:10", "close|ema:5", "adx:5.plusDi|adx:5.minusDi", "stoch.k|stoch.d",
        "ema:9(supertrend:9:1)|close", "close|ema:9(supertrend:9:1)"})
    void shouldFindTheCrossingsOfTwoSeries(String one, String other) {
        overAll(series -> {
            Cross spec = (Cross) IndicatorSpec.parse("cross(" + one + "," + other + ")");
            check(spec, 0, series, OscillatorReference.crossings(values(one, series), values(other, series)));
        });
    }

    @Test
    void shouldCrossOnlyWhereASeriesPartsFromTheOther() {
        double[] closes = {1, 2, 2, 3, 2, 3, 2, 1, 2, 1, 3, 1};
        Series series = new Series(new long[12], filled(2), filled(5), filled(0), closes, filled(1));
        assertThat(Streamed.outputs(Cross.of(Source.CLOSE, Source.OPEN), series)[0])
            .containsExactly(Double.NaN, 0, 0, 1, 0, 1, 0, -1, 0, -1, 1, -1);
    }

    private static double[] filled(double value) {
        double[] values = new double[12];
        Arrays.fill(values, value);
        return values;
    }

    private static double[] values(String source, Series series) {
        return switch (source) {
            case "close" -> series.closes();
            case "open" -> series.opens();
            case "stoch.k" -> Streamed.outputs(Stochastic.of(5, 3, 3), series)[Stochastic.K];
            case "stoch.d" -> Streamed.outputs(Stochastic.of(5, 3, 3), series)[Stochastic.D];
            case "adx:5.plusDi" -> Streamed.outputs(Adx.of(5), series)[Adx.PLUS_DI];
            case "adx:5.minusDi" -> Streamed.outputs(Adx.of(5), series)[Adx.MINUS_DI];
            default -> Streamed.outputs(IndicatorSpec.parse(source), series)[0];
        };
    }

    private static void check(IndicatorSpec spec, int output, Series series, double[] expected) {
        double[] actual = Streamed.outputs(spec, series)[output];
        int warmUp = spec.warmUpPeriod(output);
        for (int i = 0; i < series.size(); i++) {
            assertThat(Double.isNaN(expected[i])).as("warm-up of %s at %s", spec, i).isEqualTo(i + 1 < warmUp);
            assertThat(Double.isNaN(actual[i])).as("%s is NaN at %s", spec, i).isEqualTo(i + 1 < warmUp);
            if (i + 1 >= warmUp) {
                double apart = Math.abs(actual[i] - expected[i]) / Math.max(1, Math.abs(expected[i]));
                assertThat(apart).as("%s at %s: %s, not %s", spec, i, actual[i], expected[i]).isLessThanOrEqualTo(1e-9);
            }
        }
    }

    private static void overAll(Check check) {
        Seeds.forEach(3, random -> {
            check.run(Series.random(random, CANDLES));
            check.run(StillSeries.random(random, CANDLES));
        });
        check.run(Series.recorded());
    }
}
