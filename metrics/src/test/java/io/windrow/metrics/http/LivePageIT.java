package io.windrow.metrics.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.metrics.EngineMetrics;
import io.windrow.metrics.FakeEngine;
import io.windrow.pipeline.MarketPublisher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The live page in a browser, over an engine that works. Pictures go to {@code -Dwindrow.pictures=directory} if that is set. */
class LivePageIT {

    private static final String POINTS = "document.getElementById('memory')?.dataset.points > ";
    private static final String[] PLOTS = {"memory", "stops", "throughput", "latency", "allocation"};
    /** Pixels of a plot that something is drawn on. */
    private static final String PAINTED = "(c => c.getContext('2d').getImageData(0, 0, c.width, c.height).data"
        + ".filter((v, i) => i %% 4 === 3 && v > 0).length)(document.getElementById('%s'))";
    private static final String LINK = "document.getElementById('link')?.textContent";

    private final FakeEngine parts = new FakeEngine(Duration.ofSeconds(1), Duration.ofSeconds(1));
    private EngineMetrics metrics;
    private MetricsServer server;
    private Browser browser;
    private volatile boolean stopping;
    private Thread feed;

    @BeforeEach
    void open() throws IOException {
        Path program = Browser.find();
        Assumptions.assumeTrue(program != null, "no chromium on the search path: the live page is not looked at");
        metrics = parts.live();
        server = MetricsServer.builder(metrics).port(0).version("0.1.0").build().start();
        feed = new Thread(this::trade);
        feed.start();
        browser = new Browser(program);
        browser.size(1280, 1500);
        browser.open("http://127.0.0.1:" + server.port() + "/");
    }

    @AfterEach
    void close() throws IOException, InterruptedException {
        stopping = true;
        if (browser != null) {
            browser.close();
            feed.join();
            server.close();
            metrics.close();
        }
        parts.close();
    }

    @Test
    void shouldShowCurvesThatMoveAndNoErrors() {
        browser.await(POINTS + 3);
        long before = browser.evaluate("Number(document.getElementById('memory')?.dataset.last)").asLong();
        browser.await("Number(document.getElementById('memory')?.dataset.last) > " + before);
        browser.await(LINK + " === '● live'");
        // Latencies are worked out every five seconds.
        browser.await("Chart.getChart('latency').data.datasets[0].data.some(p => p.y !== null)");
        for (String plot : PLOTS) {
            browser.await("Chart.getChart('" + plot + "').data.datasets[0].data.some(p => p.y !== null)");
        }
        browser.await("Chart.getChart('throughput').data.datasets[0].data.at(-1).y > 0");
        assertThat(browser.evaluate("document.getElementById('throughput').getAttribute('aria-label')").asText()).startsWith("events/s ");
        browser.await("['exchange-a', '● live', 'exchange-b'].every(word => document.getElementById('sources').innerText.includes(word))");
        assertThat(browser.evaluate("document.getElementById('owners').innerText").asText()).contains("engine \"A\"");
        browser.await("document.getElementById('checks').rows.length > 3");
        browser.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        assertThat(browser.problems()).isEmpty();
    }

    @Test
    void shouldShowTheNewestSampleNumberForNumber() {
        browser.await(POINTS + 2);
        // Not the first that is asked for may be among them: of two samples that come while the server is busy the stream has the newer.
        browser.await("fetch('/api/system/metrics/current').then(a => a.json()).then(now => "
            + "Chart.getChart('memory').data.datasets[0].data.some(p => p.y === now.figures.residentBytes / 1e6) || "
            + "new Promise(done => setTimeout(() => done(Chart.getChart('memory').data.datasets[0].data"
            + ".some(p => p.y === now.figures.residentBytes / 1e6)), 1500)))");
    }

    @Test
    void shouldSayThatTheEngineIsGoneAndComeBackWithIt() {
        browser.await(POINTS + 2);
        int port = server.port();
        server.close();
        browser.await(LINK + " === '✖ disconnected'");
        server = MetricsServer.builder(metrics).port(port).build().start();
        browser.await(LINK + " === '● live'");
        long before = browser.evaluate("Number(document.getElementById('memory')?.dataset.last)").asLong();
        browser.await("Number(document.getElementById('memory')?.dataset.last) > " + before);
    }

    @Test
    void shouldFitWideAndNarrowLightAndDark() throws IOException {
        browser.await(POINTS + 60 + " && document.getElementById('checks').rows.length > 3");
        picture("wide-light", 1280, 1800, "light");
        picture("wide-dark", 1280, 1800, "dark");
        picture("narrow-light", 400, 2750, "light");
        assertThat(browser.problems()).isEmpty();
    }

    private void picture(String name, int width, int height, String scheme) throws IOException {
        browser.scheme(scheme);
        browser.size(width, height);
        browser.await("new Promise(done => setTimeout(() => done(true), 700))");
        browser.await("document.documentElement.scrollWidth <= " + width);
        for (String plot : PLOTS) {
            browser.await(String.format(PAINTED, plot) + " > 500");
        }
        String directory = System.getProperty("windrow.pictures");
        if (directory != null) {
            Files.createDirectories(Path.of(directory));
            browser.picture(Path.of(directory, name + ".png"));
        }
    }

    /** Two sources; the second falls silent after a while. */
    private void trade() {
        MarketPublisher first = parts.pipeline().publisher("exchange-a");
        MarketPublisher second = parts.pipeline().publisher("exchange-b");
        byte[][] garbage = new byte[64][];
        for (int turn = 0; !stopping; turn++) {
            parts.trade(first, 20 + turn % 13);
            if (turn < 300) {
                parts.trade(second, 5);
            }
            garbage[turn % garbage.length] = new byte[100_000];
            LockSupport.parkNanos(20_000_000L);
        }
    }
}
