package io.windrow.examples.ops;

import static io.windrow.examples.input.Rules.require;

import io.windrow.examples.ops.watched.SampleLoop;
import io.windrow.metrics.watch.LeakSentinel;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code windrow leak-sentinel}. */
@Command(name = "leak-sentinel", mixinStandardHelpOptions = true, sortOptions = false,
    header = "Watch a JVM or an engine until it was clean for so many hours, or a leak is found.",
    description = {"", "Judged are the heap after full collections, resident memory, bytes off the heap, memory without an owner, open "
        + "files, threads and pools. An hour counts only if its samples are there. A line is written for each clean hour.", ""},
    footer = {"", OpsCommand.EXIT_CODES, "  0: the target is reached, 1: a leak, named, 5: the time was over or it was stopped before.", "",
        "Example:", "  windrow leak-sentinel --pid 4711 --target-hours 24"})
public final class LeakSentinelCommand extends TargetCommand {

    private static final int PATIENCE = 10;

    @Option(names = "--target-hours", paramLabel = "N", defaultValue = "24",
        description = "Clean hours in a row that are wanted (default: ${DEFAULT-VALUE}).")
    private int targetHours;

    @Option(names = "--for", paramLabel = "TIME", description = "The longest it watches (default: no limit).")
    private String duration;

    @Option(names = "--interval", paramLabel = "TIME", defaultValue = "1s",
        description = "From one sample to the next (default: ${DEFAULT-VALUE}).")
    private String interval;

    @Option(names = "--warm-up", paramLabel = "TIME", defaultValue = "10m",
        description = "Time after the start of the process in which nothing is judged (default: ${DEFAULT-VALUE}).")
    private String warmUp;

    @Option(names = "--hour", hidden = true, defaultValue = "1h", description = "How long an hour is, for tests.")
    private String hour;

    private long durationNanos;
    private long intervalNanos;
    private long warmUpNanos;
    private ScaledTime time;

    /** Creates the command; its options are filled in by the command line. */
    public LeakSentinelCommand() {
    }

    @Override
    void check() {
        require(targetHours >= 1, "hours must be positive", "target-hours", targetHours);
        durationNanos = duration == null ? Watch.NO_LIMIT_NANOS : Spans.parse("for", duration, Spans.SECOND, Watch.NO_LIMIT_NANOS);
        intervalNanos = Spans.parse("interval", interval, 10_000_000, Spans.MINUTE);
        warmUpNanos = Spans.parse("warm-up", warmUp, 0, 24 * Spans.HOUR);
        time = new ScaledTime(Spans.parse("hour", hour, Spans.SECOND, Spans.HOUR));
    }

    @Override
    Outcome execute(Watch watch) {
        LeakSentinel sentinel = LeakSentinel.builder().interval(Duration.ofNanos(time.scaled(intervalNanos)))
            .warmUp(Duration.ofNanos(time.scaled(warmUpNanos))).targetHours(targetHours).onFinding(alarm -> print(alarm.text())).build();
        HourLines hours = new HourLines(sentinel, this::print);
        SampleLoop loop = watch.loop(intervalNanos).patience(PATIENCE).tell(time.to(sentinel)).tell(hours)
            .until(() -> sentinel.findingCount() > 0 || sentinel.isTargetReached());
        watch.run(loop, durationNanos);
        return SentinelOutcome.of(sentinel, loop.samples(), watch.stop().isRequested());
    }
}
