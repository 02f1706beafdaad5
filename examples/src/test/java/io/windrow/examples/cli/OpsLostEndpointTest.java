package io.windrow.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Endpoints that refuse, hang, drip, or answer something else. */
class OpsLostEndpointTest {

    private FakeEngine engine;

    @BeforeEach
    void open() throws IOException {
        engine = new FakeEngine();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mem-snapshot", "health", "prometheus-check", "assert-p95", "mem-health --for 1s", "validate --for 1s",
        "leak-sentinel --for 1s", "gc-profile --for 1s", "watchdog --when openFiles>1"})
    void shouldEndWithThreeWhereNobodyAnswers(String call) throws IOException {
        // A port that is taken and at which nobody listens: one that is free may be another's by now.
        try (Socket taken = new Socket()) {
            taken.bind(new InetSocketAddress("127.0.0.1", 0));
            String url = "http://127.0.0.1:" + taken.getLocalPort();
            CommandLineRun run = CommandLineRun.here((call + " --url " + url).split(" "));
            assertThat(run.exit).isEqualTo(3);
            assertThat(run.out).isEmpty();
            assertThat(run.err.lines().filter(line -> line.startsWith("windrow: "))).singleElement().asString()
                .startsWith("windrow: endpoint cannot be reached (Connection refused): url=" + url);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "500|oops|endpoint answers 500: url=", "404|no|endpoint answers 404: url=", "301||endpoint answers no metrics of an engine (",
        "200|<html>hello</html>|endpoint answers no metrics of an engine (",
        "200|{}|endpoint answers no metrics of an engine (timeNanos is missing)",
        "200|{\"timeNanos\":1}|endpoint answers no metrics of an engine (figures are missing)",
        "200|{\"timeNanos\":1,\"figures\":{\"openFiles\":\"x\"}}|"
            + "endpoint answers no metrics of an engine (a figure must be a number: openFiles=x)",
        "200|{\"timeNanos\":1,|endpoint answers no metrics of an engine ("})
    void shouldEndWithThreeWhereTheAnswerIsNone(int status, String text, String message) {
        engine.reply(FakeEngine.CURRENT, status, text == null ? "" : text);
        CommandLineRun run = engine.run("mem-snapshot");
        assertThat(run.exit).isEqualTo(3);
        assertThat(run.err.lines()).singleElement().asString().startsWith("windrow: " + message)
            .endsWith("url=" + engine.url() + FakeEngine.CURRENT);
    }

    /** The endpoint hangs or drips longer than the test may take: that the command ends is its limit's doing. */
    @Test
    @Timeout(60)
    void shouldEndWithinItsLimitWhereTheEndpointHangsOrDrips() {
        engine.replies.put(FakeEngine.CURRENT, exchange -> FakeEngine.pause(120_000));
        assertHangs();
        engine.replies.put(FakeEngine.CURRENT, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 1_200 && !Thread.currentThread().isInterrupted(); i++) {
                    out.write(' ');
                    out.flush();
                    FakeEngine.pause(100);
                }
            }
        });
        assertHangs();
    }

    @Test
    void shouldOutliveAnEndpointThatIsSilentForAMomentOnlyWhereItWatchesForLong() {
        engine.replies.put(FakeEngine.CURRENT, exchange -> {
            if (engine.requests.get() == 3) {
                engine.replies.remove(FakeEngine.CURRENT);
            }
            FakeEngine.send(exchange, engine.requests.get() == 1 ? 503 : 200, "text/plain", "");
        });
        CommandLineRun first = engine.run("leak-sentinel", "--for", "1s", "--interval", "100ms");
        assertThat(first.exit).as("the first answer must be there").isEqualTo(3);
        engine.replies.clear();
        AtomicLong asked = new AtomicLong();
        engine.change = sample -> {
            // Twice, because the client asks again by itself where a connection breaks.
            if (asked.incrementAndGet() % 6 >= 4) {
                throw new IllegalStateException("made up");
            }
        };
        assertThat(engine.run("leak-sentinel", "--for", "1s", "--interval", "100ms").exit).isEqualTo(5);
        asked.set(0);
        CommandLineRun lost = engine.run("mem-health", "--for", "60s", "--interval", "100ms");
        assertThat(lost.exit).isEqualTo(3);
        assertThat(lost.err).contains("endpoint cannot be read (").contains(" samples)");
    }

    private void assertHangs() {
        CommandLineRun run = engine.run("mem-snapshot", "--answer-within", "500ms");
        assertThat(run.exit).isEqualTo(3);
        assertThat(run.err).isEqualTo("windrow: endpoint does not answer within 500 ms: url=" + engine.url() + FakeEngine.CURRENT
            + System.lineSeparator());
    }
}
