package io.windrow.metrics.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which alarm keeps which other quiet, asked of a running Alertmanager: {@code amtool} knows routes only. */
class AlertmanagerIT {

    @TempDir
    Path folder;

    private final List<Map<String, Map<String, String>>> alerts = new ArrayList<>();
    private final Set<String> muted = new TreeSet<>();
    private final Set<String> loud = new TreeSet<>();
    private Process alertmanager;

    @AfterEach
    void stop() throws InterruptedException {
        if (alertmanager != null) {
            Tool.stop(alertmanager);
        }
    }

    @Test
    void shouldKeepQuietWhatAnotherAlarmExplains() throws IOException, InterruptedException {
        addPairsOfSeverities();
        addCausesAndConsequences();
        URI api = start();
        assertThat(Tool.waitUntil(() -> !Tool.get(api).isEmpty(), Duration.ofSeconds(60))).as("Alertmanager answers").isTrue();
        Tool.post(api, OpsPack.write(alerts));
        boolean reached = Tool.waitUntil(() -> named(api, "suppressed").equals(muted) && named(api, "active").equals(loud),
            Duration.ofSeconds(60));
        assertThat(reached ? muted : named(api, "suppressed")).isEqualTo(muted);
        assertThat(reached ? loud : named(api, "active")).isEqualTo(loud);
    }

    private void addPairsOfSeverities() {
        loud("MemoryUsageHigh", "critical", "two-severities");
        muted("MemoryUsageHigh", "warning", "two-severities");
        loud("MemoryLeak", "warning", "two-severities");
        loud("MemoryUsageHigh", "warning", "another-engine");
        loud("HighErrorRate", "critical", "two-sources", "source", "a");
        muted("HighErrorRate", "warning", "two-sources", "source", "a");
        loud("HighErrorRate", "warning", "two-sources", "source", "b");
        loud("ContainerHighMemory", "critical", "node", "name", "a");
        muted("ContainerHighMemory", "warning", "node", "name", "a");
        loud("ContainerHighMemory", "warning", "node", "name", "b");
    }

    private void addCausesAndConsequences() {
        loud("FileDescriptorLeak", "warning", "leaking");
        muted("FDLeakDetected", "warning", "leaking");
        loud("FDLeakDetected", "warning", "leaking-slowly");

        loud("DataSourceDown", "critical", "without-source", "source", "a");
        muted("HighLatency", "critical", "without-source");
        muted("HighErrorRate", "critical", "without-source", "source", "a");
        loud("HighErrorRate", "critical", "without-source", "source", "b");
        loud("HighErrorRate", "warning", "without-source", "pipeline", "main");
        loud("MemoryUsageHigh", "warning", "without-source");
        loud("HighLatency", "critical", "with-source");

        loud("ContainerRestarting", "warning", "restarting");
        for (String name : List.of("MemoryLeak", "FDLeakDetected", "GCPauseTimeHigh", "GCPerformanceDegraded", "HighLatency")) {
            muted(name, "critical", "restarting");
        }
        loud("MemoryUsageHigh", "critical", "restarting");
        loud("OutOfMemoryKill", "critical", "restarting");

        loud("EngineDown", "critical", "dead");
        muted("GCPauseTimeHigh", "critical", "dead");
        muted("GCPerformanceDegraded", "critical", "dead");
        muted("HighLatency", "critical", "dead");
        muted("HighErrorRate", "critical", "dead", "source", "a");
        muted("DataSourceDown", "critical", "dead", "source", "a");
        loud("OutOfMemoryKill", "critical", "dead");
    }

    private URI start() throws IOException {
        int port = Tool.freePort();
        alertmanager = Tool.find("prometheus-alertmanager").serve(folder.resolve("log"), "--config.file=" + OpsPack.ALERTMANAGER,
            "--storage.path=" + folder.resolve("data"), "--web.listen-address=127.0.0.1:" + port, "--cluster.listen-address=");
        return URI.create("http://127.0.0.1:" + port + "/api/v2/alerts");
    }

    private void loud(String alert, String severity, String instance, String... label) {
        loud.add(add(alert, severity, instance, label));
    }

    private void muted(String alert, String severity, String instance, String... label) {
        muted.add(add(alert, severity, instance, label));
    }

    private String add(String alert, String severity, String instance, String... label) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("alertname", alert);
        labels.put("severity", severity);
        labels.put("job", "windrow");
        labels.put("instance", instance);
        if (label.length == 2) {
            labels.put(label[0], label[1]);
        }
        alerts.add(Map.of("labels", labels));
        return new TreeSet<>(labels.values()).toString();
    }

    private static Set<String> named(URI api, String state) {
        Set<String> names = new TreeSet<>();
        for (JsonNode alert : OpsPack.parse(Tool.get(api))) {
            if (alert.at("/status/state").asText().equals(state)) {
                Set<String> values = new TreeSet<>();
                alert.path("labels").forEach(value -> values.add(value.asText()));
                names.add(values.toString());
            }
        }
        return names;
    }
}
