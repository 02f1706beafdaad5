package io.windrow.examples.samples.metrics;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.windrow.metrics.EngineMetrics;
import io.windrow.metrics.http.MetricsServer;
import io.windrow.metrics.micrometer.EngineMeters;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Meters in a registry, and the endpoint. */
final class EngineEndpoint {

    private EngineEndpoint() {
    }

    static void run() throws IOException {
        try (EngineMetrics metrics = EngineMetrics.builder().start()) {
            // docs:begin
            PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            try (EngineMeters meters = new EngineMeters(metrics);
                 MetricsServer server = MetricsServer.builder(metrics).port(0).text("/metrics", registry::scrape).build()) {
                meters.bindTo(registry);
                server.start();
                String scrape = get(server.port(), "/metrics");
                System.out.println(scrape.contains("\nprocess_memory_rss_bytes ") + " " + scrape.contains("\njvm_gc_pause_seconds_count"));
                System.out.println(get(server.port(), "/health").contains("\"status\":"));
            }
            // docs:end
        }
    }

    private static String get(int port, String path) throws IOException {
        try (InputStream in = URI.create("http://127.0.0.1:" + port + path + "?always=200").toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
