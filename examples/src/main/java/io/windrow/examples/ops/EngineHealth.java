package io.windrow.examples.ops;

import io.windrow.examples.ops.json.JsonReader;
import io.windrow.examples.ops.watched.HttpFetch;
import io.windrow.metrics.Figure;
import io.windrow.metrics.SourceLostException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How an engine says it is, or how a JVM looks at one glance. */
final class EngineHealth {

    private static final String PATH = "/health";
    private static final double NANOS = 1e9;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    private EngineHealth() {
    }

    static List<Check> checks(Watch watch) {
        if (watch.target().isProcess()) {
            return new HealthCheck(new HealthRules()).of(watch.series(0, Spans.SECOND));
        }
        HttpFetch.Answer answer = watch.target().fetch().ask(PATH);
        if (!answer.isGood() && answer.status() != UNAVAILABLE || answer.status() == NOT_FOUND) {
            throw new SourceLostException("endpoint answers " + answer.status() + ": url=" + watch.target().name() + PATH, null);
        }
        return checks(watch.target().name(), answer);
    }

    private static List<Check> checks(String url, HttpFetch.Answer answer) {
        try {
            Map<String, Object> document = JsonReader.object(answer.text());
            List<Check> checks = new ArrayList<>();
            checks.add(overall(String.valueOf(document.get("status")), answer.status()));
            if (document.get("checks") instanceof List<?> list) {
                list.forEach(entry -> checks.add(check(entry)));
            }
            return checks;
        } catch (IOException | IllegalArgumentException e) {
            throw new SourceLostException("endpoint answers no health (" + e.getMessage() + "): url=" + url + PATH, e);
        }
    }

    /** An answer that calls itself up and has an error's status is not believed. */
    private static Check overall(String status, int http) {
        Status found = switch (status) {
            case "UP" -> http == UNAVAILABLE ? Status.FAIL : Status.OK;
            case "DEGRADED" -> Status.WARN;
            case "DOWN" -> Status.FAIL;
            default -> throw new IllegalArgumentException("status must be UP, DEGRADED or DOWN: status=" + status);
        };
        return new Check("engine", found, status, "UP", "HTTP " + http);
    }

    private static Check check(Object entry) {
        String status = text(entry, "status");
        Status found = switch (status) {
            case "OK", "UP" -> Status.OK;
            case "WARN", "DEGRADED" -> Status.WARN;
            case "FAIL", "DOWN" -> Status.FAIL;
            default -> Status.UNKNOWN;
        };
        return new Check(text(entry, "name"), found, amount(entry, "value"), amount(entry, "limit"), text(entry, "why"));
    }

    /** A check that has the name of a figure is counted in its unit, times in seconds. */
    private static String amount(Object entry, String name) {
        Figure figure = Figure.of(text(entry, "name"));
        if (figure == null || !(JsonReader.at(entry, name) instanceof BigDecimal number)) {
            return text(entry, name);
        }
        return FigureText.of(figure.unit(), figure.unit() == Figure.Unit.NANOS ? number.doubleValue() * NANOS : number.doubleValue());
    }

    private static String text(Object entry, String name) {
        Object value = JsonReader.at(entry, name);
        return value == null ? "" : value.toString();
    }
}
