package io.windrow.examples.ops;

import static io.windrow.examples.input.Rules.require;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code windrow assert-p95}. */
@Command(name = "assert-p95", mixinStandardHelpOptions = true, sortOptions = false,
    header = "End with 1 if the P95 of stops or of latency is above its limit.",
    description = {"", "Of a JVM the stops of all threads (stop) and the collector's part of them (collection) are watched for a time. "
        + "Of an engine the histograms of /metrics are read: stop, collection, latency, or the name of any other histogram, since its "
        + "start or with --for over a time. A P95 lies within a bucket; where the limit lies within the same one, "
        + "nothing can be said.", ""},
    footer = {"", OpsCommand.EXIT_CODES, "", "Examples:",
        "  windrow assert-p95 --url http://127.0.0.1:8000 --max stop=50ms --max latency=5ms",
        "  windrow assert-p95 --pid 4711 --max stop=20ms --for 5m"})
public final class AssertP95Command extends TargetCommand {

    private static final int FEWEST_EVENTS = 20;

    @Option(names = "--max", paramLabel = "NAME=TIME",
        description = "The most a P95 may be; once for each (default: stop=50ms, for an engine latency=5ms too).")
    private Map<String, String> max = new LinkedHashMap<>();

    @Option(names = "--for", paramLabel = "TIME",
        description = "How long to watch (default: 30s for a JVM; 0s, all since its start, for an engine).")
    private String duration;

    @Option(names = "--events", paramLabel = "N", defaultValue = "" + FEWEST_EVENTS,
        description = "Fewest events for a verdict (default: ${DEFAULT-VALUE}).")
    private long events;

    private final Map<String, Long> limits = new LinkedHashMap<>();

    /** Creates the command; its options are filled in by the command line. */
    public AssertP95Command() {
    }

    @Override
    void check() {
        require(events >= 1, "events must be positive", "events", events);
        max.forEach((name, text) -> limits.put(name, Spans.parse("max", text, 1, Spans.HOUR)));
    }

    @Override
    Outcome execute(Watch watch) {
        if (limits.isEmpty()) {
            limits.putAll(P95Check.defaults(watch.target()));
        }
        boolean process = watch.target().isProcess();
        String text = duration == null ? process ? "30s" : "0s" : duration;
        long nanos = Spans.parse("for", text, process ? Spans.SECOND : 0, 24 * Spans.HOUR);
        return Outcome.of(new P95Check(limits, events).of(Look.atPauses(watch, nanos)));
    }
}
