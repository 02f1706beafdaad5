package io.windrow.examples.ops;

import io.windrow.metrics.watch.BaselineCapture;
import io.windrow.metrics.watch.MemoryBaseline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code windrow regression-gate}. */
@Command(name = "regression-gate", mixinStandardHelpOptions = true, sortOptions = false,
    header = "Baseline, P95 figures and health in one verdict, for a build server.",
    description = {"", "Watches for a time and compares with the baseline as mem-baseline compare does, holds the P95 of stops, and of an "
        + "engine's latency, against the limits, and looks at its health. Too few stops or latencies are no obstacle: they are judged "
        + "where there are enough.", "With --update the baseline is written anew, unless a P95 or the health fails.", ""},
    footer = {"", OpsCommand.EXIT_CODES, "", "Examples:", "  windrow regression-gate --pid 4711 --baseline engine.baseline --update",
        "  windrow regression-gate --pid 4711 --baseline engine.baseline --threshold 10 --for 2m --json gate.json"})
public final class RegressionGateCommand extends TargetCommand {

    private static final int FEWEST_EVENTS = 20;

    @Option(names = "--baseline", paramLabel = "FILE", required = true, description = "The baseline.")
    private String baseline;

    @Option(names = "--update", description = "Write a new baseline instead of comparing.")
    private boolean update;

    @Option(names = "--for", paramLabel = "TIME", defaultValue = "60s", description = "How long to watch (default: ${DEFAULT-VALUE}).")
    private String duration;

    @Option(names = "--interval", paramLabel = "TIME", defaultValue = "1s",
        description = "From one sample to the next (default: ${DEFAULT-VALUE}).")
    private String interval;

    @Mixin
    private ThresholdOptions thresholds;

    @Mixin
    private HealthOptions health;

    private MemoryBaseline before;
    private ResultFile file;
    private long durationNanos;
    private long intervalNanos;

    /** Creates the command; its options are filled in by the command line. */
    public RegressionGateCommand() {
    }

    @Override
    void check() {
        durationNanos = Spans.parse("for", duration, Spans.SECOND, SampleSeries.MOST_NANOS);
        intervalNanos = Spans.interval(interval, durationNanos);
        thresholds.check();
        health.check();
        file = ResultFile.of("baseline", baseline);
        before = update ? null : Baselines.load(file.path());
    }

    @Override
    Outcome execute(Watch watch) {
        Look look = Look.at(watch, durationNanos, intervalNanos);
        BaselineCapture capture = MemoryBaseline.capture();
        look.series().samples().forEach(capture::onSample);
        MemoryBaseline now = capture.finish(Conditions.of(watch.target()));
        Parts parts = new Parts();
        if (before != null) {
            parts.add("baseline", Baselines.outcome(before.compare(now, thresholds.limits())));
        }
        parts.add("p95", P95Check.whereKnown(look, FEWEST_EVENTS));
        parts.add("health", Outcome.of(new HealthCheck(health.rules()).of(look.series())));
        Outcome outcome = parts.outcome();
        if (!update || outcome.verdict() == Verdict.FAIL || watch.stop().isRequested()) {
            return outcome;
        }
        Baselines.save(now, file);
        return outcome.below("saved: " + file.path() + "\n\n");
    }
}
