package io.windrow.examples.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Results made up for tests. */
final class Results {

    private static final Experiment NONE = new BenchmarkExperiment("io.windrow.None", null);

    private Results() {
    }

    static Row row(Unit unit, Goal goal) {
        return new Row("candle.append", unit, new Subject(NONE, "window"), "arrays", new Subject(NONE, "arrays"), goal);
    }

    static Row rowAlone(Unit unit, Goal goal) {
        return new Row("pipeline.allocated", unit, new Subject(NONE, "window"), null, null, goal);
    }

    static List<Reading> readings(double bytes, double... values) {
        return Arrays.stream(values).mapToObj(value -> new Reading(value, bytes, Map.of())).toList();
    }

    static RowResult result(Unit unit, Goal goal, double windrow, double peer) {
        return RowResult.of(row(unit, goal), readings(0, windrow), readings(0, peer));
    }
}
