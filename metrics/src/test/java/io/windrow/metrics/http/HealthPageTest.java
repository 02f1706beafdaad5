package io.windrow.metrics.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.windrow.metrics.FakeEngine;
import io.windrow.metrics.Figure;
import io.windrow.metrics.http.Wire.Reply;
import io.windrow.pipeline.MarketPublisher;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthPageTest {

    private static final long PATIENCE_NANOS = 30_000_000_000L;

    private final FakeEngine engine = new FakeEngine();
    private MetricsServer server = MetricsServer.builder(engine.metrics()).port(0).build().start();

    @AfterEach
    void close() {
        server.close();
        engine.close();
    }

    @Test
    void shouldBeUpWhenAllIsWithinItsLimits() throws IOException {
        engine.set(Figure.RESIDENT, 40_000_000).set(Figure.OPEN_FILES, 500);
        assertHealth(200, "UP", "");
        JsonNode resident = check("residentBytes");
        assertThat(resident.toString())
            .isEqualTo("{\"name\":\"residentBytes\",\"status\":\"UP\",\"value\":40000000,\"limit\":40000000,\"why\":\"\"}");
        assertThat(check("openFiles").get("value").asLong()).isEqualTo(500);
        assertThat(check("stoppedPipelines").get("value").asLong()).isZero();
        assertThat(check("containerUsedPercent")).as("not known, not checked").isNull();
        assertThat(check("silentSources")).as("there is none").isNull();
    }

    @Test
    void shouldTellMemoryAndFilesAboveTheirLimits() throws IOException {
        engine.set(Figure.RESIDENT, 40_000_001);
        assertHealth(200, "DEGRADED", "residentBytes");
        assertThat(check("residentBytes").get("why").asText()).isEqualTo("above the target");
        engine.set(Figure.RESIDENT, 60_000_001);
        assertHealth(200, "DEGRADED", "residentBytes");
        assertThat(check("residentBytes").get("limit").asLong()).isEqualTo(60_000_000);
        assertThat(check("residentBytes").get("why").asText()).isEqualTo("above the alarm limit");
        engine.set(Figure.RESIDENT, 1).set(Figure.OPEN_FILES, 501);
        assertHealth(200, "DEGRADED", "openFiles");
        engine.set(Figure.OPEN_FILES, 801);
        assertHealth(503, "DOWN", "openFiles");
        assertThat(Wire.get(server, "/health?always=200").status()).isEqualTo(200);
    }

    @Test
    void shouldTellLongStops() throws IOException {
        engine.stop(50_000_000);
        assertHealth(200, "UP", "");
        for (int i = 0; i < 30; i++) {
            engine.stop(60_000_000);
            engine.sample();
        }
        assertHealth(200, "DEGRADED", "stopP95Seconds");
    }

    @Test
    void shouldTellAContainerThatIsNearItsLimit() throws IOException {
        engine.set(Figure.CONTAINER_LIMIT, 100).set(Figure.CONTAINER_USED, 97);
        assertHealth(200, "DEGRADED", "containerUsedPercent");
        engine.set(Figure.CONTAINER_ANONYMOUS, 50);
        assertHealth(200, "UP", "");
        engine.set(Figure.CONTAINER_ANONYMOUS, 99);
        assertHealth(503, "DOWN", "containerUsedPercent");
    }

    @Test
    void shouldTellSourcesThatAreSilent() throws Exception {
        server.close();
        engine.close();
        try (FakeEngine quick = new FakeEngine(Duration.ofSeconds(1), Duration.ofSeconds(1))) {
            server = MetricsServer.builder(quick.metrics()).port(0).build().start();
            MarketPublisher lively = quick.pipeline().publisher("lively");
            MarketPublisher silent = quick.pipeline().publisher("silent");
            awaitSources(quick, () -> quick.trade(lively, 1).trade(silent, 1), 200, "UP", "");
            awaitSources(quick, lively::heartbeat, 200, "DEGRADED", "silent STALE");
            silent.failed(new IOException("gone"));
            awaitSources(quick, () -> { }, 503, "DOWN", "every source: lively STALE, silent FAILED");
            silent.ended();
            silent.heartbeat();
            silent.ended();
            awaitSources(quick, lively::heartbeat, 200, "UP", "");
            server.close();
        }
    }

    @Test
    void shouldTellAPipelineThatDoesNotRun() throws IOException {
        engine.pipeline().stop(Duration.ofSeconds(30));
        assertHealth(503, "DOWN", "stoppedPipelines");
        engine.pipeline().close();
        assertHealth(503, "DOWN", "stoppedPipelines");
    }

    @Test
    void shouldTellThatNobodySamples() throws IOException, InterruptedException {
        engine.close();
        server.close();
        try (FakeEngine quick = new FakeEngine(Duration.ofMillis(10), Duration.ofHours(1))) {
            server = MetricsServer.builder(quick.metrics()).port(0).build().start();
            Thread.sleep(150);
            JsonNode late = new ObjectMapper().readTree(Wire.get(server, "/health").body()).get("checks").get(0);
            assertThat(late.get("why").asText()).isEqualTo("no sample is taken any more");
            assertThat(late.get("limit").decimalValue()).isEqualByComparingTo("0.1");
            server.close();
        }
    }

    @Test
    void shouldTakeOtherLimits() throws IOException {
        server.close();
        HealthLimits limits = new HealthLimits().residentBytes(10, 20).openFiles(1, Long.MAX_VALUE).stopP95(Duration.ofNanos(1))
            .latencyP95(Duration.ofNanos(1), Duration.ofDays(1));
        server = MetricsServer.builder(engine.metrics()).health(limits).port(0).build().start();
        engine.set(Figure.RESIDENT, 11).set(Figure.OPEN_FILES, 1_000_000);
        engine.stop(1_000);
        // Latencies are looked at every five seconds.
        engine.sampleAt((System.currentTimeMillis() - 10_000) * 1_000_000);
        engine.trade(engine.pipeline().publisher("feed"), 10);
        assertHealth(200, "DEGRADED", "residentBytes stopP95Seconds latencyP95Seconds openFiles");
        assertThatIllegalArgumentException().isThrownBy(() -> limits.residentBytes(2, 1))
            .withMessage("limits of resident memory must be 0 < degraded <= down: degraded=2, down=1");
        assertThatIllegalArgumentException().isThrownBy(() -> limits.stopP95(Duration.ZERO)).withMessageStartingWith("limits of stop P95");
    }

    /** After a sample: the status, the word, and the names of the checks that are not up. */
    private void assertHealth(int status, String word, String notUp) throws IOException {
        engine.sample();
        Reply reply = Wire.get(server, "/health");
        JsonNode health = new ObjectMapper().readTree(reply.body());
        StringBuilder names = new StringBuilder();
        for (JsonNode one : health.get("checks")) {
            if (!one.get("status").asText().equals("UP")) {
                names.append(names.length() == 0 ? "" : " ").append(one.get("name").asText());
            }
        }
        assertThat(names.toString()).as(reply.body()).isEqualTo(notUp);
        assertThat(health.get("status").asText()).isEqualTo(word);
        assertThat(reply.status()).isEqualTo(status);
    }

    /**
     * Looks at the health until it tells of its sources so, and then at the rest of that answer. Before each look the lively one makes
     * itself heard: it is stale in an answer for which this thread was stopped for a second.
     */
    private void awaitSources(FakeEngine at, Runnable lively, int status, String word, String why) throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        Reply reply = look(at, lively);
        while (!check(reply, "silentSources").get("why").asText().equals(why)) {
            assertThat(System.nanoTime()).as(reply.body()).isLessThan(end);
            Thread.sleep(20);
            reply = look(at, lively);
        }
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(new ObjectMapper().readTree(reply.body()).get("status").asText()).as(reply.body()).isEqualTo(word);
        assertThat(check(reply, "silentSources").get("status").asText()).isEqualTo(word);
        assertThat(check(reply, "silentSources").get("value").asLong()).isEqualTo(why.isEmpty() ? 0 : why.split(",").length);
    }

    private Reply look(FakeEngine at, Runnable lively) {
        lively.run();
        at.sample();
        return Wire.get(server, "/health");
    }

    private JsonNode check(String name) throws IOException {
        return check(Wire.get(server, "/health"), name);
    }

    private static JsonNode check(Reply reply, String name) throws IOException {
        for (JsonNode one : new ObjectMapper().readTree(reply.body()).get("checks")) {
            if (one.get("name").asText().equals(name)) {
                return one;
            }
        }
        return null;
    }
}
