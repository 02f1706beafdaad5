package io.windrow.examples.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/** The results as JSON; null is what does not exist or is not judged. */
final class BenchJson {

    private BenchJson() {
    }

    static String render(Map<String, String> conditions, List<RowResult> results) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeObjectFieldStart("conditions");
            for (Map.Entry<String, String> condition : conditions.entrySet()) {
                json.writeStringField(condition.getKey(), condition.getValue());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("rows");
            for (RowResult result : results) {
                row(json, result);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text + "\n";
    }

    private static void row(JsonGenerator json, RowResult result) throws IOException {
        Row row = result.row;
        json.writeStartObject();
        json.writeStringField("name", row.name());
        number(json, "value", result.value());
        json.writeStringField("unit", row.unit().toString());
        json.writeStringField("peer", row.peer());
        number(json, "peerValue", result.peerValue());
        number(json, "ratio", result.ratio());
        number(json, "goal", row.goal().number());
        json.writeFieldName("met");
        if (result.isJudged()) {
            json.writeBoolean(result.isMet());
        } else {
            json.writeNull();
        }
        number(json, "allocatedBytesPerOp", result.allocatedBytesPerOp());
        number(json, "peerAllocatedBytesPerOp", result.peerAllocatedBytesPerOp());
        rounds(json, result);
        json.writeStringField("failure", result.failure);
        json.writeEndObject();
    }

    private static void rounds(JsonGenerator json, RowResult result) throws IOException {
        number(json, "lowestRatio", result.lowestRatio());
        number(json, "highestRatio", result.highestRatio());
        json.writeBooleanField("noisy", result.isNoisy());
        values(json, "values", result.values(result.windrow));
        values(json, "peerValues", result.values(result.peer));
        details(json, "details", RowResult.details(result.windrow));
        details(json, "peerDetails", RowResult.details(result.peer));
    }

    private static void values(JsonGenerator json, String name, List<Double> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (double value : values) {
            json.writeNumber(value);
        }
        json.writeEndArray();
    }

    private static void details(JsonGenerator json, String name, Map<String, Double> details) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Double> detail : details.entrySet()) {
            number(json, detail.getKey(), detail.getValue());
        }
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(name, value);
        } else {
            json.writeNullField(name);
        }
    }
}
