package io.windrow.metrics.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.windrow.metrics.FakeEngine;
import io.windrow.metrics.http.Wire.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The server over real sockets: what HTTP asks of it, and what it does when a request is wrong. */
class MetricsServerTest {

    private static final String HOST = "\r\nHost: localhost\r\n";

    private final FakeEngine engine = new FakeEngine();
    private MetricsServer server = server().start();

    @AfterEach
    void close() {
        server.close();
        engine.close();
    }

    private MetricsServer server() {
        return MetricsServer.builder(engine.metrics()).port(0)
            .limits(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(60))
            .text("/metrics", out -> out.write("up 1\n".getBytes(StandardCharsets.UTF_8)))
            .text("/broken", out -> {
                throw new IOException("broken on purpose");
            })
            .text("/exhausted", out -> {
                throw new OutOfMemoryError("exhausted on purpose");
            })
            .text("/endless", out -> {
                while (true) {
                    out.write('x');
                }
            }).build();
    }

    @Test
    void shouldAnswerManyRequestsOnOneConnection() {
        try (Wire wire = new Wire(server)) {
            for (int i = 0; i < 50; i++) {
                Reply reply = wire.get("/metrics");
                assertThat(reply.status()).isEqualTo(200);
                assertThat(reply.body()).isEqualTo("up 1\n");
                assertThat(reply.headers()).containsEntry("content-type", "text/plain; version=0.0.4; charset=utf-8")
                    .containsEntry("content-length", "5").containsEntry("cache-control", "no-store").doesNotContainKey("connection");
            }
        }
        assertThat(server.requestCount()).isEqualTo(50);
    }

    @Test
    void shouldAnswerRequestsThatComeTogetherInTheirOrder() {
        try (Wire wire = new Wire(server)) {
            StringBuilder requests = new StringBuilder();
            for (int i = 0; i < 200; i++) {
                requests.append(i % 2 == 0 ? "GET /metrics" : "GET /nowhere").append(" HTTP/1.1").append(HOST).append("\r\n");
            }
            wire.send(requests.toString());
            for (int i = 0; i < 200; i++) {
                assertThat(wire.read().status()).isEqualTo(i % 2 == 0 ? 200 : 404);
            }
        }
    }

    @Test
    void shouldAnswerLargePagesThatWereAskedForTogether() {
        try (Wire wire = new Wire(server, 4096)) {
            wire.send(("GET /chart.js HTTP/1.1" + HOST + "\r\n").repeat(5));
            for (int i = 0; i < 5; i++) {
                Reply reply = wire.read();
                assertThat(reply.body()).hasSizeGreaterThan(200_000).contains("Released under the MIT License")
                    .endsWith("chart.umd.min.js.map\n");
                assertThat(reply.headers()).containsEntry("cache-control", "max-age=86400");
            }
        }
    }

    @Test
    void shouldAnswerARequestThatComesByteByByte() throws InterruptedException {
        try (Wire wire = new Wire(server)) {
            for (byte b : ("\r\nGET /metrics HTTP/1.1" + HOST + "\r\n").getBytes(StandardCharsets.UTF_8)) {
                wire.send(new byte[] {b});
                Thread.sleep(1);
            }
            assertThat(wire.read().body()).isEqualTo("up 1\n");
        }
    }

