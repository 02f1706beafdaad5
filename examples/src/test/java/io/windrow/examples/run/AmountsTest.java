package io.windrow.examples.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource({"-1,-", "0,0.0ns", "999,999.0ns", "1000,1.0us", "206848,206.8us", "59700000,59.7ms", "60000000000,60.0s", "999999,999.9us"})
    void shouldWriteTimesInTheLargestUnitThatFits(long nanos, String text) {
        StringBuilder out = new StringBuilder();
        Amounts.appendTime(out, nanos);
        assertThat(out).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({"-1,-", "0,0.0MB", "61321216,61.3MB", "1200000000,1200.0MB"})
    void shouldWriteBytesInMegabytes(long bytes, String text) {
        StringBuilder out = new StringBuilder();
        Amounts.appendMegabytes(out, bytes);
        assertThat(out).hasToString(text);
    }
}
