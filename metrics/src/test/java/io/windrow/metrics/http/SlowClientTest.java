package io.windrow.metrics.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.buffers.testing.Seeds;
import io.windrow.metrics.FakeEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that are slow, silent, too many or mad. */
class SlowClientTest {

    private static final String REQUEST = "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String STREAM = "GET /api/system/metrics/stream HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private static final long PATIENCE_NANOS = 30_000_000_000L;

    private final FakeEngine engine = new FakeEngine();
    private MetricsServer server;

    @AfterEach
    void close() {
        server.close();
        engine.close();
    }

    private MetricsServer start(Duration request, Duration idle, Duration answer, int connections, int subscribers) {
        server = MetricsServer.builder(engine.metrics()).port(0).limits(request, idle, answer).connections(connections, subscribers)
            .text("/metrics", out -> out.write("up 1\n".getBytes(StandardCharsets.UTF_8)))
            .text("/large", out -> out.write(new byte[1_900_000])).build().start();
        return server;
    }

    @Test
    void shouldEndWhoSendsARequestTooSlowly() throws InterruptedException {
        start(Duration.ofMillis(600), Duration.ofSeconds(60), Duration.ofSeconds(60), 10, 5);
        try (Wire half = answered(); Wire silent = new Wire(server); Wire slow = new Wire(server)) {
            half.send("GET /metrics HT");
            assertThat(sentUntilEnded(slow)).as("a byte now and then gives no more time").isTrue();
            assertThat(silent.isEnded()).isTrue();
            assertThat(half.isEnded()).isTrue();
        }
        answered().close();
    }

    /** A client with an answer. One that was stopped between connection and request is ended, rightly, and then there is another. */
    private Wire answered() {
        for (int i = 0; i < 9; i++) {
            Wire wire = new Wire(server);
            try {
                assertThat(wire.get("/metrics").status()).isEqualTo(200);
                return wire;
            } catch (UncheckedIOException e) {
                wire.close();
            }
        }
        throw new AssertionError("the server must answer who is quick");
    }

