package io.windrow.examples.prove.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The report as JSON for other programs. Of each figure the median stands directly in the engine's object, the lowest and
 * highest under {@code range}, each run under {@code runs}. What could not be measured is left out. Bytes and nanoseconds are
 * never scaled; whole numbers have neither a point nor an exponent.
 */
public final class JsonReport {

    private static final double LARGEST_WHOLE = 1L << 53;

    private JsonReport() {
    }

    /**
     * Writes a report to a file, replacing it.
     *
     * @param report what to write.
     * @param file   where to.
     * @throws IOException if it cannot be written.
     */
    public static void write(ProveReport report, Path file) throws IOException {
        // Unlike a writer of Files, this one does not fail on half a character at the end of an excerpt.
        try (Writer out = new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8))) {
            write(report, out);
        }
    }

    /**
     * Writes a report.
     *
     * @param report what to write.
     * @param out    where to; flushed, not closed.
     * @throws IOException if it cannot be written.
     */
    public static void write(ProveReport report, Writer out) throws IOException {
        JsonFactory factory = new JsonFactory();
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.useDefaultPrettyPrinter();
            write(json, JsonTree.of(report));
        }
        out.write('\n');
        out.flush();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName((String) entry.getKey());
                write(json, entry.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof Iterable<?> list) {
            json.writeStartArray();
            for (Object item : list) {
                write(json, item);
            }
            json.writeEndArray();
        } else if (value instanceof double[] numbers) {
            json.writeStartArray();
            for (double number : numbers) {
                number(json, number);
            }
            json.writeEndArray();
        } else if (value instanceof Double number) {
            number(json, number);
        } else {
            plain(json, value);
        }
    }

    private static void plain(JsonGenerator json, Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Number whole) {
            json.writeNumber(whole.longValue());
        } else {
            json.writeString(value.toString());
        }
    }

    private static void number(JsonGenerator json, double value) throws IOException {
        if (value == Math.rint(value) && Math.abs(value) <= LARGEST_WHOLE) {
            json.writeNumber((long) value);
        } else {
            json.writeNumber(BigDecimal.valueOf(value).toPlainString());
        }
    }
}
