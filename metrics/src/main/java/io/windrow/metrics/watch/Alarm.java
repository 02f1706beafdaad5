package io.windrow.metrics.watch;

import io.windrow.metrics.Figure;
import java.util.Objects;

/**
 * Something a tool found. Immutable.
 *
 * @param name what is limited in rate: the same cause has the same name, such as {@code residentBytes above 60000000}.
 * @param severity how bad it is.
 * @param figure what was looked at.
 * @param value what it is, in the unit of the figure; of a growth, per minute.
 * @param threshold what it was held against, in the same unit.
 * @param timeNanos when, nanoseconds since the epoch.
 * @param text one sentence for a person.
 */
public record Alarm(String name, Severity severity, Figure figure, long value, long threshold, long timeNanos, String text) {

    /**
     * Checks that nothing is missing.
     *
     * @param name not null.
     * @param severity not null.
     * @param figure not null.
     * @param value any.
     * @param threshold any.
     * @param timeNanos any.
     * @param text not null.
     */
    public Alarm {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(figure, "figure");
        Objects.requireNonNull(text, "text");
    }

    /**
     * As JSON: times are ISO 8601, durations seconds, sizes bytes.
     *
     * @return one object on one line.
     */
    public String toJson() {
        JsonText json = new JsonText().open('{');
        writeTo(json);
        return json.close('}').toString();
    }

    void writeTo(JsonText json) {
        json.text("alarm", name).text("severity", severity.name()).text("figure", figure.key());
        json.figure("value", figure, value).figure("threshold", figure, threshold).time("time", timeNanos).text("text", text);
    }
}