    /** Sends a byte of a request that never ends each 50 ms, for half a minute if nobody ends it. */
    private static boolean sentUntilEnded(Wire slow) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        try {
            for (int i = 0; System.nanoTime() - end < 0; i++) {
                slow.send(new byte[] {(byte) REQUEST.charAt(i % 20)});
                Thread.sleep(50);
            }
            return false;
        } catch (UncheckedIOException e) {
            return true;
        }
    }

    @Test
    void shouldEndWhoIsIdleForTooLong() {
        start(Duration.ofSeconds(60), Duration.ofMillis(500), Duration.ofSeconds(60), 10, 5);
        try (Wire idle = new Wire(server)) {
            // Before the request, so that what passes until the answer is read makes the time longer and never shorter.
            long start = System.nanoTime();
            idle.get("/metrics");
            assertThat(idle.isEnded()).as("the other limits are longer than the client waits").isTrue();
            assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(500_000_000L);
        }
    }

    @Test
    void shouldEndWhoDoesNotTakeItsAnswer() {
        start(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(1), 10, 5);
        try (Wire deaf = new Wire(server, 4096)) {
            deaf.send("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n");
            await(() -> server.requestCount() == 1);
            // There is no room for another answer of that size before the first is given up.
            await(this::takesLarge);
            assertThat(received(deaf)).as("the rest was given up").isLessThan(1_900_000);
        }
    }

    /** Whether a second client gets all, who takes nothing before the server has sent what it can and most of it must wait. */
    private boolean takesLarge() {
        long before = server.requestCount();
        try (Wire other = new Wire(server, 65_536)) {
            other.send("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n");
            await(() -> server.requestCount() > before);
            assertThat(Wire.get(server, "/metrics").status()).isEqualTo(200);
            return received(other) > 1_900_000;
        }
    }

    @Test
    void shouldBoundWhatAllDeafClientsTogetherLeaveWaiting() {
        start(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(60), 60, 5);
        List<Wire> clients = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            clients.add(new Wire(server, 4096).send("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        }
        assertThat(Wire.get(server, "/metrics").status()).isEqualTo(200);
        int whole = 0;
        for (Wire client : clients) {
            whole += received(client) > 1_900_000 ? 1 : 0;
            client.close();
        }
        assertThat(whole).as("clients that got all of it; one answer may wait at a time").isBetween(1, 5);
    }

    @Test
    void shouldLetTheClientThatIsIdleForLongestGiveWay() throws InterruptedException {
        start(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(60), 3, 1);
        try (Wire stream = new Wire(server); Wire oldest = new Wire(server); Wire newer = new Wire(server)) {
            stream.send(STREAM).event();
            oldest.get("/metrics");
            Thread.sleep(5);
            newer.get("/metrics");
            assertThat(Wire.get(server, "/metrics").status()).isEqualTo(200);
            assertThat(oldest.isEnded()).isTrue();
            assertThat(newer.get("/metrics").status()).isEqualTo(200);
            engine.sample();
            assertThat(stream.event()).isNotEmpty();
        }
        assertThat(server.refusedCount()).isZero();
    }

    @Test
    void shouldRefuseOneMoreWhenAllAreAtWork() {
        start(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(60), 2, 1);
        try (Wire stream = new Wire(server); Wire half = new Wire(server)) {
            stream.send(STREAM).event();
            // In one piece, so that the server has the beginning of the second when the first is answered.
            half.send(REQUEST + "GET").read();
            try (Wire late = new Wire(server)) {
                assertThat(late.isEnded()).isTrue();
            }
            assertThat(server.refusedCount()).isEqualTo(1);
        }
    }

    @Test
    void shouldOutliveTenThousandRequestsOfGarbage() {
        start(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(60), 50, 5);
        Seeds.forEach(10, random -> {
            for (int i = 0; i < 1_000; i++) {
                sendAndHangUp(garbage(random));
            }
            assertThat(Wire.get(server, "/metrics").body()).isEqualTo("up 1\n");
        });
        assertThat(server.failureCount()).as("last: " + server.lastFailure()).isZero();
        assertThat(server.requestCount()).isGreaterThan(1_000);
    }

    /** A request with some bytes of it changed, left out, doubled or cut off; or no request at all. */
    private static byte[] garbage(Random random) {
        String[] paths = {"/metrics", "/", "/health", "/api/system/metrics/history?points=5&from=1", "/api/system/metrics/stream", "/x%00"};
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "GET " : "HEAD ").append(paths[random.nextInt(paths.length)])
            .append(" HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\nContent-Length: 0\r\n\r\n");
        for (int damage = random.nextInt(6); damage > 0; damage--) {
            text.append(text.length() == 0 ? "G" : "");
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(at, (char) random.nextInt(256));
                case 1 -> text.deleteCharAt(at);
                case 2 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(30))));
                default -> text.setLength(Math.max(1, at));
            }
        }
        byte[] bytes = text.toString().repeat(1 + random.nextInt(3)).getBytes(StandardCharsets.ISO_8859_1);
        if (random.nextInt(10) == 0) {
            bytes = new byte[random.nextInt(20_000)];
            random.nextBytes(bytes);
        }
        return bytes;
    }

    private void sendAndHangUp(byte[] bytes) {
        try (Wire wire = new Wire(server)) {
            wire.send(bytes).socket.shutdownOutput();
            assertThat(wire.isEnded()).isTrue();
        } catch (IOException | UncheckedIOException e) {
            // The server may have ended it before all was sent.
            assertThat(server.failureCount()).isZero();
        }
    }

    private static long received(Wire wire) {
        byte[] chunk = new byte[65_536];
        long sum = 0;
        try {
            int count = 0;
            while (count >= 0 && sum <= 1_900_000) {
                sum += count;
                count = wire.socket.getInputStream().read(chunk);
            }
        } catch (IOException e) {
            return sum;
        }
        return sum;
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.yield();
        }
    }
}
