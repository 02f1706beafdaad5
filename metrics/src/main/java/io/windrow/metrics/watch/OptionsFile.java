package io.windrow.metrics.watch;

import java.util.List;

/** An argument file of the {@code java} launcher: a comment of its reason before each option. */
final class OptionsFile {

    private final StringBuilder text = new StringBuilder();

    void add(String option, String reason, List<String> evidence) {
        comment(reason + (evidence.isEmpty() ? "" : " (" + String.join(", ", evidence) + ")"));
        text.append(option).append('\n');
    }

    void keep(String option, String reason) {
        comment(reason);
        text.append(option).append('\n');
    }

    void comment(String line) {
        text.append("# ").append(line.replace('\n', ' ')).append('\n');
    }

    String render(String heading) {
        return "# Collector settings for java @FILE, from " + heading + "\n" + text;
    }
}
