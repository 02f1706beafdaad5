package io.windrow.buffers.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AverageTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "sma:20", "sma:20@typical", "ema:20", "ema:20:first@high", "rsi:14", "rsi:14:first", "atr:14", "atr:14:first", "wma:9@volume",
        "rma:14", "rma:14:first", "dema:20", "dema:20:first@median", "tema:20", "tema:20:first", "hma:16@average", "kama:10:2:30@open",
        "kama:5:3:17", "vwap:20", "sessionvwap:0", "sessionvwap:1439", "highest:20@high", "lowest:20@low", "stddev:20:1", "stddev:5:2.5",
        "bbands:20:2", "bbands:5:0.5@typical", "tr", "natr:14", "natr:14:first", "keltner:20:10:2", "keltner:20:10:1.5:first",
        "donchian:20", "macd:12:26:9", "macd:12:26:9:first@open", "roc:10", "mom:10", "sma:3(tr)", "ema:9:first(macd:12:26:9.signal)",
        "sma:3(bbands:20:2.5.percentB)", "wma:2(sma:3(rma:4(highest:5@high)))", "stddev:5:1.5(ema:3@low)"
    })
    void shouldReadBackItsOwnText(String text) {
        IndicatorSpec spec = IndicatorSpec.parse(text);
        assertThat(spec.text()).isEqualTo(text);
        assertThat(IndicatorSpec.parse(spec.text())).isEqualTo(spec).hasSameHashCodeAs(spec);
    }

    @ParameterizedTest
    @CsvSource({
        "atr, atr:14", "rsi, rsi:14", "kama:10, kama:10:2:30", "kama:10:3, kama:10:3:30", "sessionvwap, sessionvwap:0",
        "stddev:20, stddev:20:1", "bbands, bbands:20:2", "bbands:10, bbands:10:2", "natr:first, natr:14:first",
        "keltner, keltner:20:10:2", "keltner:5, keltner:5:10:2", "donchian, donchian:20", "macd, macd:12:26:9",
        "macd:5:first, macd:5:26:9:first", "roc, roc:10", "mom, mom:10", "bbands:20:2.0, bbands:20:2",
        "sma:3(macd), sma:3(macd:12:26:9.macd)", "ema:5@close, ema:5"
    })
    void shouldFillInWhatIsLeftOut(String text, String whole) {
        assertThat(IndicatorSpec.parse(text).text()).isEqualTo(whole);
    }

    @Test
    void shouldGiveTheShortFactoriesTheDefaults() {
        assertThat(Ema.of(5)).hasToString("ema:5");
        assertThat(Rma.of(5)).hasToString("rma:5");
        assertThat(Dema.of(5)).hasToString("dema:5");
        assertThat(Tema.of(5)).hasToString("tema:5");
        assertThat(Kama.of(5)).hasToString("kama:5:2:30");
        assertThat(StdDev.of(5)).hasToString("stddev:5:1");
        assertThat(Bollinger.of(5, 2)).hasToString("bbands:5:2");
        assertThat(Natr.of(5)).hasToString("natr:5");
        assertThat(Keltner.of(5, 6, 2)).hasToString("keltner:5:6:2");
        assertThat(Macd.of(5, 6, 7)).hasToString("macd:5:6:7");
        assertThat(SessionVwap.of()).hasToString("sessionvwap:0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sma", "ema", "rsi", "atr", "wma", "rma", "dema", "tema", "kama", "vwap", "highest", "lowest", "stddev",
        "bbands", "natr", "keltner", "donchian", "roc", "mom"})
    void shouldRefuseAPeriodBelowOne(String name) {
        for (int period : new int[] {0, -1}) {
            assertRefused(name + ":" + period, "period must be at least 1: indicator=" + name + ", period=" + period);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "hma:1 | period must be at least 2: indicator=hma, period=1",
        "macd:0:26:9 | period must be at least 1: indicator=macd, period=0",
        "macd:12:0:9 | period must be at least 1: indicator=macd, period=0",
        "macd:12:26:0 | period must be at least 1: indicator=macd, period=0",
        "macd:26:26:9 | fast period must be below the slow: indicator=macd, fast=26, slow=26",
        "kama:10:0:30 | period must be at least 1: indicator=kama, period=0",
        "kama:10:30:2 | fast period must be below the slow: indicator=kama, fast=30, slow=2",
        "keltner:20:0:2 | period must be at least 1: indicator=keltner, period=0",
        "keltner:20:10:0 | factor must be positive and finite: indicator=keltner, factor=0.0",
        "bbands:20:-1 | factor must be positive and finite: indicator=bbands, factor=-1.0",
        "bbands:20:Infinity | factor must be positive and finite: indicator=bbands, factor=Infinity",
        "stddev:20:NaN | factor must be positive and finite: indicator=stddev, factor=NaN",
        "sessionvwap:-1 | offset must be 0 to 1439 minutes: indicator=sessionvwap, offset=-1",
        "sessionvwap:1440 | offset must be 0 to 1439 minutes: indicator=sessionvwap, offset=1440"
    })
    void shouldRefuseParametersOutOfBounds(String text, String message) {
        assertRefused(text, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ema | indicator needs 1 parameters: indicator=ema",
        "sma:20:2 | indicator takes at most 1 parameters: indicator=sma:20:2",
        "tr:1 | indicator takes at most 0 parameters: indicator=tr:1",
        "bbands:20:2:1 | indicator takes at most 2 parameters: indicator=bbands:20:2:1",
        "ema:x | parameter must be a whole number: parameter=x, indicator=ema:x",
        "ema:2.5 | parameter must be a whole number: parameter=2.5, indicator=ema:2.5",
        "ema:99999999999 | parameter must be a whole number: parameter=99999999999, indicator=ema:99999999999",
        "bbands:20:x | parameter must be a number: parameter=x, indicator=bbands:20:x",
        "ema: | parameter must be a whole number: parameter=, indicator=ema:",
        "sma:20:first | indicator has no seed: indicator=sma:20:first",
        "tr@high | indicator has no source of its own: indicator=tr@high",
        "vwap:20(sma:3) | indicator has no source of its own: indicator=vwap:20(sma:3)",
        "ema:3(sma:3 | bracket must be closed at the end: indicator=ema:3(sma:3",
        "ema:3(sma:3)x | bracket must be closed at the end: indicator=ema:3(sma:3)x",
        "ema:3(macd:12:26:9.nothing) | indicator has no such output: output=nothing, indicator=macd:12:26:9",
        "ema:3@last | source must be one of close, open, high, low, volume, median, typical, average: source=last, indicator=ema:3@last"
    })
    void shouldRefuseATextThatIsNotAsItShouldBe(String text, String message) {
        assertRefused(text, message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mean:20", "EMA:20", " ema:20", "sma:2(mean:20)"})
    void shouldRefuseANameThatItDoesNotKnow(String text) {
        String unknown = text.startsWith("sma") ? "mean:20" : text;
        assertThatThrownBy(() -> IndicatorSpec.parse(text)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageMatching("indicator must be one of [a-z, ]+: indicator=" + unknown);
    }

    @Test
    void shouldNameAllItKnowsInTheOrderOfTheAlphabet() {
        assertThatThrownBy(() -> IndicatorSpec.parse("mean")).satisfies(error -> {
            String names = error.getMessage().replace("indicator must be one of ", "").replace(": indicator=mean", "");
            assertThat(names.split(", ")).isSorted().doesNotHaveDuplicates().contains("sma", "ema", "rsi", "atr", "wma", "rma", "dema",
                "tema", "hma", "kama", "vwap", "sessionvwap", "highest", "lowest", "stddev", "bbands", "tr", "natr", "keltner", "donchian",
                "macd", "roc", "mom");
        });
    }

    private static void assertRefused(String text, String message) {
        assertThatThrownBy(() -> IndicatorSpec.parse(text)).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
