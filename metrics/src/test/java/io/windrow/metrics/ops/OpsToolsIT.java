package io.windrow.metrics.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pack, judged by the programs that read it in operation. */
class OpsToolsIT {

    static List<OpsPack.Alert> alerts() {
        return OpsPack.alerts();
    }

    @Test
    void shouldHoldRulesThatPrometheusTakes() {
        assertGood(Tool.find("promtool").run("check", "rules", OpsPack.RULES.toString()));
        assertGood(Tool.find("promtool").run("check", "config", OpsPack.PROMETHEUS.toString()));
    }

    @Test
    void shouldFireAndStaySilentAsTheTestsOfTheRulesSay() {
        List<String> arguments = new ArrayList<>(List.of("test", "rules"));
        OpsPack.ruleTests().forEach(file -> arguments.add(file.toString()));
        assertGood(Tool.find("promtool").run(arguments.toArray(String[]::new)));
    }

    @Test
    void shouldHoldRoutesThatAlertmanagerTakes() {
        assertGood(Tool.find("amtool").run("check-config", OpsPack.ALERTMANAGER.toString()));
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void shouldPageWhatIsCriticalAndReportWhatIsNot(OpsPack.Alert alert) {
        String receiver = alert.severity().equals("critical") ? "pages" : "messages";
        assertGood(Tool.find("amtool").run("config", "routes", "test", "--config.file=" + OpsPack.ALERTMANAGER,
            "--verify.receivers=" + receiver, "alertname=" + alert.name(), "severity=" + alert.severity(), "job=windrow",
            "instance=127.0.0.1:8000"));
    }

    private static void assertGood(Tool.Answer answer) {
        assertThat(answer.code()).as(answer.text()).isZero();
        assertThat(answer.text()).doesNotContain("FAILED");
    }
}
