package io.windrow.examples.ops;

import io.windrow.examples.ops.scrape.Family;
import io.windrow.examples.ops.scrape.Scrape;
import io.windrow.examples.ops.watched.HttpFetch;
import io.windrow.metrics.Figure;
import java.util.ArrayList;
import java.util.List;

/** Two scrapes of an endpoint, and what is wrong with them. */
final class ScrapeCheck {

    static final String PATH = "/metrics";

    /** The names that the systems before Windrow used, which dashboards and alerts rest on. */
    static final List<String> REQUIRED = List.of("process_memory_rss_bytes", "process_memory_vms_bytes", "process_memory_peak_bytes",
        "memory_growth_rate_mb_per_minute", "process_open_fds", "fd_growth_rate_per_minute", "process_cpu_seconds_total",
        "active_connections", "gc_pause_duration_seconds", "gc_collections_by_generation_total", "leaked_objects_total",
        "clean_hours_counter", "signal_latency_seconds", "trading_trade_count_total", "trading_error_count_total",
        "trading_heartbeat_age_seconds", "data_source_status");

    private static final List<String> HISTOGRAMS = List.of("gc_pause_duration_seconds", "signal_latency_seconds");
    private static final int SHOWN = 20;

    private final HttpFetch.Answer first;
    private final HttpFetch.Answer second;
    private final long limitNanos;

    /** Two answers of one engine; the second may be null. */
    ScrapeCheck(HttpFetch.Answer first, HttpFetch.Answer second, long limitNanos) {
        this.first = first;
        this.second = second;
        this.limitNanos = limitNanos;
    }

    Outcome run() {
        Scrape before = Scrape.of(first.text());
        List<String> missing = missing(before);
        List<String> fallen = second == null ? List.of() : before.fallen(Scrape.of(second.text()));
        List<Check> checks = new ArrayList<>();
        checks.add(listed("format", before.violations(), "no line that breaks a rule"));
        checks.add(listed("names", missing, REQUIRED.size() + " names"));
        checks.add(second != null ? listed("counters", fallen, "none falls")
            : Check.unknown("counters", "none falls", "stopped before the second"));
        checks.add(typed(first));
        long slower = Math.max(first.tookNanos(), second == null ? 0 : second.tookNanos());
        checks.add(Check.of("scrape time", slower <= limitNanos, FigureText.time(slower), FigureText.time(limitNanos), ""));
        checks.add(Check.of("size", before.size() > 0, before.size() + " series", "",
            before.families().size() + " names, " + FigureText.of(Figure.Unit.BYTES, first.bytes())));
        List<String> problems = new ArrayList<>(before.violations());
        missing.forEach(name -> problems.add("missing: " + name));
        problems.addAll(fallen);
        return Outcome.of(checks).below(text(problems)).with("problems", problems);
    }

    private static Check listed(String name, List<String> problems, String limit) {
        return Check.of(name, problems.isEmpty(), problems.size() + " wrong", limit, problems.isEmpty() ? "" : problems.get(0));
    }

    /** Prometheus itself reads the text format only where the content says that it is that. */
    private static Check typed(HttpFetch.Answer answer) {
        boolean good = answer.type().startsWith("text/plain") || answer.type().startsWith("application/openmetrics-text");
        return Check.of("content type", good, answer.type().isEmpty() ? "none" : answer.type(), "text/plain", "");
    }

    private static List<String> missing(Scrape scrape) {
        List<String> missing = new ArrayList<>();
        for (String name : REQUIRED) {
            Family family = scrape.families().get(name);
            if (family == null || family.series().isEmpty()) {
                missing.add(name);
            } else if (HISTOGRAMS.contains(name) && !"histogram".equals(family.type())) {
                missing.add(name + " (as a histogram)");
            }
        }
        return missing;
    }

    private static String text(List<String> problems) {
        StringBuilder text = new StringBuilder();
        problems.stream().limit(SHOWN).forEach(problem -> text.append("! ").append(problem).append('\n'));
        if (problems.size() > SHOWN) {
            text.append("! and ").append(problems.size() - SHOWN).append(" more, see --json\n");
        }
        return text.append(problems.isEmpty() ? "" : "\n").toString();
    }
}
