package io.windrow.metrics.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the scrape of an engine owes the operations pack, asked of a real Prometheus. */
public abstract class ScrapeContract {

    private static final Duration LONGEST = Duration.ofSeconds(180);
    private static final Set<String> OF_EVERY_SCRAPE = Set.of("up", "scrape_duration_seconds");

    @TempDir
    Path folder;

    /**
     * Where the engine serves {@code /metrics}: a running one, to which a source and a pool belong and in which events flow.
     *
     * @return such as {@code http://127.0.0.1:8000}.
     */
    protected abstract URI engine();

    @Test
    void shouldServeEveryNameWithItsTypeAndAWordOfHelp() {
        Set<String> lines = new TreeSet<>(Tool.get(engine().resolve("/metrics")).lines().toList());
        List<String> missing = new ArrayList<>();
        for (ExportedNames.Name name : ExportedNames.all()) {
            boolean typed = lines.contains("# TYPE " + name.name() + " " + name.type());
            boolean helped = lines.stream().anyMatch(line -> line.startsWith("# HELP " + name.name() + " "));
            if (!(typed && helped) && !name.optional()) {
                missing.add(name.name() + " " + name.type());
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void shouldAnswerEveryPanelAndEveryRule() throws IOException, InterruptedException {
        try (LivePrometheus prometheus = new LivePrometheus(folder, engine())) {
            assertThat(Tool.waitUntil(() -> scraped(prometheus), LONGEST)).as("three scrapes").isTrue();
            // What was shown once counts: a scrape that came late may leave a window of seconds empty again.
            boolean shown = Tool.waitUntil(() -> emptyPanels(prometheus).isEmpty(), LONGEST);
            assertThat(shown ? List.of() : emptyPanels(prometheus)).isEmpty();
            for (OpsPack.Alert alert : OpsPack.alerts()) {
                assertThat(prometheus.query(alert.expression()).isArray()).as(alert.name()).isTrue();
            }
            Tool.waitUntil(() -> brokenRules(prometheus).isEmpty(), LONGEST);
            assertThat(brokenRules(prometheus)).isEmpty();
        }
    }

    private static boolean scraped(LivePrometheus prometheus) {
        return !prometheus.query("count_over_time(up{job=\"windrow\"}[1m]) >= 3 and up{job=\"windrow\"} == 1").isEmpty();
    }

    /** Panels that show nothing, though all they read is on every engine. */
    private static List<String> emptyPanels(LivePrometheus prometheus) {
        List<String> empty = new ArrayList<>();
        for (Path dashboard : OpsPack.dashboards()) {
            for (String expression : OpsPack.expressions(dashboard)) {
                boolean shows = !prometheus.query(Promql.substituted(expression)).isEmpty();
                if (!shows && isOnEveryEngine(expression)) {
                    empty.add(dashboard.getFileName() + ": " + expression);
                }
            }
        }
        return empty;
    }

    private static boolean isOnEveryEngine(String expression) {
        Map<String, ExportedNames.Name> own = ExportedNames.bySeries();
        Map<String, String> recordings = OpsPack.recordings();
        for (String name : Promql.names(expression)) {
            if (recordings.containsKey(name) ? !isOnEveryEngine(recordings.get(name))
                : !OF_EVERY_SCRAPE.contains(name) && (!own.containsKey(name) || own.get(name).optional())) {
                return false;
            }
        }
        return true;
    }

    private static List<String> brokenRules(LivePrometheus prometheus) {
        List<String> broken = new ArrayList<>();
        int seen = 0;
        for (JsonNode group : prometheus.rules()) {
            for (JsonNode rule : group.path("rules")) {
                seen++;
                if (!rule.path("health").asText().equals("ok")) {
                    broken.add(rule.path("name").asText() + ": " + rule.path("lastError").asText());
                }
            }
        }
        assertThat(seen).isEqualTo(OpsPack.alerts().size() + OpsPack.recordings().size());
        return broken;
    }
}
