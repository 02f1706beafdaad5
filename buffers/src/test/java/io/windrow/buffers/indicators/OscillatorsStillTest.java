package io.windrow.buffers.indicators;

import static io.windrow.buffers.indicators.TaLibOracle.check;
import static org.assertj.core.api.Assertions.assertThat;

import com.tictactec.ta.lib.MAType;
import io.windrow.buffers.testing.Seeds;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where nothing moves and nothing is traded. */
class OscillatorsStillTest {

    private static final int CANDLES = 3_000;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"stoch:5:3:3|0|100", "stoch:1:1:1|0|100", "stochf:5:3|0|100", "stochrsi:14:5:3|0|100",
        "stochrsi:1:1:1|0|100", "stochrsi:2:2:2:first|0|100", "cci:20|-10000|10000", "cci:1|0|0", "willr:14|-100|0", "willr:1|-100|0",
        "adx:14|0|100", "adx:2|0|100", "aroon:14|-100|100", "aroon:1|-100|100", "sar|0|1000", "obv|-1e12|1e12", "mfi:14|0|100",
        "mfi:1|0|100", "cmf:20|-1|1", "cmf:1|-1|1", "supertrend:10:3|-1000|1000", "cross(close,open)|-1|1"})
    void shouldStayWithinItsBounds(String text, double least, double most) {
        IndicatorSpec spec = IndicatorSpec.parse(text);
        Seeds.forEach(5, random -> {
            double[][] outputs = Streamed.outputs(spec, StillSeries.random(random, CANDLES));
            for (int output = 0; output < outputs.length; output++) {
                for (int i = spec.warmUpPeriod(output) - 1; i < CANDLES; i++) {
                    assertThat(outputs[output][i]).as("%s at %s", spec, i).isBetween(least - 1e-9, most + 1e-9);
                }
            }
        });
    }

    @Test
    void shouldBeZeroWhereNothingEverMovesOrIsTraded() {
        int count = 500;
        double[] prices = new double[count];
        Arrays.fill(prices, 0.1);
        Series series = new Series(new long[count], prices, prices, prices, prices, new double[count]);
        for (String text : new String[] {"stoch", "stochf", "stochrsi", "willr", "adx", "obv", "mfi", "cmf", "cross(close,open)"}) {
            for (double[] output : Streamed.outputs(IndicatorSpec.parse(text), series)) {
                assertThat(output[count - 1]).as(text).isZero();
            }
        }
    }

    @Test
    void shouldHaveNothingLeftOverOfWhatWasTradedBefore() {
        Seeds.forEach(5, random -> {
            Series series = Series.random(random, CANDLES);
            for (int i = CANDLES - 15; i < CANDLES; i++) {
                series.volumes()[i] = 0;
            }
            assertThat(Streamed.outputs(Mfi.of(14), series)[0][CANDLES - 1]).isZero();
            assertThat(Streamed.outputs(Cmf.of(14), series)[0][CANDLES - 1]).isZero();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 14, 50})
    void shouldEqualTaLibWhereNothingMoves(int period) {
        Seeds.forEach(3, random -> {
            Series series = StillSeries.random(random, CANDLES);
            double[] other = new double[CANDLES];
            check(FastStochastic.of(period, 3), FastStochastic.K, series, 1, (core, s, end, begin, count, out) ->
                core.stochF(0, end, s.highs(), s.lows(), s.closes(), period, 3, MAType.Sma, begin, count, out, other));
            check(StochasticRsi.of(14, period, 3), StochasticRsi.K, series, 1, (core, s, end, begin, count, out) ->
                core.stochRsi(0, end, s.closes(), 14, period, 3, MAType.Sma, begin, count, out, other));
            check(Cci.of(period), 0, series, 1, (core, s, end, begin, count, out) ->
                core.cci(0, end, s.highs(), s.lows(), s.closes(), period, begin, count, out));
            check(WilliamsR.of(period), 0, series, 1, (core, s, end, begin, count, out) ->
                core.willR(0, end, s.highs(), s.lows(), s.closes(), period, begin, count, out));
            check(Aroon.of(period), Aroon.OSCILLATOR, series, 1, (core, s, end, begin, count, out) ->
                core.aroonOsc(0, end, s.highs(), s.lows(), period, begin, count, out));
            check(ParabolicSar.of(0.02, 0.2), 0, series, 0, (core, s, end, begin, count, out) ->
                core.sar(0, end, s.highs(), s.lows(), 0.02, 0.2, begin, count, out));
            check(Obv.of(), 0, series, 1, (core, s, end, begin, count, out) ->
                core.obv(0, end, s.closes(), s.volumes(), begin, count, out));
        });
    }
}
