package io.windrow.buffers.indicators;

import static io.windrow.buffers.indicators.TaLibOracle.check;

import com.tictactec.ta.lib.MAType;
import io.windrow.buffers.testing.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Percentages are held to 1e-9 of at least 1. */
class OscillatorsTaLibTest {

    private static final int CANDLES = 10_000;
    private static final int LEAST_VOLUME = 1_000_000;
    private static final MAType SIMPLE = MAType.Sma;

    @FunctionalInterface
    private interface Check {

        void run(Series series);
    }

    @ParameterizedTest
    @CsvSource({"5,3,3", "14,1,3", "1,1,1", "2,2,2", "14,3,1", "200,50,20"})
    void shouldHaveTheStochasticOfTaLib(int range, int k, int d) {
        overAll(series -> {
            double[] other = new double[series.size()];
            Stochastic spec = Stochastic.of(range, k, d);
            check(spec, Stochastic.K, series, 1, (core, s, end, begin, count, out) ->
                core.stoch(0, end, s.highs(), s.lows(), s.closes(), range, k, SIMPLE, d, SIMPLE, begin, count, out, other));
            check(spec, Stochastic.D, series, 1, (core, s, end, begin, count, out) ->
                core.stoch(0, end, s.highs(), s.lows(), s.closes(), range, k, SIMPLE, d, SIMPLE, begin, count, other, out));
        });
    }

    @ParameterizedTest
    @CsvSource({"5,3", "1,1", "2,2", "14,5", "200,1", "1,50"})
    void shouldHaveTheFastStochasticOfTaLib(int k, int d) {
        overAll(series -> {
            double[] other = new double[series.size()];
            FastStochastic spec = FastStochastic.of(k, d);
            check(spec, FastStochastic.K, series, 1, (core, s, end, begin, count, out) ->
                core.stochF(0, end, s.highs(), s.lows(), s.closes(), k, d, SIMPLE, begin, count, out, other));
            check(spec, FastStochastic.D, series, 1, (core, s, end, begin, count, out) ->
                core.stochF(0, end, s.highs(), s.lows(), s.closes(), k, d, SIMPLE, begin, count, other, out));
        });
    }

    @ParameterizedTest
    @CsvSource({"14,5,3", "2,1,1", "2,2,2", "14,2,1", "200,20,3", "14,14,14"})
    void shouldHaveTheStochasticRsiOfTaLib(int rsi, int k, int d) {
        overAll(series -> {
            double[] other = new double[series.size()];
            StochasticRsi spec = StochasticRsi.of(rsi, k, d);
            check(spec, StochasticRsi.K, series, 1, (core, s, end, begin, count, out) ->
                core.stochRsi(0, end, s.closes(), rsi, k, d, SIMPLE, begin, count, out, other));
            check(spec, StochasticRsi.D, series, 1, (core, s, end, begin, count, out) ->
                core.stochRsi(0, end, s.closes(), rsi, k, d, SIMPLE, begin, count, other, out));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 2, 3, 14, 200})
    void shouldHaveTheCommodityChannelIndexOfTaLib(int period) {
        overAll(series -> check(Cci.of(period), 0, series, 1, (core, s, end, begin, count, out) ->
            core.cci(0, end, s.highs(), s.lows(), s.closes(), period, begin, count, out)));
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 2, 3, 200})
    void shouldHaveTheWilliamsROfTaLib(int period) {
        overAll(series -> check(WilliamsR.of(period), 0, series, 1, (core, s, end, begin, count, out) ->
            core.willR(0, end, s.highs(), s.lows(), s.closes(), period, begin, count, out)));
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 2, 3, 200})
    void shouldHaveTheDirectionalMovementOfTaLib(int period) {
        overAll(series -> {
            Adx spec = Adx.of(period);
            check(spec, Adx.ADX, series, 1, (core, s, end, begin, count, out) ->
                core.adx(0, end, s.highs(), s.lows(), s.closes(), period, begin, count, out));
            check(spec, Adx.PLUS_DI, series, 1, (core, s, end, begin, count, out) ->
                core.plusDI(0, end, s.highs(), s.lows(), s.closes(), period, begin, count, out));
            check(spec, Adx.MINUS_DI, series, 1, (core, s, end, begin, count, out) ->
                core.minusDI(0, end, s.highs(), s.lows(), s.closes(), period, begin, count, out));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 2, 3, 200})
    void shouldHaveTheAroonOfTaLib(int period) {
        overAll(series -> {
            double[] other = new double[series.size()];
            Aroon spec = Aroon.of(period);
            check(spec, Aroon.UP, series, 1, (core, s, end, begin, count, out) ->
                core.aroon(0, end, s.highs(), s.lows(), period, begin, count, other, out));
            check(spec, Aroon.DOWN, series, 1, (core, s, end, begin, count, out) ->
                core.aroon(0, end, s.highs(), s.lows(), period, begin, count, out, other));
            check(spec, Aroon.OSCILLATOR, series, 1, (core, s, end, begin, count, out) ->
                core.aroonOsc(0, end, s.highs(), s.lows(), period, begin, count, out));
        });
    }

    @ParameterizedTest
    @CsvSource({"0.02,0.2", "0.1,0.1", "0.005,0.05", "1,2"})
    void shouldHaveTheParabolicSarOfTaLib(double acceleration, double maximum) {
        overAll(series -> check(ParabolicSar.of(acceleration, maximum), 0, series, 0, (core, s, end, begin, count, out) ->
            core.sar(0, end, s.highs(), s.lows(), acceleration, maximum, begin, count, out)));
    }

    @Test
    void shouldHaveTheStartOfTaLibsParabolicSarWhateverTheFirstCandles() {
        Seeds.forEach(200, random -> {
            Series series = Series.random(random, 20);
            check(ParabolicSar.of(0.02, 0.2), 0, series, 0, (core, s, end, begin, count, out) ->
                core.sar(0, end, s.highs(), s.lows(), 0.02, 0.2, begin, count, out));
        });
    }

    @Test
    void shouldHaveTheOnBalanceVolumeOfTaLib() {
        overAll(series -> check(Obv.of(), 0, series, 1, (core, s, end, begin, count, out) ->
            core.obv(0, end, s.closes(), s.volumes(), begin, count, out)));
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 2, 3, 200})
    void shouldHaveTheMoneyFlowIndexOfTaLib(int period) {
        overAll(series -> {
            // TA-Lib takes old flows away from its sums, and keeps what rounding leaves of the largest: none is much smaller here.
            for (int i = 0; i < series.size(); i++) {
                series.volumes()[i] += LEAST_VOLUME;
            }
            check(Mfi.of(period), 0, series, 1, (core, s, end, begin, count, out) ->
                core.mfi(0, end, s.highs(), s.lows(), s.closes(), s.volumes(), period, begin, count, out));
        });
    }

    private static void overAll(Check check) {
        Seeds.forEach(3, random -> check.run(Series.random(random, CANDLES)));
        // Last, as it is left out where the recorded candles are not at hand.
        check.run(Series.recorded());
    }
}
