package io.windrow.metrics.watch;

import static io.windrow.metrics.watch.SampleFeed.SECOND;
import static io.windrow.metrics.watch.WebhookServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.metrics.Figure;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WebhookNotifierTest {

    private static final long PATIENCE = 30 * SECOND;

    private static Alarm alarm(String name, long second) {
        return new Alarm(name, Severity.HIGH, Figure.STOP_P95, 51_000_000, 50_000_000, SampleFeed.NOON + second * SECOND, "a \"pause\"\n");
    }

    /** Which is quick to try again; how long it waits is no shorter than what the tests wait. */
    private static WebhookNotifierBuilder quick(URI url) {
        return WebhookNotifier.builder(url).timeLimit(Duration.ofNanos(PATIENCE)).retries(3, Duration.ofMillis(1));
    }

    @Test
    void shouldPostAnAlarmAsJson() throws Exception {
        try (WebhookServer server = new WebhookServer(number -> status(204));
            WebhookNotifier notifier = quick(server.url("/hook?token=s3cret")).source("engine-1")
                .header("Authorization", "Bearer b34r").build()) {
            notifier.onAlarm(alarm("pauses", 0));
            assertThat(notifier.awaitIdle(PATIENCE)).isTrue();
            assertThat(notifier.sent()).isOne();
            assertThat(server.requests).singleElement().satisfies(request -> {
                assertThat(request).startsWith("POST /hook?token=s3cret HTTP/1.1\r\n").contains("\r\nAuthorization: Bearer b34r\r\n")
                    .contains("\r\nContent-Type: application/json; charset=utf-8\r\n");
                assertThat(request).endsWith("\r\n\r\n{\"source\":\"engine-1\",\"alarm\":\"pauses\",\"severity\":\"HIGH\",\"figure\":"
                    + "\"stopP95Seconds\",\"value\":0.051,\"threshold\":0.05,\"time\":\"2026-11-20T12:00:00Z\","
                    + "\"text\":\"a \\\"pause\\\"\\u000a\"}");
            });
        }
    }

    @Test
    void shouldTryAgainThreeTimesAndThenGiveUp() throws Exception {
        try (WebhookServer server = new WebhookServer(number -> status(500)); WebhookNotifier notifier = quick(server.url("/")).build()) {
            notifier.onAlarm(alarm("a", 0));
            assertThat(notifier.awaitIdle(PATIENCE)).isTrue();
            assertThat(server.requests).hasSize(4);
            assertThat(notifier.failed()).isOne();
            assertThat(notifier.lastError()).isEqualTo("a message could not be sent to " + server.url("/***") + " (status 500)");
        }
    }

    @Test
    void shouldSucceedAtALaterTry() throws Exception {
        try (WebhookServer server = new WebhookServer(number -> status(number < 3 ? 503 : 200));
            WebhookNotifier notifier = quick(server.url("/")).build()) {
            notifier.onAlarm(alarm("a", 0));
            assertThat(notifier.awaitIdle(PATIENCE)).isTrue();
            assertThat(server.requests).hasSize(3);
            assertThat(notifier.sent()).isOne();
            assertThat(notifier.failed()).isZero();
        }
    }

    @Test
    void shouldNotTryAgainWhatIsWrongInItself() throws Exception {
        try (WebhookServer server = new WebhookServer(number -> status(404)); WebhookNotifier notifier = quick(server.url("/")).build()) {
            notifier.onAlarm(alarm("a", 0));
            assertThat(notifier.awaitIdle(PATIENCE)).isTrue();
            assertThat(server.requests).hasSize(1);
            assertThat(notifier.failed()).isOne();
        }
    }

    @Test
    void shouldNotFollowARedirection() throws Exception {
        try (WebhookServer other = new WebhookServer(number -> status(200));
            WebhookServer server = new WebhookServer(number -> "HTTP/1.1 307 x\r\nLocation: " + other.url("/")
                + "\r\nContent-Length: 0\r\n\r\n");
            WebhookNotifier notifier = quick(server.url("/")).retries(0, Duration.ZERO).build()) {
            notifier.onAlarm(alarm("a", 0));
            assertThat(notifier.awaitIdle(PATIENCE)).isTrue();
            assertThat(other.requests).isEmpty();
            assertThat(notifier.failed()).isOne();
        }
    }

    @Test
    void shouldGiveUpOnAServerThatHangs() throws Exception {
        try (WebhookServer server = new WebhookServer(number -> null);
            WebhookNotifier notifier = quick(server.url("/secret/path?token=s3cret")).timeLimit(Duration.ofMillis(500))
                .retries(1, Duration.ZERO).build()) {
            notifier.onAlarm(alarm("a", 0));
            assertThat(notifier.awaitIdle(PATIENCE)).isTrue();
            // It may read what was sent later than the notifier has waited for its answer.
            MemoryProfilerTest.await(() -> server.requests.size() >= 2);
            assertThat(server.requests).hasSize(2);
            assertThat(notifier.lastError()).endsWith("/*** (SocketTimeoutException)").doesNotContain("secret", "s3cret");
        }
    }

    @Test
    void shouldWaitForAServerThatIsSlowWithinTheLimit() throws Exception {
        try (WebhookServer server = new WebhookServer(number -> {
            Thread.sleep(300);
            return status(200);
        }); WebhookNotifier notifier = quick(server.url("/")).timeLimit(Duration.ofSeconds(20)).build()) {
            notifier.onAlarm(alarm("a", 0));
            assertThat(notifier.awaitIdle(PATIENCE)).isTrue();
            assertThat(notifier.sent()).isOne();
        }
    }

    @Test
    void shouldGiveUpOnAServerThatRefusesOrTalksNonsense() throws Exception {
        URI closed;
        try (WebhookServer server = new WebhookServer(number -> "nonsense\r\n\r\n")) {
            closed = server.url("/");
            try (WebhookNotifier notifier = quick(server.url("/")).build()) {
                notifier.onAlarm(alarm("a", 0));
                assertThat(notifier.awaitIdle(PATIENCE)).isTrue();
                assertThat(notifier.failed()).isOne();
            }
        }
        try (WebhookNotifier notifier = quick(closed).build()) {
            notifier.onAlarm(alarm("a", 0));
            assertThat(notifier.awaitIdle(PATIENCE)).isTrue();
            assertThat(notifier.failed()).isOne();
            assertThat(notifier.lastError()).endsWith("(ConnectException)");
        }
    }

    @Test
    void shouldDropTheOldestAndNeverBlock() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (WebhookServer server = new WebhookServer(number -> {
            go.await();
            return status(200);
        }); WebhookNotifier notifier = quick(server.url("/")).timeLimit(Duration.ofMinutes(30)).queue(3).build()) {
            notifier.onAlarm(alarm("first", 0));
            MemoryProfilerTest.await(() -> server.requests.size() == 1);
            // The server hangs until all are told: one that blocked would block for half an hour.
            for (int i = 0; i < 10; i++) {
                notifier.onAlarm(alarm("alarm " + i, 0));
            }
            assertThat(notifier.dropped()).isEqualTo(7);
            assertThat(notifier.sent()).isZero();
            go.countDown();
            assertThat(notifier.awaitIdle(PATIENCE)).isTrue();
            assertThat(server.requests).hasSize(4);
            assertThat(server.requests.get(1)).contains("\"alarm\":\"alarm 7\"");
            assertThat(notifier.sent()).isEqualTo(4);
        }
    }

    @Test
    void shouldSendOneNameOnlySoOften() throws Exception {
        try (WebhookServer server = new WebhookServer(number -> status(200)); WebhookNotifier notifier = quick(server.url("/")).build()) {
            notifier.onAlarm(alarm("a", 0));
            notifier.onAlarm(alarm("a", 59));
            notifier.onAlarm(alarm("b", 59));
            notifier.onAlarm(alarm("a", 60));
            notifier.onAlarm(alarm("a", 10));
            assertThat(notifier.awaitIdle(PATIENCE)).isTrue();
            assertThat(notifier.suppressed()).isOne();
            assertThat(notifier.sent()).as("a clock that was set back is not too soon").isEqualTo(4);
        }
    }

    @Test
    void shouldCloseWhileARequestHangs() throws Exception {
        try (WebhookServer server = new WebhookServer(number -> null)) {
            WebhookNotifier notifier = quick(server.url("/")).timeLimit(Duration.ofMinutes(30)).build();
            notifier.onAlarm(alarm("a", 0));
            MemoryProfilerTest.await(() -> server.requests.size() == 1);
            notifier.close();
            notifier.close();
            notifier.onAlarm(alarm("b", 0));
            assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName).doesNotContain("windrow-webhook");
        }
    }

    /** A request may be broken off at any place, also just before it waits for its answer, where the JDK connects anew. */
    @Test
    void shouldCloseWhereverARequestIs() throws Exception {
        for (int i = 0; i < 200; i++) {
            CountDownLatch read = new CountDownLatch(1);
            try (WebhookServer server = new WebhookServer(number -> {
                read.countDown();
                return null;
            })) {
                WebhookNotifier notifier = quick(server.url("/")).timeLimit(Duration.ofMinutes(30)).build();
                notifier.onAlarm(alarm("a", 0));
                assertThat(read.await(PATIENCE, TimeUnit.NANOSECONDS)).isTrue();
                notifier.close();
            }
        }
    }

    @Test
    void shouldShowNoSecret() throws IOException {
        try (WebhookNotifier notifier = WebhookNotifier.builder(URI.create("https://hooks.example.org/T0/s3cret?key=k3y"))
            .header("Authorization", "b34r").build()) {
            assertThat(notifier).hasToString("WebhookNotifier to https://hooks.example.org/***");
        }
    }

    @Test
    void shouldRefuseSettingsOutOfRange() {
        assertThatThrownBy(() -> WebhookNotifier.builder(URI.create("file:///etc/passwd")))
            .hasMessage("url must begin with http: or https:: scheme=file");
        assertThatThrownBy(() -> WebhookNotifier.builder(URI.create("http:///x"))).hasMessage("url must name a host: host=null");
        assertThatThrownBy(() -> WebhookNotifier.builder(URI.create("http://me:pw@a/x")))
            .hasMessage("url must not carry a user, a header may: host=a");
        WebhookNotifierBuilder builder = WebhookNotifier.builder(URI.create("http://a/"));
        assertThatThrownBy(() -> builder.queue(0)).hasMessage("queue must be at least 1: queue=0");
        assertThatThrownBy(() -> builder.timeLimit(Duration.ofHours(1))).hasMessage("timeLimit must be 1 ms to an hour: timeLimit=PT1H");
        assertThatThrownBy(() -> builder.header("X", "a\r\nY: b")).hasMessage("a header must be one line: name=X");
        assertThatThrownBy(() -> builder.retries(-1, Duration.ZERO)).hasMessage("times must be at least 0: times=-1");
    }
}