    @Test
    void shouldTellTheLengthOfAPageToHeadAndSendNone() {
        try (Wire wire = new Wire(server)) {
            Reply head = wire.send("HEAD /metrics HTTP/1.1" + HOST + "\r\n").read(false);
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.headers()).containsEntry("content-length", "5");
            assertThat(wire.get("/metrics").body()).as("nothing of the body was sent").isEqualTo("up 1\n");
        }
        try (Wire wire = new Wire(server)) {
            assertThat(wire.send("HEAD /api/system/metrics/stream HTTP/1.1" + HOST + "\r\n").read(false).headers())
                .containsEntry("content-type", "text/event-stream");
            assertThat(wire.isEnded()).as("a stream that only its head was asked of").isTrue();
        }
    }

    @Test
    void shouldEndTheConnectionWhenItIsAskedTo() {
        try (Wire wire = new Wire(server)) {
            Reply reply = wire.send("GET /metrics HTTP/1.1" + HOST + "connection: Close\r\n\r\n").read();
            assertThat(reply.body()).isEqualTo("up 1\n");
            assertThat(reply.headers()).containsEntry("connection", "close");
            assertThat(wire.isEnded()).isTrue();
        }
        try (Wire wire = new Wire(server)) {
            assertThat(wire.send("GET /metrics HTTP/1.0\r\n\r\n").read().body()).isEqualTo("up 1\n");
            assertThat(wire.isEnded()).isTrue();
        }
    }

    @Test
    void shouldRefuseWhatIsNoRequestWithOneLine() {
        assertRefused("POST /metrics HTTP/1.1" + HOST, 405, "the method must be GET or HEAD");
        assertRefused("GET /metrics HTTP/2.0" + HOST, 505, "the version must be HTTP/1.1 or HTTP/1.0");
        assertRefused("GET  /metrics HTTP/1.1" + HOST, 400, "a request line must be: METHOD /path HTTP/1.1");
        assertRefused("GET metrics HTTP/1.1" + HOST, 400, "a request line must be: METHOD /path HTTP/1.1");
        assertRefused("hello" + HOST, 400, "a request line must be: METHOD /path HTTP/1.1");
        assertRefused("GET /metrics HTTP/1.1\r\n", 400, "a request must name its Host");
        assertRefused("GET /metrics HTTP/1.1" + HOST + "Host: localhost\r\n", 400, "a request must name its Host once");
        assertRefused("GET /metrics HTTP/1.1" + HOST + "Accept : all\r\n", 400, "a header must be: Name: value");
        assertRefused("GET /metrics HTTP/1.1" + HOST + " folded\r\n", 400, "a header must be: Name: value");
        assertRefused("GET /metrics HTTP/1.1" + HOST + "Accept: a\rb\r\n", 400, "a header must be: Name: value");
        assertRefused("GET /metrics HTTP/1.1" + HOST + "Content-Length: 5\r\n", 413, "a request must have no body");
        assertRefused("GET /metrics HTTP/1.1" + HOST + "Transfer-Encoding: chunked\r\n", 413, "a request must have no body");
        assertRefused("GET /metrics HTTP/1.1" + HOST + "X: " + "y".repeat(10_000) + "\r\n", 431,
            "the head of a request must fit: bytes>8192");
        assertThat(Wire.get(server, "/metrics").status()).isEqualTo(200);
    }

    @Test
    void shouldNameThePathsThereAre() {
        Reply reply = Wire.get(server, "/metrics/");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).isEqualTo("{\"error\":\"the path must be one of [/, /page.css, /page.js, /chart.js, /health, "
            + "/api/system/metrics/current, /api/system/metrics/history, /api/system/metrics/stream, /metrics, /broken, /exhausted, "
            + "/endless]\"}\n");
    }

    @Test
    void shouldRefuseAForeignHostUnlessItIsAllowed() {
        assertThat(asHost("evil.example").body())
            .isEqualTo("{\"error\":\"the host must be an address or one of [localhost, 127.0.0.1]: host=evil.example\"}\n");
        assertThat(asHost("evil.example:8000").status()).isEqualTo(403);
        assertThat(asHost("127.0.0.1.evil.example").status()).isEqualTo(403);
        assertThat(asHost("").status()).isEqualTo(403);
        for (String good : new String[] {"LocalHost", "localhost:8000", "127.0.0.1:8000", "10.1.2.3", "[::1]:8000"}) {
            assertThat(asHost(good).status()).as(good).isEqualTo(200);
        }
        server.close();
        server = MetricsServer.builder(engine.metrics()).port(0).allowHost("Engine.Internal").build().start();
        assertThat(asHost("engine.internal:8000").status()).isEqualTo(200);
        server.close();
        server = MetricsServer.builder(engine.metrics()).host("0.0.0.0").port(0).build().start();
        assertThat(asHost("any.example").status()).as("open to other machines").isEqualTo(200);
    }

    @Test
    void shouldCountAPageThatThrowsAndGoOn() {
        assertThat(Wire.get(server, "/broken").status()).isEqualTo(500);
        assertThat(server.lastFailure()).hasMessage("broken on purpose");
        Reply reply = Wire.get(server, "/exhausted");
        assertThat(reply.body()).isEqualTo(
            "{\"error\":\"the path could not be answered: java.lang.OutOfMemoryError: exhausted on purpose\"}\n");
        assertThat(Wire.get(server, "/endless").body()).contains("an answer must fit: bytes>2097152");
        assertThat(server.failureCount()).isEqualTo(3);
        assertThat(Wire.get(server, "/metrics").body()).isEqualTo("up 1\n");
    }

    @Test
    void shouldSayThatThePortIsTaken() {
        assertThatExceptionOfType(UncheckedIOException.class)
            .isThrownBy(() -> MetricsServer.builder(engine.metrics()).port(server.port()).build().start())
            .withMessage("port must be free: port=" + server.port() + " (Address already in use)");
        assertThatExceptionOfType(UncheckedIOException.class)
            .isThrownBy(() -> MetricsServer.builder(engine.metrics()).host("no.such.host.invalid").port(0).build().start())
            .withMessage("host must be known: host=no.such.host.invalid");
    }

    @Test
    void shouldGiveThePortBack() {
        int port = server.port();
        try (Wire idle = new Wire(server)) {
            idle.get("/metrics");
            server.close();
            server.close();
            assertThat(idle.isEnded()).isTrue();
        }
        server = MetricsServer.builder(engine.metrics()).port(port).build().start();
        assertThat(Wire.get(server, "/metrics").status()).isEqualTo(404);
    }

    @Test
    void shouldStartOnceOnly() {
        assertThatIllegalStateException().isThrownBy(server::start).withMessage("a server starts once: host=127.0.0.1, port=0");
        MetricsServer never = server();
        assertThatIllegalStateException().isThrownBy(never::port).withMessage("the server must be started: port=0");
        never.close();
        assertThatIllegalStateException().isThrownBy(never::start).withMessage("a server starts once: host=127.0.0.1, port=0");
    }

    @Test
    void shouldServeTheSameMetricsTwice() {
        try (MetricsServer other = server().start()) {
            assertThat(other.port()).isNotEqualTo(server.port());
            assertThat(Wire.get(other, "/metrics").body()).isEqualTo(Wire.get(server, "/metrics").body());
            server.close();
            assertThat(Wire.get(other, "/metrics").status()).isEqualTo(200);
        }
    }

    @Test
    void shouldRefuseSettingsThatCannotBe() {
        MetricsServerBuilder builder = MetricsServer.builder(engine.metrics());
        assertThatIllegalArgumentException().isThrownBy(() -> builder.port(65_536)).withMessage("port must be 0 to 65535: port=65536");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.text("metrics", out -> { }))
            .withMessage("a path must begin with /: path=metrics");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.connections(200, 101)).withMessage(
            "connections must be 1 <= subscribers <= 100 and more than subscribers: connections=200, subscribers=101");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.connections(5, 5)).withMessage(
            "connections must be 1 <= subscribers <= 100 and more than subscribers: connections=5, subscribers=5");
    }

    private Reply asHost(String host) {
        try (Wire wire = new Wire(server)) {
            return wire.send("GET /api/system/metrics/current HTTP/1.1\r\nHost: " + host + "\r\n\r\n").read();
        }
    }

    private void assertRefused(String head, int status, String error) {
        try (Wire wire = new Wire(server)) {
            Reply reply = wire.send(head + "\r\n").read();
            assertThat(reply.body()).as(head).isEqualTo("{\"error\":\"" + error + "\"}\n");
            assertThat(reply.status()).isEqualTo(status);
            assertThat(reply.headers()).containsEntry("connection", "close");
            if (status == 405) {
                assertThat(reply.headers()).containsEntry("allow", "GET, HEAD");
            }
            assertThat(wire.isEnded()).isTrue();
        }
    }
}
