package io.windrow.examples.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchTableTest {

    @Test
    void shouldShowEachRowAlignedAndSayHowManyGoalsAreMet() {
        RowResult met = RowResult.of(Results.row(Unit.NANOS_PER_OP, Goal.ratioAtLeast(0.5)), Results.readings(0, 5, 5),
            Results.readings(96, 10, 11));
        RowResult missed = RowResult.of(Results.row(Unit.EVENTS_PER_SECOND, Goal.ratioAbove(1)), Results.readings(0.01, 1e6, 2e6),
            Results.readings(0, 2e6, 2e6));
        RowResult alone = RowResult.of(Results.rowAlone(Unit.BYTES_PER_EVENT, Goal.valueAtMost(1e-4)), Results.readings(0, 0), List.of());
        assertThat(BenchTable.render(List.of(met, missed, alone))).isEqualTo("""
            row                 peer     windrow    peer's  ratio  rounds' ratios      goal  met    B/op  peer's B/op
            candle.append       arrays    5.0 ns   10.5 ns   2.10    2.00 to 2.20   ≥ 0.500  yes       0         96.0
            candle.append       arrays  1.50 M/s  2.00 M/s   0.75  0.50 to 1.00 !    > 1.00   no  < 0.05            0
            pipeline.allocated                 0                                   ≤ 0.0001  yes       0

            2 of 3 goals met. A ratio above 1 means that Windrow is better; ! marks rounds whose ratios lie over 30 % of the median apart.
            """);
    }

    @Test
    void shouldShowARowThatFailedWithItsReasonAndMissItsGoal() {
        String table = BenchTable.render(List.of(RowResult.failed(Results.row(Unit.NANOS, Goal.FINISHED), "the result is wrong")));
        assertThat(table).containsPattern("candle.append +arrays +failed +finishes +no\n")
            .contains("\ncandle.append failed: the result is wrong\n", "0 of 1 goals met");
    }

    @Test
    void shouldShowTheLatenciesOfBothInMicroseconds() {
        RowResult result = RowResult.of(Results.row(Unit.NANOS, Goal.NONE), List.of(reading(1_000, 2_500)),
            List.of(reading(500, 12_345_600)));
        assertThat(BenchTable.render(List.of(result))).contains("""
            candle.append, µs    p50    p99.99
            windrow              1.0       2.5
            arrays               0.5  12,345.6
            """);
    }

    private static Reading reading(double median, double tail) {
        Map<String, Double> details = new LinkedHashMap<>();
        details.put("p50", median);
        details.put("p99.99", tail);
        return new Reading(tail, 0, details);
    }
}
