package io.windrow.metrics.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import io.windrow.metrics.FakeEngine;
import io.windrow.metrics.Figure;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The stream of events, and what serving costs in garbage. */
class StreamTest {

    private static final String STREAM = "GET /api/system/metrics/stream HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private final FakeEngine engine = new FakeEngine();
    private final MetricsServer server = MetricsServer.builder(engine.metrics()).port(0)
        .limits(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofMillis(800))
        .text("/metrics", out -> out.write("up 1\n".getBytes(StandardCharsets.UTF_8))).build().start();
    private final List<Wire> subscribers = new ArrayList<>();

    @AfterEach
    void close() {
        subscribers.forEach(Wire::close);
        server.close();
        engine.close();
    }

    @Test
    void shouldSendTheNewestSampleAtOnceAndEachThatFollows() throws IOException {
        engine.set(Figure.RESIDENT, 1).sample();
        Wire wire = new Wire(server).send(STREAM);
        subscribers.add(wire);
        assertThat(wire.read(false).headers()).containsEntry("content-type", "text/event-stream")
            .containsEntry("cache-control", "no-store").doesNotContainKey("content-length");
        for (int i = 1; i < 20; i++) {
            JsonNode event = new ObjectMapper().readTree(wire.event());
            assertThat(event.get("figures").get("residentBytes").asLong()).isEqualTo(i);
            engine.set(Figure.RESIDENT, i + 1).sample();
        }
    }

    @Test
    void shouldDropTheOldestOfAHundredAndOne() {
        for (int i = 0; i < 100; i++) {
            subscribe().event();
        }
        assertThat(server.droppedSubscriberCount()).isZero();
        subscribe().event();
        assertThat(server.droppedSubscriberCount()).isEqualTo(1);
        assertThat(subscribers.get(0).isEnded()).isTrue();
        engine.set(Figure.RESIDENT, 77).sample();
        for (int i = 1; i <= 100; i++) {
            assertThat(subscribers.get(i).event()).contains("\"residentBytes\":77");
        }
    }

    @Test
    void shouldDropASubscriberThatDoesNotReadAndServeTheOthers() throws InterruptedException {
        Wire deaf = new Wire(server, 4096).send(STREAM);
        subscribers.add(deaf);
        Wire lively = subscribe();
        lively.event();
        for (int i = 1; server.droppedSubscriberCount() == 0; i++) {
            assertThat(i).as("events that a deaf subscriber may be sent").isLessThan(5_000);
            engine.set(Figure.RESIDENT, i).sample();
            assertThat(lively.event()).contains("\"residentBytes\":" + i + ",");
            Thread.sleep(1);
        }
        assertThat(deaf.isEnded()).isTrue();
    }

    @Test
    void shouldIgnoreWhatASubscriberSays() {
        Wire talking = subscribe();
        talking.event();
        talking.send("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(1_000));
        engine.set(Figure.RESIDENT, 5).sample();
        assertThat(talking.event()).contains("\"residentBytes\":5");
        assertThat(server.requestCount()).isEqualTo(1);
    }

    @Test
    void shouldEndStreamsWhenItCloses() {
        subscribe().event();
        subscribe().event();
        server.close();
        assertThat(subscribers.get(0).isEnded()).isTrue();
        assertThat(subscribers.get(1).isEnded()).isTrue();
        engine.sample();
        assertThat(engine.metrics().failureCount()).as("nobody listens any more").isZero();
    }

    @Test
    void shouldForgetASubscriberThatHasGone() {
        subscribe().event();
        subscribers.get(0).close();
        Wire other = subscribe();
        other.event();
        for (int i = 0; i < 5; i++) {
            engine.set(Figure.RESIDENT, i).sample();
            other.event();
        }
        assertThat(server.droppedSubscriberCount()).as("who goes by itself is not dropped").isZero();
    }

    @Test
    void shouldServeWithNextToNoGarbage() {
        try (Wire wire = new Wire(server)) {
            byte[] current = "GET /api/system/metrics/current HTTP/1.1\r\nHost: localhost:8000\r\nUser-Agent: test\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8);
            Wire stream = subscribe();
            stream.event();
            serve(wire, stream, current, 300);
            long least = Long.MAX_VALUE;
            // Several times, as what is not compiled yet, or compiled anew, may allocate what is not needed.
            for (int round = 0; round < 20 && least > 200; round++) {
                long before = allocated();
                serve(wire, stream, current, 300);
                least = Math.min(least, (allocated() - before) / 300);
            }
            assertThat(least).as("bytes for a request and an event").isLessThanOrEqualTo(200);
        }
    }

    private void serve(Wire wire, Wire stream, byte[] request, int times) {
        for (int i = 0; i < times; i++) {
            wire.send(request).read();
            engine.sample();
            stream.event();
        }
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (long id : threads.getAllThreadIds()) {
            ThreadInfo thread = threads.getThreadInfo(id);
            if (thread != null && thread.getThreadName().equals("windrow-http")) {
                return threads.getThreadAllocatedBytes(id);
            }
        }
        throw new AssertionError("there is no thread of the server");
    }

    private Wire subscribe() {
        Wire wire = new Wire(server).send(STREAM);
        subscribers.add(wire);
        return wire;
    }
}
