package io.windrow.examples.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BenchRowsTest {

    @Test
    void shouldHaveEveryRowOfTheTable() {
        assertThat(BenchRows.all()).extracting(Row::name).contains("pipeline.full-work", "pipeline.latency-p99-100k",
            "pipeline.latency-p99-1m", "pipeline.allocated", "pipeline.epsilon", "decode.binance-json", "decode.csv", "candle.append",
            "trade.three-frames", "indicators.six-per-candle", "indicators.allocated", "window.scan-200", "window.read-other-thread",
            "pool.one-thread", "pool.lane", "pool.any-thread", "metrics.bound");
    }

    @Test
    void shouldTellRowsOfOneNameApartByTheirPeers() {
        Set<List<String>> seen = new HashSet<>();
        for (Row row : BenchRows.all()) {
            assertThat(seen.add(List.of(row.name(), String.valueOf(row.peer())))).as(row.toString()).isTrue();
            assertThat(row.hasPeer()).isEqualTo(row.peer() != null);
        }
    }

    @Test
    void shouldJudgeSomethingUnderEveryName() {
        Set<String> judged = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Row row : BenchRows.all()) {
            names.add(row.name());
            if (row.goal().judges()) {
                judged.add(row.name());
            }
        }
        assertThat(judged).isEqualTo(names);
    }

    @Test
    void shouldMeasureTheIndicatorsOnceForTheirTimeAndForWhatTheyAllocate() {
        List<Row> rows = BenchRows.all().stream().filter(row -> row.name().startsWith("indicators.")).toList();
        Subject windrow = new Subject(new BenchmarkExperiment("io.windrow.buffers.SixIndicatorsBenchmark", null), "windrow");
        assertThat(rows).extracting(Row::windrow).containsOnly(windrow);
        assertThat(rows).extracting(row -> row.hasPeer() ? row.peerSubject().key() : "", Row::goal).containsExactly(
            tuple("ta4jDouble", Goal.ratioAtLeast(20)), tuple("ta4jDecimal", Goal.ratioAtLeast(500)),
            tuple("ta4jDoubleReady", Goal.NONE), tuple("", Goal.valueAtMost(0.01)));
    }
}
