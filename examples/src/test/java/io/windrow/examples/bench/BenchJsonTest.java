package io.windrow.examples.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.examples.prove.report.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchJsonTest {

    private static final String[] KEYS =
        {"name", "value", "unit", "peer", "peerValue", "ratio", "goal", "met", "allocatedBytesPerOp"};

    @Test
    void shouldHaveConditionsAndRows() throws IOException {
        Map<String, Object> tree = json(Results.result(Unit.NANOS_PER_OP, Goal.NONE, 1, 1));
        assertThat(tree).containsOnlyKeys("conditions", "rows");
        assertThat(tree.get("conditions")).isEqualTo(Map.of("cpu", "fast"));
        assertThat((List<?>) tree.get("rows")).hasSize(1);
    }

    @Test
    void shouldWriteARowWithItsPeerAndBothAllocations() throws IOException {
        RowResult result = RowResult.of(Results.row(Unit.NANOS_PER_OP, Goal.ratioAtLeast(1.5)), Results.readings(0.5, 10, 10),
            Results.readings(96, 20, 30));
        Map<?, ?> row = row(result);
        assertThat(row.keySet().stream().map(Object::toString)).startsWith(KEYS);
        assertThat(fields(row)).containsExactly("candle.append", "10.0", "ns/op", "arrays", "25.0", "2.5", "1.5", true, "0.5");
        assertThat(row.get("peerAllocatedBytesPerOp")).isEqualTo("96.0");
        assertThat(row.get("lowestRatio")).isEqualTo("2.0");
        assertThat(row.get("highestRatio")).isEqualTo("3.0");
        assertThat(row.get("noisy")).isEqualTo(true);
        assertThat(row.get("values")).isEqualTo(List.of("10.0", "10.0"));
        assertThat(row.get("peerValues")).isEqualTo(List.of("20.0", "30.0"));
        assertThat(row.get("failure")).isNull();
    }

    @Test
    void shouldWriteNullForWhatDoesNotExist() throws IOException {
        RowResult result = RowResult.of(Results.rowAlone(Unit.EVENTS_PER_SECOND, Goal.NONE), Results.readings(0, 5e6), List.of());
        assertThat(fields(row(result))).containsExactly("pipeline.allocated", "5000000.0", "events/s", null, null, null, null, null, "0.0");
    }

    @Test
    void shouldWriteARowThatFailedWithItsReason() throws IOException {
        Map<?, ?> row = row(RowResult.failed(Results.row(Unit.NANOS, Goal.NONE), "wrong \"result\""));
        assertThat(fields(row)).containsExactly("candle.append", null, "ns", "arrays", null, null, null, false, null);
        assertThat(row.get("failure")).isEqualTo("wrong \"result\"");
    }

    @Test
    void shouldWriteTheDetailsOfBoth() throws IOException {
        Row row = Results.row(Unit.NANOS, Goal.NONE);
        Map<?, ?> json = row(RowResult.of(row, List.of(new Reading(1, 0, Map.of("p99", 1.5))),
            List.of(new Reading(1, 0, Map.of("p99", 2.5)))));
        assertThat(json.get("details")).isEqualTo(Map.of("p99", "1.5"));
        assertThat(json.get("peerDetails")).isEqualTo(Map.of("p99", "2.5"));
    }

    private static Object[] fields(Map<?, ?> row) {
        Object[] fields = new Object[KEYS.length];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = row.get(KEYS[i]);
        }
        return fields;
    }

    private static Map<?, ?> row(RowResult result) throws IOException {
        return (Map<?, ?>) Json.at(json(result), "rows", "0");
    }

    private static Map<String, Object> json(RowResult result) throws IOException {
        return Json.read(BenchJson.render(Map.of("cpu", "fast"), List.of(result)));
    }
}
