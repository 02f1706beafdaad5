package io.windrow.examples.prove.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioTest {

    @ParameterizedTest
    @CsvSource({"58, 330, 0.18 x", "12, 12.3, 0.98 x", "8, 8, 1.00 x", "12, 1.4, 8.57 x", "45, 1, 45.0 x", "4321, 1, '4,321 x'",
        "1, 999, 0.0010 x", "3, 700000, <0.001 x", "0, 5, 0 x", "5, 0, ∞ x", "0, 0, both 0"})
    void shouldWriteTheMultipleInTwoOrThreeDigits(double windrow, double rival, String text) {
        assertThat(ratio(Figure.PEAK_RSS, windrow, rival).text()).isEqualTo(text);
    }

    @Test
    void shouldLoseByTakingMoreOrByPassingLess() {
        assertThat(ratio(Figure.PEAK_RSS, 2, 1).loses()).isTrue();
        assertThat(ratio(Figure.PEAK_RSS, 1, 2).wins()).isTrue();
        assertThat(ratio(Figure.EVENTS_PER_SECOND, 1, 2).loses()).isTrue();
        assertThat(ratio(Figure.EVENTS_PER_SECOND, 2, 1).wins()).isTrue();
    }

    @Test
    void shouldNeitherWinNorLoseWhereNoDigitDiffers() {
        for (Ratio ratio : new Ratio[] {ratio(Figure.PEAK_RSS, 1001, 1000), ratio(Figure.STW_TOTAL, 0, 0),
            ratio(Figure.PEAK_RSS, Double.NaN, 1), ratio(Figure.PEAK_RSS, 1, Double.NaN)}) {
            assertThat(ratio.wins()).isFalse();
            assertThat(ratio.loses()).isFalse();
        }
    }

    @Test
    void shouldSayWhatItLosesAgainstAndWhetherThatMayBeChance() {
        assertThat(ratio(Figure.EVENTS_PER_SECOND, 97, 100).sentence()).isEqualTo("windrow 0.97 x arrays in events per second");
        EngineSummary windrow = Reports.engine(run("windrow", 96), run("windrow", 97), run("windrow", 99));
        EngineSummary arrays = Reports.engine(run("arrays", 98), run("arrays", 100), run("arrays", 101));
        assertThat(new Ratio(Figure.EVENTS_PER_SECOND, windrow, arrays).sentence())
            .isEqualTo("windrow 0.97 x arrays in events per second (within the spread of the runs)");
    }

    @Test
    void shouldNameBothValuesWhereTheRivalHasNone() {
        assertThat(ratio(Figure.STW_TOTAL, 3.2e6, 0).sentence()).isEqualTo("windrow 3.20 ms, arrays 0 in time stopped");
    }

    private static RunBuilder run(String engine, double perSecond) {
        return new RunBuilder(engine).with(Figure.EVENTS_PER_SECOND, perSecond);
    }

    private static Ratio ratio(Figure figure, double windrow, double rival) {
        return new Ratio(figure, Reports.engine(new RunBuilder("windrow").with(figure, windrow)),
            Reports.engine(new RunBuilder("arrays").with(figure, rival)));
    }
}
