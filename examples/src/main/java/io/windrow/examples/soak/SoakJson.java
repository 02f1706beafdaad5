package io.windrow.examples.soak;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.windrow.examples.soak.child.SoakSettings;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/** The result as JSON, with every block and every count; null is what has no number. */
final class SoakJson {

    private final JsonGenerator json;

    private SoakJson(JsonGenerator json) {
        this.json = json;
    }

    static String render(SoakSettings settings, Map<String, String> conditions, SoakRecord told, SoakVerdict verdict) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            new SoakJson(json).write(settings, conditions, told, verdict);
        }
        return text + "\n";
    }

    private void write(SoakSettings settings, Map<String, String> conditions, SoakRecord told, SoakVerdict verdict) throws IOException {
        json.writeStartObject();
        json.writeStringField("verdict", verdict.word());
        json.writeNumberField("exitCode", verdict.exitCode());
        json.writeArrayFieldStart("findings");
        for (Finding finding : verdict.findings()) {
            json.writeStartObject();
            json.writeStringField("name", finding.name());
            json.writeStringField("text", finding.text());
            json.writeEndObject();
        }
        json.writeEndArray();
        settings(settings, told);
        json.writeObjectFieldStart("conditions");
        for (Map.Entry<String, String> condition : conditions.entrySet()) {
            json.writeStringField(condition.getKey(), condition.getValue());
        }
        json.writeEndObject();
        growths(verdict.growths());
        json.writeObjectFieldStart("secondLoad");
        json.writeNumberField("addedBytes", verdict.second().addedBytes());
        json.writeNumberField("allowedBytes", verdict.second().allowedBytes());
        json.writeEndObject();
        days(told.days());
        blocks(told.blocks(Integer.MIN_VALUE, Integer.MAX_VALUE));
        counts(told.counts());
        json.writeEndObject();
    }

    private void settings(SoakSettings settings, SoakRecord told) throws IOException {
        json.writeObjectFieldStart("settings");
        json.writeNumberField("days", settings.days());
        json.writeNumberField("tradesOfDay", settings.events());
        json.writeNumberField("tradesOfWholeDay", SoakSettings.dayEvents(settings.rate()));
        json.writeNumberField("instruments", settings.instruments());
        json.writeNumberField("blocksOfDay", settings.blocks());
        json.writeNumberField("baselineDay", told.baselineDay());
        json.writeNumberField("seconds", told.seconds(1, settings.days()));
        json.writeStringField("plant", settings.plant().key());
        json.writeEndObject();
    }

    private void growths(List<Growth> growths) throws IOException {
        json.writeArrayFieldStart("growth");
        for (Growth growth : growths) {
            json.writeStartObject();
            json.writeStringField("name", growth.name());
            json.writeStringField("trend", growth.verdict().trend().name());
            json.writeNumberField("firstBytes", growth.first());
            json.writeNumberField("lastBytes", growth.last());
            slope("slope", growth, growth.verdict().slope());
            slope("lower", growth, growth.verdict().lower());
            slope("upper", growth, growth.verdict().upper());
            slope("detectionLimit", growth, growth.verdict().detectionLimit());
            json.writeStringField("reason", growth.verdict().reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void slope(String name, Growth growth, double slope) throws IOException {
        number(name + "BytesPerMillionTrades", slope);
        number(name + "PercentPerDay", growth.percentPerDay(slope));
    }

    private void number(String name, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(name, value);
        } else {
            json.writeNullField(name);
        }
    }

    private void days(List<SoakRecord.Day> days) throws IOException {
        json.writeArrayFieldStart("days");
        for (SoakRecord.Day day : days) {
            json.writeStartObject();
            json.writeNumberField("day", day.number());
            json.writeNumberField("seconds", day.seconds());
            json.writeNumberField("anonymousBytesAtNight", day.anonymousBytes());
            json.writeNumberField("residentBytesAtNight", day.residentBytes());
            json.writeNumberField("compileMillis", day.compileMillis());
            json.writeNumberField("collections", day.collections());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void blocks(List<SoakRecord.Block> blocks) throws IOException {
        json.writeArrayFieldStart("blocks");
        for (SoakRecord.Block block : blocks) {
            json.writeStartObject();
            json.writeNumberField("day", block.day());
            json.writeNumberField("block", block.number());
            json.writeNumberField("anonymousBytes", block.anonymousBytes());
            json.writeNumberField("residentBytes", block.residentBytes());
            json.writeNumberField("heapBytes", block.heapBytes());
            json.writeNumberField("samples", block.samples());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void counts(Map<SoakRecord.Hour, Map<String, Long>> counts) throws IOException {
        json.writeArrayFieldStart("counts");
        for (Map.Entry<SoakRecord.Hour, Map<String, Long>> hour : counts.entrySet()) {
            json.writeStartObject();
            json.writeNumberField("day", hour.getKey().day());
            json.writeStringField("hour", hour.getKey().name());
            for (Map.Entry<String, Long> count : hour.getValue().entrySet()) {
                json.writeNumberField(count.getKey(), count.getValue());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
