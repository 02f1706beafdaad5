package io.windrow.examples.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowResultTest {

    @ParameterizedTest
    @CsvSource({"EVENTS_PER_SECOND, 20, 10, 2", "EVENTS_PER_SECOND, 10, 20, 0.5", "NANOS_PER_OP, 10, 20, 2", "NANOS_PER_OP, 20, 10, 0.5",
        "NANOS, 150, 100, 0.6666666666666666"})
    void shouldBeAboveOneWhereWindrowIsBetter(Unit unit, double windrow, double peer, double ratio) {
        assertThat(Results.result(unit, Goal.NONE, windrow, peer).ratio()).isEqualTo(ratio);
    }

    @Test
    void shouldTakeTheMedianOfTheRatiosOfRoundsAndNotTheRatioOfMedians() {
        RowResult result = RowResult.of(Results.row(Unit.NANOS_PER_OP, Goal.NONE), Results.readings(0, 1, 2, 10),
            Results.readings(0, 3, 20, 10));
        assertThat(result.value()).isEqualTo(2);
        assertThat(result.peerValue()).isEqualTo(10);
        assertThat(result.ratio()).isEqualTo(3);
        assertThat(result.lowestRatio()).isEqualTo(1);
        assertThat(result.highestRatio()).isEqualTo(10);
    }

    @Test
    void shouldTakeTheMeanOfTheTwoInTheMiddle() {
        assertThat(RowResult.of(Results.rowAlone(Unit.NANOS_PER_OP, Goal.NONE), Results.readings(0, 4, 1, 2, 100), List.of()).value())
            .isEqualTo(3);
    }

    @Test
    void shouldKeepWhatWindrowAndThePeerAllocateApart() {
        RowResult result = RowResult.of(Results.row(Unit.NANOS_PER_OP, Goal.NONE), Results.readings(1, 5), Results.readings(96, 5));
        assertThat(result.allocatedBytesPerOp()).isEqualTo(1);
        assertThat(result.peerAllocatedBytesPerOp()).isEqualTo(96);
    }

    @Test
    void shouldBeNoisyWhereRatiosLieFurtherApartThanThirtyPerCent() {
        assertThat(noisy(10, 11, 13)).isFalse();
        assertThat(noisy(10, 11, 13.4)).isTrue();
        assertThat(RowResult.of(Results.rowAlone(Unit.NANOS, Goal.NONE), Results.readings(0, 1, 9), List.of()).isNoisy()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0.79, false", "0.8, true", "0.81, true"})
    void shouldMeetARatioThatIsReached(double windrow, boolean met) {
        assertThat(Results.result(Unit.EVENTS_PER_SECOND, Goal.ratioAtLeast(0.8), windrow, 1).isMet()).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "1.01, true"})
    void shouldMeetARatioThatIsExceeded(double windrow, boolean met) {
        assertThat(Results.result(Unit.EVENTS_PER_SECOND, Goal.ratioAbove(1), windrow, 1).isMet()).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "0.0001, true", "0.0002, false"})
    void shouldMeetABoundThatIsKept(double value, boolean met) {
        Row row = Results.rowAlone(Unit.BYTES_PER_EVENT, Goal.valueAtMost(1e-4));
        RowResult result = RowResult.of(row, Results.readings(value, 700), List.of());
        assertThat(result.isMet()).isEqualTo(met);
        assertThat(result.value()).isEqualTo(value);
        assertThat(result.values(result.windrow)).containsExactly(value);
    }

    @Test
    void shouldMissWhateverItsGoalIsWhereItFailed() {
        for (Goal goal : List.of(Goal.NONE, Goal.FINISHED, Goal.ratioAtLeast(0))) {
            RowResult result = RowResult.failed(Results.row(Unit.NANOS, goal), "wrong result");
            assertThat(result.isJudged()).isTrue();
            assertThat(result.isMet()).isFalse();
            assertThat(result.value()).isNaN();
        }
    }

    @Test
    void shouldMissABoundOnANumberThatDoesNotExist() {
        assertThat(RowResult.of(Results.row(Unit.NANOS, Goal.ratioAtLeast(1)), Results.readings(0, 1), List.of()).isMet()).isFalse();
    }

    @Test
    void shouldTakeMediansOfDetails() {
        List<Reading> readings = List.of(new Reading(1, 0, Map.of("p50", 1.0)), new Reading(1, 0, Map.of("p50", 7.0)),
            new Reading(1, 0, Map.of("p50", 2.0)));
        assertThat(RowResult.details(readings)).isEqualTo(Map.of("p50", 2.0));
        assertThat(RowResult.details(List.of())).isEmpty();
    }

    private static boolean noisy(double... windrow) {
        return RowResult.of(Results.row(Unit.EVENTS_PER_SECOND, Goal.NONE), Results.readings(0, windrow),
            Results.readings(0, 10, 10, 10)).isNoisy();
    }
}
