package io.windrow.metrics.watch;

import io.windrow.metrics.Figure;

/**
 * A figure that keeps growing. Immutable. In the unit of the figure.
 *
 * @param figure what grew.
 * @param severity how bad it is.
 * @param from its value where the growth was first seen.
 * @param to its value now.
 * @param spanNanos the time between the two.
 * @param slopePerHour how fast it grows, by a robust slope.
 * @param text one sentence for a person.
 */
public record LeakFinding(Figure figure, Severity severity, long from, long to, long spanNanos, double slopePerHour, String text) {

    /**
     * How much it grew.
     *
     * @return {@code to - from}.
     */
    public long growth() {
        return to - from;
    }

    void writeTo(JsonText json) {
        json.open('{').text("figure", figure.key()).text("severity", severity.name()).figure("from", figure, from).figure("to", figure, to);
        json.figure("growth", figure, growth()).figure("perHour", figure, slopePerHour).text("text", text).close('}');
    }
}
