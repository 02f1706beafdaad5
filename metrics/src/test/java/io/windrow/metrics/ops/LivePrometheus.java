package io.windrow.metrics.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Prometheus that scrapes one engine each second, with the rules of the pack, and answers expressions. */
final class LivePrometheus implements AutoCloseable {

    private static final String CONFIG = """
        global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s}
        rule_files: ["%s"]
        scrape_configs:
          - job_name: windrow
            static_configs: [{targets: ["%s"]}]
        """;

    private final Process process;
    private final URI server;

    LivePrometheus(Path folder, URI engine) throws IOException {
        Path config = Files.writeString(folder.resolve("prometheus.yml"), CONFIG.formatted(OpsPack.RULES, engine.getAuthority()));
        int port = Tool.freePort();
        server = URI.create("http://127.0.0.1:" + port);
        process = Tool.find("prometheus").serve(folder.resolve("prometheus.log"), "--config.file=" + config,
            "--storage.tsdb.path=" + folder.resolve("data"), "--web.listen-address=127.0.0.1:" + port, "--log.level=warn");
    }

    /** What an expression gives now; its errors fail the test, except that nobody answers yet. */
    JsonNode query(String expression) {
        JsonNode answer = get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
        if (answer.isMissingNode()) {
            return answer;
        }
        if (!answer.path("status").asText().equals("success")) {
            throw new AssertionError(expression + ": " + answer.path("error").asText());
        }
        return answer.at("/data/result");
    }

    /** The rules as they went at their last evaluation. */
    JsonNode rules() {
        return get("/api/v1/rules").at("/data/groups");
    }

    @Override
    public void close() throws InterruptedException {
        Tool.stop(process);
    }

    private JsonNode get(String path) {
        String body = Tool.get(server.resolve(path));
        return body.startsWith("{") ? OpsPack.parse(body) : OpsPack.parse("{}").path("nothing");
    }
}
