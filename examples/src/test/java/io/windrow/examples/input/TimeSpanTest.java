package io.windrow.examples.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpanTest {

    @ParameterizedTest
    @CsvSource({"7ns,7", "3us,3000", "250ms,250000000", "2s,2000000000", "1m,60000000000", "2h,7200000000000", "0s,0"})
    void shouldReadDigitsAndAUnit(String text, long nanos) {
        assertThat(TimeSpan.parseNanos("lateness", text)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "2", "-2s", "2 s", "1.5s", "2d", "1234567890s"})
    void shouldRefuseAnythingElse(String text) {
        assertThatThrownBy(() -> TimeSpan.parseNanos("lateness", text)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("lateness must be up to 9 digits and a unit, such as 250ms, 2s or 1m: lateness=" + text);
    }
}
