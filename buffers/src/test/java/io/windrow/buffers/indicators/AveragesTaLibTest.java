package io.windrow.buffers.indicators;

import io.windrow.buffers.testing.Seeds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AveragesTaLibTest {

    private static final int CANDLES = 10_000;

    @ParameterizedTest
    @EnumSource
    void shouldEqualTaLibOverRandomSeries(TaLibFunction function) {
        Seeds.forEach(3, random -> function.check(Series.random(random, CANDLES)));
    }

    @ParameterizedTest
    @EnumSource
    void shouldEqualTaLibOverTheRecordedSeries(TaLibFunction function) {
        function.check(Series.recorded());
    }
}
