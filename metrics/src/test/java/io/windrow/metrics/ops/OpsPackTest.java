package io.windrow.metrics.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.windrow.metrics.ops.OpsPack.Alert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpsPackTest {

    private static final Set<String> ASKED_FOR = Set.of("MemoryUsageHigh", "MemoryLeak", "GCPauseTimeHigh", "GCPerformanceDegraded",
        "FDLeakDetected", "FileDescriptorLeak", "HighLatency", "DataSourceDown", "HighErrorRate", "RedisHighMemory",
        "ContainerHighMemory", "ContainerRestarting");
    private static final String RUNBOOKS = "https://windrow.example/runbooks/";
    private static final Pattern COMMAND = Pattern.compile("\\./windrow ([a-z0-9-]+)");
    private static final Set<String> COMMANDS = Set.of("mem-snapshot", "mem-baseline", "mem-health", "gc-profile", "leak-sentinel",
        "watchdog", "health", "prometheus-check", "assert-p95", "regression-gate", "canary-status", "validate", "plan", "run", "soak");
    private static final int LONGEST_RUNBOOK = 80;

    @Test
    void shouldHaveEveryAlertThatWasAskedFor() {
        assertThat(names(OpsPack.alerts())).containsAll(ASKED_FOR);
    }

    @Test
    void shouldSayInEachAlertHowBadItIsAndWhatToDo() {
        for (Alert alert : OpsPack.alerts()) {
            assertThat(alert.severity()).as(alert.name()).isIn("warning", "critical");
            assertThat(alert.annotation("summary")).as(alert.name()).contains("{{ $labels.instance }}");
            assertThat(alert.annotation("description")).as(alert.name()).isNotBlank();
            assertThat(alert.annotation("runbook_url")).as(alert.name()).isEqualTo(RUNBOOKS + alert.runbook());
            assertThat(OpsPack.FOLDER.resolve("runbooks").resolve(alert.runbook())).isRegularFile();
        }
    }

    @Test
    void shouldMakeEachAlertFireAndStaySilentInATest() {
        Set<String> fired = new TreeSet<>();
        Set<String> silent = new TreeSet<>();
        for (Path file : OpsPack.ruleTests()) {
            for (JsonNode check : OpsPack.read(file).findValues("alert_rule_test").stream().flatMap(OpsPackTest::elements).toList()) {
                String name = check.path("alertname").asText();
                check.path("exp_alerts").forEach(alert -> fired.add(name + " " + alert.at("/exp_labels/severity").asText()));
                if (check.path("exp_alerts").isEmpty()) {
                    silent.add(name);
                }
            }
        }
        List<Alert> alerts = OpsPack.alerts();
        assertThat(fired).containsExactlyInAnyOrderElementsOf(alerts.stream().map(a -> a.name() + " " + a.severity()).toList());
        assertThat(silent).isEqualTo(names(alerts));
    }

    @Test
    void shouldReadNothingInRulesThatNobodyExports() {
        Set<String> known = known();
        OpsPack.recordings().forEach((name, expression) -> assertThat(known).as(name).containsAll(Promql.names(expression)));
        OpsPack.alerts().forEach(alert -> assertThat(known).as(alert.name()).containsAll(Promql.names(alert.expression())));
    }

    @Test
    void shouldReadNothingInDashboardsThatNobodyExports() {
        Set<String> known = known();
        for (Path dashboard : OpsPack.dashboards()) {
            for (String expression : OpsPack.expressions(dashboard)) {
                assertThat(known).as(dashboard.getFileName() + ": " + expression).containsAll(Promql.names(expression));
            }
        }
    }

    @Test
    void shouldShowEveryNameThatIsExported() {
        Set<String> shown = new TreeSet<>();
        OpsPack.dashboards().forEach(file -> OpsPack.expressions(file).forEach(one -> shown.addAll(Promql.names(one))));
        OpsPack.recordings().values().forEach(one -> shown.addAll(Promql.names(one)));
        List<String> unseen = new ArrayList<>();
        for (ExportedNames.Name name : ExportedNames.all()) {
            if (name.series().stream().noneMatch(shown::contains)) {
                unseen.add(name.name());
            }
        }
        assertThat(unseen).isEmpty();
    }

    @Test
    void shouldTakeNoOtherProcessForAnEngine() {
        Map<String, ExportedNames.Name> own = ExportedNames.bySeries();
        List<String> expressions = new ArrayList<>(OpsPack.recordings().values());
        OpsPack.alerts().forEach(alert -> expressions.add(alert.expression()));
        OpsPack.dashboards().forEach(file -> expressions.addAll(OpsPack.expressions(file)));
        for (String expression : expressions) {
            for (String name : Promql.names(expression)) {
                if (own.containsKey(name) || name.equals("up")) {
                    assertThat(Promql.selectors(expression, name)).as(expression).allMatch(one -> one.contains("job=\"windrow\""));
                }
            }
        }
    }

    @Test
    void shouldKeepRunbooksShortLinkedAndRunnable() throws IOException {
        for (Path page : OpsPack.runbooks()) {
            List<String> lines = Files.readAllLines(page);
            assertThat(lines).as(page.toString()).hasSizeLessThan(LONGEST_RUNBOOK);
            String text = String.join("\n", lines);
            List<Alert> about = OpsPack.alerts().stream().filter(one -> page.endsWith(one.runbook())).toList();
            assertThat(about).as(page + " is linked").isNotEmpty();
            assertThat(names(about)).as(page + " names its alerts").allMatch(text::contains);
            Matcher commands = COMMAND.matcher(text);
            assertThat(commands.find()).as(page + " says what to run").isTrue();
            commands.reset().results().forEach(one -> assertThat(COMMANDS).as(page.toString()).contains(one.group(1)));
        }
    }

    private static Set<String> names(List<Alert> alerts) {
        Set<String> names = new TreeSet<>();
        alerts.forEach(alert -> names.add(alert.name()));
        return names;
    }

    private static Set<String> known() {
        Set<String> known = new TreeSet<>(ExportedNames.bySeries().keySet());
        known.addAll(ExportedNames.foreign());
        known.addAll(OpsPack.recordings().keySet());
        return known;
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        List<JsonNode> elements = new ArrayList<>();
        list.forEach(elements::add);
        return elements.stream();
    }
}
