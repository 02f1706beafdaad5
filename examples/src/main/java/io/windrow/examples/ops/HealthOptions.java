package io.windrow.examples.ops;

import io.windrow.metrics.Figure;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Limits of figures that a user sets. */
final class HealthOptions {

    @Option(names = "--limit", paramLabel = "FIGURE=VALUE",
        description = "The most a figure may be, such as residentBytes=60MB; once for each.")
    private Map<String, String> limits = new LinkedHashMap<>();

    private final HealthRules rules = new HealthRules();

    HealthOptions() {
    }

    void check() {
        limits.forEach((key, text) -> {
            Figure figure = FigureText.figure(key);
            rules.limit(figure, FigureText.parse(figure, text));
        });
    }

    HealthRules rules() {
        return rules;
    }
}
