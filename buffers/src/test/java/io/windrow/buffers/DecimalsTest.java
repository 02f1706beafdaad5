package io.windrow.buffers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.buffers.testing.Allocations;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource({
        "61837.63, 2, 6183763",
        "61837.63000000, 2, 6183763",
        "61837.63, 8, 6183763000000",
        "0, 0, 0", "-0, 3, 0", "000, 2, 0", "0.0000000000000000000000000, 2, 0",
        "+1.5, 1, 15", "-1.5, 1, -15", "007.50, 1, 75",
        ".5, 1, 5", "5., 1, 50", "-.5, 2, -50",
        "9223372036854775807, 0, 9223372036854775807",
        "9.223372036854775807, 18, 9223372036854775807",
        "92233720368547758.07, 2, 9223372036854775807",
        "9223372036854775807.000, 0, 9223372036854775807",
        "-9223372036854775805, 0, -9223372036854775805",
        "000000000000000000000000000001, 0, 1",
    })
    void shouldParseADecimalExactly(String text, int scale, long mantissa) {
        assertThat(parse(text, scale)).isEqualTo(mantissa);
        assertThat(Decimals.isError(parse(text, scale))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "+", ".", "-.", "1e5", "1.2.3", "..1", " 1", "1 ", "--1", "+-1", "0x1", "1,5", "NaN", "1-",
        "1.23x", "1.2345x", "99999999999999999999x", "9999999999999999999.9.9", "1.999.9", "\u0661", "null"})
    void shouldRefuseWhatIsNoDecimal(String text) {
        assertThat(parse(text, 2)).isEqualTo(Decimals.MALFORMED);
        assertThat(Decimals.isError(Decimals.MALFORMED)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1.5, 0", "1.001, 2", "-0.0000000000000000001, 18", "9223372036854775807.5, 0", "1.0001, 2"})
    void shouldRefuseADigitBeyondTheScaleInsteadOfRounding(String text, int scale) {
        assertThat(parse(text, scale)).isEqualTo(Decimals.TOO_PRECISE);
    }

    @ParameterizedTest
    @CsvSource({"9223372036854775808, 0", "-9223372036854775808, 0", "10, 18", "9.223372036854775808, 18", "99999999999999999999.5, 0",
        "1000000000000000000000, 2", "-9223372036854775807, 0", "-9223372036854775806, 0", "-9.223372036854775807, 18"})
    void shouldRefuseWhatDoesNotFit(String text, int scale) {
        assertThat(parse(text, scale)).isEqualTo(Decimals.OVERFLOW);
    }

    @Test
    void shouldParseOnlyTheRangeItIsGiven() {
        byte[] message = "{\"p\":\"61837.63\"}".getBytes(StandardCharsets.US_ASCII);
        assertThat(Decimals.parse(message, 6, 14, 2)).isEqualTo(6183763);
        assertThat(Decimals.parse(message, 6, 6, 2)).isEqualTo(Decimals.MALFORMED);
        assertThat(Decimals.significantDecimals(message, 6, 14)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "100, 0", "1.50, 1", "1.00, 0", "0.00000001, 8", "-1.230, 2", "1., 0", ".25, 2", "10.010, 2"})
    void shouldCountTheDecimalsThatAreNeeded(String text, int decimals) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(Decimals.significantDecimals(bytes, 0, bytes.length)).isEqualTo(decimals);
        assertThat(Decimals.isError(parse(text, decimals))).isFalse();
    }

    @Test
    void shouldKnowThePowersOfTen() {
        assertThat(Decimals.power(0)).isEqualTo(1);
        assertThat(Decimals.power(18)).isEqualTo(1_000_000_000_000_000_000L);
        for (int scale : new int[] {-1, 19}) {
            assertThatThrownBy(() -> Decimals.power(scale)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("decimals must be 0 to 18: decimals=" + scale);
        }
    }

    @Test
    void shouldAllocateNothing() {
        byte[] text = "-61837.63".getBytes(StandardCharsets.US_ASCII);
        StringBuilder builder = new StringBuilder(64);
        double[] sum = new double[1];
        Allocations.assertNone(() -> {
            long mantissa = Decimals.parse(text, 0, text.length, 2);
            builder.setLength(0);
            Decimals.append(builder, mantissa, 2);
            sum[0] += Decimals.toDouble(mantissa, 2) + Decimals.toDouble(Long.MAX_VALUE, 5)
                + Decimals.significantDecimals(text, 0, text.length);
        });
    }

    private static long parse(String text, int scale) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Decimals.parse(bytes, 0, bytes.length, scale);
    }
}
