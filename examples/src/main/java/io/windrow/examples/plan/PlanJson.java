package io.windrow.examples.plan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.windrow.buffers.memory.MemoryPlan;
import io.windrow.pipeline.PipelineSettings;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** A plan as JSON: sizes in bytes, shares as ratios. */
final class PlanJson {

    private static final double RATIO_DIGITS = 1e4;

    private PlanJson() {
    }

    static String render(PipelineSettings settings) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            settings(json, settings);
            plan(json, settings.plan());
            json.writeNumberField("budgetBytes", settings.budgetBytes());
            json.writeNumberField("leftBytes", settings.budgetBytes() - settings.plan().totalBytes());
            json.writeBooleanField("withinBudget", settings.plan().totalBytes() <= settings.budgetBytes());
            json.writeNumberField("mostInstruments", Fit.mostInstruments(settings));
            json.writeEndObject();
        }
        return text + "\n";
    }

    private static void settings(JsonGenerator json, PipelineSettings settings) throws IOException {
        json.writeObjectFieldStart("settings");
        json.writeNumberField("instruments", settings.instruments());
        texts(json, "timeframes", settings.timeframes());
        json.writeNumberField("candles", settings.candles());
        texts(json, "indicators", settings.indicators());
        json.writeNumberField("trades", settings.trades());
        json.writeNumberField("ring", settings.ring());
        json.writeNumberField("signals", settings.signals());
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String name, List<?> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (Object value : values) {
            json.writeString(value.toString());
        }
        json.writeEndArray();
    }

    private static void plan(JsonGenerator json, MemoryPlan plan) throws IOException {
        json.writeArrayFieldStart("owners");
        for (MemoryPlan.Line line : plan.lines()) {
            json.writeStartObject();
            json.writeStringField("owner", line.tag());
            json.writeNumberField("count", line.count());
            json.writeNumberField("bytesEach", line.bytesEach());
            json.writeNumberField("alignmentBytes", line.alignmentBytes());
            json.writeNumberField("bytes", line.bytes());
            json.writeNumberField("share", Math.round(RATIO_DIGITS * line.bytes() / plan.totalBytes()) / RATIO_DIGITS);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("totalBytes", plan.totalBytes());
    }
}
