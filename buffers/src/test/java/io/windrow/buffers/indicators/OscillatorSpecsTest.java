package io.windrow.buffers.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.buffers.testing.Allocations;
import io.windrow.buffers.testing.Seeds;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OscillatorSpecsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "stoch|stoch:5:3:3|9,9|k,d", "stoch:14|stoch:14:3:3|18,18|k,d", "stochf|stochf:5:3|7,7|k,d",
        "stochrsi|stochrsi:14:5:3|21,21|k,d", "stochrsi:14:5:3:first@open|stochrsi:14:5:3:first@open|20,20|k,d",
        "stochrsi(ema:5)|stochrsi:14:5:3(ema:5)|25,25|k,d", "cci|cci:20|20|''", "willr|willr:14|14|''",
        "adx|adx:14|28,15,15|adx,plusDi,minusDi", "aroon|aroon:14|15,15,15|up,down,oscillator", "sar|sar:0.02:0.2|2|''",
        "sar:1:1|sar:1:1|2|''", "obv|obv|1|''", "mfi|mfi:14|15|''", "cmf|cmf:20|20|''",
        "supertrend|supertrend:10:3|11,11|value,direction", "supertrend:7:2.5:first|supertrend:7:2.5:first|7,7|value,direction",
        "cross(ema:20,ema:50)|cross(ema:20,ema:50)|51|''", "cross(close,open)|cross(close,open)|2|''",
        "cross(adx.plusDi,adx:14.minusDi)|cross(adx:14.plusDi,adx:14.minusDi)|16|''",
        "cross(sma:3@high,sma:4(stoch.d))|cross(sma:3@high,sma:4(stoch:5:3:3.d))|13|''",
        "cross(cross(ema:3,ema:4),close)|cross(cross(ema:3,ema:4),close)|6|''",
        "sma:3(cross(close,ema:9))|sma:3(cross(close,ema:9))|12|''", "ema:2(stoch.d)|ema:2(stoch:5:3:3.d)|10|''"})
    void shouldReadItsTextBackAndSayItsOutputsAndTheirWarmUp(String given, String text, String warmUps, String names) {
        IndicatorSpec spec = IndicatorSpec.parse(given);
        assertThat(spec.text()).isEqualTo(text);
        assertThat(IndicatorSpec.parse(spec.text())).isEqualTo(spec);
        StringBuilder actualWarmUps = new StringBuilder();
        StringBuilder actualNames = new StringBuilder();
        for (int i = 0; i < spec.outputCount(); i++) {
            actualWarmUps.append(i == 0 ? "" : ",").append(spec.warmUpPeriod(i));
            actualNames.append(i == 0 ? "" : ",").append(spec.outputName(i));
        }
        assertThat(actualWarmUps).hasToString(warmUps);
        assertThat(actualNames).hasToString(names);
    }

    @Test
    void shouldBeTheSameFromFactoriesAndFromText() {
        assertThat(Stochastic.of(5, 3, 3)).isEqualTo(IndicatorSpec.parse("stoch"));
        assertThat(FastStochastic.of(5, 3)).isEqualTo(IndicatorSpec.parse("stochf"));
        assertThat(StochasticRsi.of(14, 5, 3)).isEqualTo(IndicatorSpec.parse("stochrsi"));
        assertThat(ParabolicSar.of(0.02, 0.2)).isEqualTo(IndicatorSpec.parse("sar"));
        assertThat(Supertrend.of(10, 3)).isEqualTo(IndicatorSpec.parse("supertrend"));
        assertThat(Cross.of(Source.CLOSE, Source.of(Adx.of(14), Adx.MINUS_DI)))
            .isEqualTo(IndicatorSpec.parse("cross(close,adx.minusDi)"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "stoch:0|period must be at least 1: indicator=stoch, period=0", "stoch:5:0|period must be at least 1: indicator=stoch, period=0",
        "stoch:5:3:-1|period must be at least 1: indicator=stoch, period=-1",
        "stochf:5:0|period must be at least 1: indicator=stochf, period=0",
        "stochf:0|period must be at least 1: indicator=stochf, period=0",
        "stochrsi:0|period must be at least 1: indicator=stochrsi, period=0",
        "stochrsi:14:0|period must be at least 1: indicator=stochrsi, period=0",
        "stochrsi:14:5:0|period must be at least 1: indicator=stochrsi, period=0",
        "cci:0|period must be at least 1: indicator=cci, period=0", "willr:0|period must be at least 1: indicator=willr, period=0",
        "adx:1|period must be at least 2: indicator=adx, period=1", "aroon:0|period must be at least 1: indicator=aroon, period=0",
        "sar:0|factor must be positive and finite: indicator=sar, factor=0.0",
        "sar:0.02:NaN|factor must be positive and finite: indicator=sar, factor=NaN",
        "sar:0.3|acceleration must be at most its maximum: indicator=sar, acceleration=0.3, maximum=0.2",
        "mfi:0|period must be at least 1: indicator=mfi, period=0", "cmf:-2|period must be at least 1: indicator=cmf, period=-2",
        "supertrend:0|period must be at least 1: indicator=supertrend, period=0",
        "supertrend:10:-3|factor must be positive and finite: indicator=supertrend, factor=-3.0",
        "obv:3|indicator takes at most 0 parameters: indicator=obv:3", "obv@open|indicator has no source of its own: indicator=obv@open",
        "cci:20:first|indicator has no seed: indicator=cci:20:first", "cross|indicator needs 2 sources: indicator=cross",
        "cross@close|indicator needs 2 sources: indicator=cross@close", "cross(ema:3)|indicator needs 2 sources: indicator=cross(ema:3)",
        "cross(close,open,low)|indicator needs 2 sources: indicator=cross(close,open,low)",
        "ema:3(close,open)|indicator needs 1 source: indicator=ema:3(close,open)",
        "cross(close,stoch.x)|indicator has no such output: output=x, indicator=stoch:5:3:3"})
    void shouldRefuseWhatCannotBe(String text, String message) {
        assertThatThrownBy(() -> IndicatorSpec.parse(text)).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void shouldRefuseAnUnknownFieldInACrossing() {
        assertThatThrownBy(() -> IndicatorSpec.parse("cross(close,nonsense)")).isInstanceOf(IllegalArgumentException.class)
            .hasMessageStartingWith("indicator must be one of ").hasMessageEndingWith(": indicator=nonsense");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stoch", "stochf", "stochrsi", "cci", "willr", "adx", "aroon", "sar", "obv", "mfi", "cmf", "supertrend",
        "cross(ema:5,stoch.d)"})
    void shouldPeekAtWhatComesNextAndBeginAnewAfterAReset(String text) {
        IndicatorSpec spec = IndicatorSpec.parse(text);
        Seeds.forEach(1, random -> {
            Series series = StillSeries.random(random, 300);
            CandleInput candle = new CandleInput();
            try (OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20); IndicatorSet set = IndicatorSet.open(memory, spec)) {
                set.update(series.into(candle, 299));
                set.update(series.into(candle, 100));
                set.reset();
                double[][] expected = Streamed.outputs(spec, series);
                for (int i = 0; i < series.size(); i++) {
                    series.into(candle, i);
                    for (int output = 0; output < spec.outputCount(); output++) {
                        // As objects, so that one NaN equals another.
                        assertThat(Double.valueOf(set.get(0).peek(candle, output))).as("%s at %s", spec, i)
                            .isEqualTo(Double.valueOf(expected[output][i]));
                    }
                    set.update(candle);
                }
            }
        });
    }

    @Test
    void shouldAllocateNothing() {
        IndicatorSpec[] specs = {Stochastic.of(5, 3, 3), FastStochastic.of(5, 3), StochasticRsi.of(14, 5, 3), Cci.of(20), WilliamsR.of(14),
            Adx.of(14), Aroon.of(14), ParabolicSar.of(0.02, 0.2), Obv.of(), Mfi.of(14), Cmf.of(20), Supertrend.of(10, 3),
            Cross.of(Source.of(Ema.of(3)), Source.CLOSE)};
        Series series = Series.random(new Random(1), 100);
        CandleInput candle = new CandleInput();
        try (OffHeapMemory memory = OffHeapMemory.withBudget(1 << 20); IndicatorSet set = IndicatorSet.open(memory, specs)) {
            Allocations.assertNone(() -> {
                for (int i = 0; i < series.size(); i++) {
                    set.update(series.into(candle, i));
                }
            });
        }
    }
}
