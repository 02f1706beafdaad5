package io.windrow.metrics.micrometer;

import io.micrometer.core.instrument.Clock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.windrow.metrics.http.TextSource;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/**
 * A Prometheus registry whose scrape makes no garbage: byte for byte the text that {@link PrometheusMeterRegistry#scrape(OutputStream)}
 * writes of the same values, in Prometheus' text format 0.0.4. For {@code /metrics}: {@code server.text("/metrics", scrape)}.
 *
 * <p>All of a text but its numbers is made when meters come or go, and kept. A scrape asks each meter for its value and writes numbers
 * between what is kept: it allocates nothing, unless a meter's own function does ({@code jvm.threads.live} of {@link EngineMeters} does,
 * 24 bytes on JDK 17, as the JDK counts threads; so may a timer's maximum), or a number has so many digits that
 * {@link StringBuilder#append(double)} does. The first scrape after a meter came or went makes the text anew, with garbage of about eight
 * times its size.
 *
 * <p>Gauges, counters, timers, distribution summaries, their function-tracking kinds and what {@link EngineMeters} binds are written so.
 * Anything else makes the whole scrape the registry's own, as right and with its garbage, for as long as it is there: long task timers,
 * percentiles and buckets of a meter, custom meters, gauges named {@code ….info}, collectors that somebody registered in
 * {@link PrometheusMeterRegistry#getPrometheusRegistry()}, creation times (a setting of Prometheus' exporter), two meters with one series
 * or one family, names that are no classic Prometheus names. {@link #isSteady()} tells.
 *
 * <p>Meters may come and go on any thread; {@link #writeTo(OutputStream)} is for one thread at a time.
 */
public final class SteadyScrape implements TextSource {

    /** How often it looks, a millisecond apart, at a registry that a meter is just coming into: whoever brings it runs meanwhile. */
    private static final int LOOKS = 100;

    private final SteadyRegistry registry;
    private final ScrapeText text = new ScrapeText();
    private ScrapePlan plan;

    /** A registry of defaults, made as {@link SparePrometheus#registry()} makes it; nothing is in it yet. */
    public SteadyScrape() {
        registry = SparePrometheus.steady();
    }

    /**
     * A registry with the system's clock; nothing is in it yet.
     *
     * @param config as for {@link PrometheusMeterRegistry}.
     */
    public SteadyScrape(PrometheusConfig config) {
        this(config, Clock.SYSTEM);
    }

    /**
     * A registry; nothing is in it yet.
     *
     * @param config as for {@link PrometheusMeterRegistry}.
     * @param clock  what its timers and maxima go by.
     */
    public SteadyScrape(PrometheusConfig config, Clock clock) {
        Objects.requireNonNull(config, "config");
        registry = new SteadyRegistry(config, new WatchedCollectors(), Objects.requireNonNull(clock, "clock"));
    }

    /**
     * The registry; its meters are those of the scrape.
     *
     * @return always the same one, for any thread.
     */
    public PrometheusMeterRegistry registry() {
        return registry;
    }

    /**
     * Whether scrapes are free of garbage with the meters that there are now. For the thread that scrapes.
     *
     * @return false if the scrape is the registry's own.
     */
    public boolean isSteady() {
        return plan().isComplete();
    }

    /**
     * Writes a scrape.
     *
     * @param out takes UTF-8; is not closed.
     * @throws IOException              if {@code out} throws it.
     * @throws IllegalArgumentException if a counter is negative, which neither Prometheus' registry shows; part of the text may be written.
     */
    @Override
    public void writeTo(OutputStream out) throws IOException {
        ScrapePlan now = plan();
        if (now.isComplete()) {
            now.write(text.to(out));
        } else {
            registry.scrape(out);
        }
    }

    private ScrapePlan plan() {
        if (plan == null || plan.changes() != registry.collectors().changes()) {
            plan = newPlan();
            // The registry's own scrape is a hundred classes that nothing else needs: it is not begun for the sake of a moment.
            for (int i = 0; i < LOOKS && plan.isHalfway() && pause(); i++) {
                plan = newPlan();
            }
        }
        return plan;
    }

    private ScrapePlan newPlan() {
        return ScrapePlan.of(registry, registry.collectors().changes());
    }

    private static boolean pause() {
        try {
            Thread.sleep(1);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
