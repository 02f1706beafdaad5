package io.windrow.examples.ops;

import static io.windrow.examples.input.Rules.require;

import io.windrow.examples.ops.watched.StopRequest;
import io.windrow.examples.ops.watched.Target;
import io.windrow.examples.ops.watched.TargetOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code windrow canary-status}. */
@Command(name = "canary-status", mixinStandardHelpOptions = true, sortOptions = false,
    header = "Watch two running engines side by side and say whether the new one may stay.",
    description = {"", "Both are watched at the same time. ROLLBACK if the canary is unhealthy or worse than the stable one by more than "
        + "the threshold and a slack (see mem-baseline compare), WAIT if too little was seen, it has run too short or their loads differ, "
        + "else PROMOTE.", ""},
    footer = {"", OpsCommand.EXIT_CODES, "  0: PROMOTE, 1: ROLLBACK, 5: WAIT.", "", "Examples:",
        "  windrow canary-status --stable http://10.0.0.1:8000 --canary http://10.0.0.2:8000 --for 5m",
        "  windrow canary-status --stable 4711 --canary 4712"})
public final class CanaryStatusCommand extends OpsCommand {

    private static final int MOST_DIGITS = 10;

    @Option(names = "--stable", paramLabel = "URL|PID", required = true, description = "The engine that runs already.")
    private String stable;

    @Option(names = "--canary", paramLabel = "URL|PID", required = true, description = "The new one.")
    private String canary;

    @Option(names = "--for", paramLabel = "TIME", defaultValue = "60s", description = "How long to watch (default: ${DEFAULT-VALUE}).")
    private String duration;

    @Option(names = "--interval", paramLabel = "TIME", defaultValue = "1s",
        description = "From one sample to the next (default: ${DEFAULT-VALUE}).")
    private String interval;

    @Option(names = "--warm-up", paramLabel = "TIME", defaultValue = "60s",
        description = "How long the canary must have run (default: ${DEFAULT-VALUE}).")
    private String warmUp;

    @Option(names = "--answer-within", paramLabel = "TIME", defaultValue = "5s",
        description = "How long an endpoint may take for an answer (default: ${DEFAULT-VALUE}).")
    private String answerWithin;

    @Mixin
    private ThresholdOptions thresholds;

    /** Creates the command; its options are filled in by the command line. */
    public CanaryStatusCommand() {
    }

    @Override
    Outcome execute(StopRequest stop) {
        long durationNanos = Spans.parse("for", duration, Spans.SECOND, SampleSeries.MOST_NANOS);
        long intervalNanos = Spans.interval(interval, durationNanos);
        long warmUpNanos = Spans.parse("warm-up", warmUp, 0, 24 * Spans.HOUR);
        long limitNanos = TargetOptions.limitNanos(answerWithin);
        require(!stable.equals(canary), "two targets are needed, not one", "canary", canary);
        thresholds.check();
        try (Target first = open("stable", stable, limitNanos); Target second = open("canary", canary, limitNanos)) {
            TwoTargets both = new TwoTargets(new Watch(first, stop), new Watch(second, stop));
            both.run(durationNanos, intervalNanos);
            return new CanaryJudge(both, thresholds.limits(), warmUpNanos).outcome().with("stable", first.name())
                .with("canary", second.name());
        }
    }

    private static Target open(String option, String name, long limitNanos) {
        if (!name.matches("[0-9]+")) {
            return Target.ofEndpoint(name, limitNanos);
        }
        require(name.length() <= MOST_DIGITS && Long.parseLong(name) > 0, "pid must be positive", option, name);
        return Target.ofProcess(Long.parseLong(name));
    }
}
