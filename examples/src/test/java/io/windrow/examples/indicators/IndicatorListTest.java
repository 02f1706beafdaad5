package io.windrow.examples.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.indicators.IndicatorSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorListTest {

    @Test
    void shouldSplitAtCommasThatAreNotInBrackets() {
        assertThat(IndicatorList.parse(List.of("cross(ema:20,ema:50),rsi:14 , sma:3(cross(ema:1,sma:2(rsi:3))),ema:9")))
            .extracting(IndicatorSpec::text).containsExactly("cross(ema:20,ema:50)", "rsi:14", "sma:3(cross(ema:1,sma:2(rsi:3)))", "ema:9");
    }

    @Test
    void shouldKeepTheOrderOfAllLists() {
        assertThat(IndicatorList.parse(List.of("sma:3,ema:2", "rsi", "atr:5"))).extracting(IndicatorSpec::text)
            .containsExactly("sma:3", "ema:2", "rsi:14", "atr:5");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "sma:3(rsi:14|brackets must match: indicator=sma:3(rsi:14", "sma:3)(|brackets must match: indicator=sma:3)(",
        "ema:20,|indicator must not be empty: indicator=ema:20,",
        "sma:3,,ema:2|indicator must not be empty: indicator=sma:3,,ema:2", "''|indicator must not be empty: indicator=",
        "rsi,ema:3,rsi:14|indicators must differ: indicator=rsi:14",
        "sma:2147483647|period must be such that what it takes can be counted: indicator=sma:2147483647"})
    void shouldRefuseWhatIsNoList(String list, String message) {
        assertThatThrownBy(() -> IndicatorList.parse(List.of(list))).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void shouldListEveryIndicatorThatThereIs() {
        assertThat(IndicatorSpec.names()).contains("sma", "ema", "rsi", "atr").doesNotHaveDuplicates();
        Set<String> columns = new HashSet<>();
        for (String name : IndicatorSpec.names()) {
            IndicatorSpec spec = IndicatorTable.spec(name);
            assertThat(spec.text()).matches("\\Q" + name + "\\E([:(@].*)?");
            assertThat(IndicatorSpec.parse(spec.text())).isEqualTo(spec);
            for (int output = 0; output < spec.outputCount(); output++) {
                assertThat(columns.add(IndicatorCsv.column(spec, output))).as(spec.text()).isTrue();
            }
        }
        assertThatThrownBy(() -> IndicatorTable.spec("none")).hasMessageStartingWith("indicator must be one of ")
            .hasMessageEndingWith("=none");
    }
}
