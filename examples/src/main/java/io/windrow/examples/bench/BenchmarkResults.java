package io.windrow.examples.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what JMH writes with {@code -rf json -prof gc}. */
final class BenchmarkResults {

    private static final String BYTES = "/secondaryMetrics/gc.alloc.rate.norm/score";

    private BenchmarkResults() {
    }

    /** Readings by method, and behind a colon the value of the parameter, where there is one. */
    static Map<String, Reading> read(Path file, String benchmark, String parameter) throws IOException {
        Map<String, String> values = values(file);
        Map<String, Reading> readings = new LinkedHashMap<>();
        for (int i = 0; values.containsKey("/" + i + "/benchmark"); i++) {
            String at = "/" + i;
            String method = values.get(at + "/benchmark").substring(benchmark.length() + 1);
            String key = parameter == null ? method : method + ":" + values.get(at + "/params/" + parameter);
            readings.put(key, new Reading(Double.parseDouble(values.get(at + "/primaryMetric/score")),
                Double.parseDouble(values.getOrDefault(at + BYTES, "NaN")), Map.of()));
        }
        return readings;
    }

    /** All scalars by their JSON pointers. */
    private static Map<String, String> values(Path file) throws IOException {
        Map<String, String> values = new HashMap<>();
        try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token.isScalarValue()) {
                    values.put(json.getParsingContext().pathAsPointer().toString(), json.getText());
                }
            }
        }
        return values;
    }
}
