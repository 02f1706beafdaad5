package io.windrow.metrics.ops;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The files of {@code metrics/ops}, parsed. A key that stands twice in a file is refused. */
final class OpsPack {

    static final Path FOLDER = folder();
    static final Path RULES = FOLDER.resolve("prometheus/windrow-rules.yml");
    static final Path PROMETHEUS = FOLDER.resolve("prometheus/prometheus.yml");
    static final Path ALERTMANAGER = FOLDER.resolve("alertmanager/alertmanager.yml");

    private static final ObjectMapper JSON = strict(new JsonMapper());
    private static final ObjectMapper YAML = strict(new YAMLMapper());

    private OpsPack() {
    }

    /** A rule that raises an alert. */
    record Alert(String name, String severity, String expression, JsonNode rule) {
        String annotation(String key) {
            return rule.path("annotations").path(key).asText();
        }

        /** The page that it links to, by its file's name. */
        String runbook() {
            String url = annotation("runbook_url");
            return url.substring(url.lastIndexOf('/') + 1);
        }
    }

    static List<Alert> alerts() {
        List<Alert> alerts = new ArrayList<>();
        forEachRule(rule -> {
            if (rule.has("alert")) {
                String severity = rule.path("labels").path("severity").asText();
                alerts.add(new Alert(rule.get("alert").asText(), severity, rule.get("expr").asText(), rule));
            }
        });
        return alerts;
    }

    /** Recording rules: names and expressions. */
    static Map<String, String> recordings() {
        Map<String, String> recordings = new LinkedHashMap<>();
        forEachRule(rule -> {
            if (rule.has("record")) {
                recordings.put(rule.get("record").asText(), rule.get("expr").asText());
            }
        });
        return recordings;
    }

    static List<Path> dashboards() {
        return list("grafana", ".json");
    }

    static List<Path> runbooks() {
        return list("runbooks", ".md");
    }

    static List<Path> ruleTests() {
        return list("prometheus/tests", ".yml");
    }

    /** The panels of a dashboard that ask for something: all but rows. */
    static List<JsonNode> panels(Path dashboard) {
        List<JsonNode> panels = new ArrayList<>();
        for (JsonNode panel : read(dashboard).path("panels")) {
            if (!"row".equals(panel.path("type").asText())) {
                panels.add(panel);
            }
        }
        return panels;
    }

    /** What the panels of a dashboard ask for. */
    static List<String> expressions(Path dashboard) {
        List<String> expressions = new ArrayList<>();
        for (JsonNode panel : panels(dashboard)) {
            panel.path("targets").forEach(target -> expressions.add(target.path("expr").asText()));
        }
        return expressions;
    }

    static JsonNode read(Path file) {
        try {
            return (file.toString().endsWith(".json") ? JSON : YAML).readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void forEachRule(Consumer<JsonNode> action) {
        read(RULES).path("groups").forEach(group -> group.path("rules").forEach(action));
    }

    private static List<Path> list(String folder, String end) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectMapper strict(ObjectMapper mapper) {
        mapper.getFactory().configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
        return mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** Tests run in a room's folder, or in the root. */
    private static Path folder() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("metrics/ops"))) {
                return folder.resolve("metrics/ops");
            }
        }
        throw new IllegalStateException("metrics/ops must be in this folder or above it: folder=" + Path.of("").toAbsolutePath());
    }
}
