package io.windrow.examples.bench.child;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.windrow.metrics.EngineMetrics;
import io.windrow.metrics.micrometer.EngineMeters;
import java.util.concurrent.locks.LockSupport;

/** A Windrow pipeline that is watched as in an engine: sampled once a second, and scraped as often. */
final class WatchedSide implements StreamSide {

    private static final long SCRAPE_NANOS = 1_000_000_000L;

    private final WindrowSide side;
    private final EngineMetrics metrics;
    private final EngineMeters meters;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Thread scraper = new Thread(this::scrape, "scraper");
    private volatile boolean closed;
    private long scrapes;

    WatchedSide(WindrowSide side) {
        this.side = side;
        metrics = EngineMetrics.builder().pipeline("main", side.pipeline()).memory("main", side.memory()).start();
        meters = new EngineMeters(metrics);
        meters.bindTo(registry);
        scraper.setDaemon(true);
    }

    @Override
    public void start() {
        side.start();
        scraper.start();
    }

    @Override
    public Thread consumer() {
        return side.consumer();
    }

    /** Publishes without a step between the tape and the pipeline's publisher. */
    @Override
    public void play(Tape tape, long from, long to) {
        side.play(tape, from, to);
    }

    @Override
    public void onTrade(int instrumentId, long timeNanos, long price, long quantity, long tradeId, int sideCode) {
        side.onTrade(instrumentId, timeNanos, price, quantity, tradeId, sideCode);
    }

    @Override
    public void awaitDrained() {
        side.awaitDrained();
    }

    /** Samples and scrapes must have come, and none may have failed. */
    @Override
    public void verify(Tape tape, long published) {
        side.verify(tape, published);
        endScraping();
        if (scrapes == 0 || metrics.failureCount() > 0 || !registry.scrape().contains("trading_trade_count_total{source=\"tape\"} ")) {
            throw new IllegalStateException("the metrics must be sampled and scraped: scrapes=" + scrapes + ", failures="
                + metrics.failureCount() + ", last failure=" + metrics.lastFailure());
        }
    }

    @Override
    public void close() {
        endScraping();
        meters.close();
        metrics.close();
        side.close();
    }

    private void scrape() {
        while (!closed) {
            registry.scrape();
            scrapes++;
            LockSupport.parkNanos(SCRAPE_NANOS);
        }
    }

    private void endScraping() {
        closed = true;
        LockSupport.unpark(scraper);
        try {
            scraper.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
