package io.windrow.examples.run;

import io.windrow.buffers.memory.OffHeapMemory;
import io.windrow.metrics.EngineMetrics;
import io.windrow.metrics.http.MetricsServer;
import io.windrow.metrics.micrometer.EngineMeters;
import io.windrow.metrics.micrometer.SteadyScrape;
import io.windrow.metrics.watch.LeakSentinel;
import io.windrow.pipeline.TradingPipeline;
import java.io.UncheckedIOException;

/** What watches an engine from inside, and the server that shows it: {@code /}, {@code /metrics}, {@code /health} and the JSON. */
final class EngineWatch implements AutoCloseable {

    private static final String NAME = "main";

    private final EngineMetrics metrics;
    private final EngineMeters meters;
    private final MetricsServer server;
    private final String host;

    private EngineWatch(EngineMetrics metrics, EngineMeters meters, MetricsServer server, String host) {
        this.metrics = metrics;
        this.meters = meters;
        this.server = server;
        this.host = host;
    }

    /**
     * Begins to watch and to serve.
     *
     * @throws IllegalArgumentException if it cannot serve at the host and the port of the settings.
     */
    static EngineWatch start(RunSettings settings, TradingPipeline pipeline, OffHeapMemory memory) {
        LeakSentinel sentinel = LeakSentinel.builder().build();
        EngineMetrics metrics = EngineMetrics.builder().pipeline(NAME, pipeline).memory(NAME, memory).listener(sentinel).start();
        EngineMeters meters = new EngineMeters(metrics).cleanHours(sentinel::cleanHoursAndPart);
        try {
            SteadyScrape scrape = new SteadyScrape();
            meters.bindTo(scrape.registry());
            String host = settings.text(RunKey.METRICS_HOST);
            MetricsServer server = MetricsServer.builder(metrics).host(host).port((int) settings.number(RunKey.METRICS_PORT))
                .cleanHours(sentinel::cleanHoursAndPart).text("/metrics", scrape).build().start();
            return new EngineWatch(metrics, meters, server, host);
        } catch (UncheckedIOException e) {
            close(meters, metrics);
            throw new IllegalArgumentException("metrics-host and metrics-port must be an address of this machine and a port that is free: "
                + "metrics-host=" + settings.text(RunKey.METRICS_HOST) + ", metrics-port=" + settings.text(RunKey.METRICS_PORT), e);
        } catch (RuntimeException e) {
            close(meters, metrics);
            throw e;
        }
    }

    /** Where the live page is. */
    String address() {
        return "http://" + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + server.port() + "/";
    }

    @Override
    public void close() {
        server.close();
        close(meters, metrics);
    }

    private static void close(EngineMeters meters, EngineMetrics metrics) {
        meters.close();
        metrics.close();
    }
}
