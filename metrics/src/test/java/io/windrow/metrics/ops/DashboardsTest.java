package io.windrow.metrics.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The part of Grafana's schema that the dashboards use. */
class DashboardsTest {

    private static final int COLUMNS = 24;
    private static final Set<String> TYPES = Set.of("row", "stat", "timeseries", "heatmap", "bargauge", "state-timeline");
    private static final Set<String> UNITS = Set.of("none", "s", "decbytes", "decmbytes", "percentunit", "ops", "Bps", "dateTimeAsIso");

    static List<Path> dashboards() {
        return OpsPack.dashboards();
    }

    @Test
    void shouldBeThreeThatGrafanaCanTellApart() {
        List<String> keys = new ArrayList<>();
        dashboards().forEach(file -> keys.add(OpsPack.read(file).path("uid").asText()));
        assertThat(keys).containsExactly("windrow-memory", "windrow-system", "windrow-trading");
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void shouldBeReadByGrafana9And10(Path file) {
        JsonNode dashboard = OpsPack.read(file);
        assertThat(dashboard.path("schemaVersion").asInt()).isBetween(37, 39);
        assertThat(dashboard.path("title").asText()).startsWith("Windrow: ");
        assertThat(dashboard.path("description").asText()).isNotBlank();
        assertThat(dashboard.has("id")).as("an id of one server").isFalse();
        assertThat(dashboard.at("/templating/list/0/type").asText()).isEqualTo("datasource");
        assertThat(dashboard.at("/templating/list/1/name").asText()).isEqualTo("instance");
        assertThat(dashboard.at("/tags/0").asText()).isEqualTo("windrow");
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void shouldHavePanelsThatAreWhole(Path file) {
        for (JsonNode panel : OpsPack.panels(file)) {
            String name = file.getFileName() + ": " + panel.path("title").asText();
            assertThat(TYPES).as(name).contains(panel.path("type").asText());
            assertThat(panel.path("description").asText()).as(name).isNotBlank();
            assertThat(panel.at("/datasource/uid").asText()).as(name).isEqualTo("${datasource}");
            assertThat(UNITS).as(name).contains(panel.at("/fieldConfig/defaults/unit").asText());
            assertThat(panel.path("targets")).as(name).isNotEmpty();
            Set<String> references = new HashSet<>();
            for (JsonNode target : panel.path("targets")) {
                assertThat(references.add(target.path("refId").asText())).as(name).isTrue();
                assertThat(target.path("expr").asText()).as(name).isNotBlank();
                assertThat(target.path("legendFormat").asText()).as(name).isNotBlank();
            }
            panel.path("links").forEach(link -> assertRunbook(link.path("url").asText()));
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void shouldPlaceEachPanelOnceAndNoneOverAnother(Path file) {
        Set<Integer> ids = new HashSet<>();
        Set<List<Integer>> taken = new HashSet<>();
        for (JsonNode panel : OpsPack.read(file).path("panels")) {
            assertThat(ids.add(panel.path("id").asInt())).as("id of " + panel.path("title")).isTrue();
            JsonNode place = panel.path("gridPos");
            int right = place.path("x").asInt() + place.path("w").asInt();
            assertThat(right).as(panel.path("title").asText()).isLessThanOrEqualTo(COLUMNS);
            for (int x = place.path("x").asInt(); x < right; x++) {
                for (int y = place.path("y").asInt(); y < place.path("y").asInt() + place.path("h").asInt(); y++) {
                    assertThat(taken.add(List.of(x, y))).as("place of " + panel.path("title")).isTrue();
                }
            }
        }
    }

    /** The lines in the panels are where the alerts are. */
    @ParameterizedTest
    @MethodSource("dashboards")
    void shouldDrawTheThresholdsOfTheAlerts(Path file) {
        for (JsonNode panel : OpsPack.panels(file)) {
            String expression = panel.at("/targets/0/expr").asText();
            List<Double> steps = new ArrayList<>();
            panel.at("/fieldConfig/defaults/thresholds/steps").forEach(step -> steps.add(step.path("value").asDouble()));
            if (steps.isEmpty()) {
                continue;
            }
            if (expression.startsWith("process_memory_rss_bytes")) {
                assertThat(steps).containsExactly(0.0, 40e6, 60e6);
            } else if (expression.startsWith("process_open_fds")) {
                assertThat(steps).containsExactly(0.0, 500.0, 800.0);
            } else if (expression.contains("signal_latency_seconds_bucket")) {
                assertThat(steps).containsExactly(0.0, 0.005, 0.0055);
            } else if (expression.contains("windrow_stop_seconds_bucket")) {
                assertThat(steps).containsExactly(0.0, 0.05);
            }
        }
    }

    private static void assertRunbook(String url) {
        assertThat(OpsPack.FOLDER.resolve("runbooks").resolve(url.substring(url.lastIndexOf('/') + 1))).isRegularFile();
    }
}
