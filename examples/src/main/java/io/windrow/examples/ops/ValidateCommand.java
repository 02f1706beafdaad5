package io.windrow.examples.ops;

import io.windrow.metrics.Figure;
import io.windrow.metrics.watch.BaselineCapture;
import io.windrow.metrics.watch.MemoryBaseline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code windrow validate}. */
@Command(name = "validate", mixinStandardHelpOptions = true, sortOptions = false,
    header = "All checks that fit the target in one look, one table and one exit code.",
    description = {"", "Health, memory and growth, P95 of stops and latency, the collector, of an engine the scrape, and with --baseline "
        + "the comparison.", ""},
    footer = {"", OpsCommand.EXIT_CODES, "", "Examples:", "  windrow validate --url http://127.0.0.1:8000 --json validation.json",
        "  windrow validate --pid 4711 --for 2m --baseline engine.baseline"})
public final class ValidateCommand extends TargetCommand {

    private static final int FEWEST_EVENTS = 20;

    @Option(names = "--for", paramLabel = "TIME", defaultValue = "60s", description = "How long to watch (default: ${DEFAULT-VALUE}).")
    private String duration;

    @Option(names = "--interval", paramLabel = "TIME", defaultValue = "1s",
        description = "From one sample to the next (default: ${DEFAULT-VALUE}).")
    private String interval;

    @Option(names = "--slowest", paramLabel = "TIME", defaultValue = "1s",
        description = "How long a scrape of an engine may take (default: ${DEFAULT-VALUE}).")
    private String slowest;

    @Option(names = "--baseline", paramLabel = "FILE", description = "Compare with a baseline, too.")
    private String baseline;

    @Mixin
    private ThresholdOptions thresholds;

    @Mixin
    private HealthOptions health;

    private MemoryBaseline before;
    private long durationNanos;
    private long intervalNanos;
    private long slowestNanos;

    /** Creates the command; its options are filled in by the command line. */
    public ValidateCommand() {
    }

    @Override
    void check() {
        durationNanos = Spans.parse("for", duration, Spans.SECOND, SampleSeries.MOST_NANOS);
        intervalNanos = Spans.interval(interval, durationNanos);
        slowestNanos = Spans.parse("slowest", slowest, 1, Spans.HOUR);
        thresholds.check();
        health.check();
        before = baseline == null ? null : Baselines.load(ResultFile.path("baseline", baseline));
    }

    @Override
    Outcome execute(Watch watch) {
        Look look = Look.at(watch, durationNanos, intervalNanos);
        Parts parts = new Parts();
        if (!watch.target().isProcess()) {
            parts.add("health", Outcome.of(EngineHealth.checks(watch)));
            parts.add("prometheus-check", new ScrapeCheck(look.first(), look.second(), slowestNanos).run());
        }
        parts.add("mem-health", Outcome.of(new HealthCheck(health.rules()).of(look.series())));
        parts.add("assert-p95", P95Check.whereKnown(look, FEWEST_EVENTS));
        if (look.series().knows(Figure.COLLECTIONS)) {
            parts.add("gc-profile", advised(new CollectorProfile(look).outcome()));
        }
        if (before != null) {
            BaselineCapture capture = MemoryBaseline.capture();
            look.series().samples().forEach(capture::onSample);
            MemoryBaseline now = capture.finish(Conditions.of(watch.target()));
            parts.add("mem-baseline", Baselines.outcome(before.compare(now, thresholds.limits())));
        }
        return parts.outcome();
    }

    /** Advice is none that a validation could fail by, and a quiet collector no doubt of it. */
    private static Outcome advised(Outcome profile) {
        return new Outcome(Verdict.PASS, profile.text() + "\nPASS: advice only, see above\n", profile.tree());
    }
}
