package io.windrow.examples.prove.report;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What to type to feed the same input to the same engines, from the settings, whose names are those of the options. */
final class CommandLineText {

    private static final Pattern OPTION = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:,=+-]+");
    private static final String FILES = "files";

    private CommandLineText() {
    }

    static String of(ProveReport report) {
        StringBuilder text = new StringBuilder("./windrow prove");
        if (!report.engines().isEmpty()) {
            text.append(" --engines ").append(quote(report.engines().stream().map(EngineSummary::engine).collect(Collectors.joining(","))));
            text.append(" --runs ").append(report.engines().get(0).runs().size());
        }
        for (Map.Entry<String, String> setting : report.input().settings().entrySet()) {
            if (setting.getKey().equals(FILES)) {
                text.append(" --input");
                setting.getValue().lines().forEach(file -> text.append(' ').append(quote(file)));
            } else if (OPTION.matcher(setting.getKey()).matches()) {
                text.append(" --").append(setting.getKey()).append(' ').append(quote(setting.getValue()));
            }
        }
        return text.toString();
    }

    /** As a POSIX shell takes it for one word. */
    private static String quote(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
