package io.windrow.examples.ops;

import io.windrow.metrics.watch.BaselineCapture;
import io.windrow.metrics.watch.MemoryBaseline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code windrow mem-baseline compare}. */
@Command(name = "compare", mixinStandardHelpOptions = true, sortOptions = false,
    header = "Watch a JVM or an engine for a time and compare it with a baseline.",
    description = {"", "Worse is a mean that grew by more than the threshold and by more than a slack of its unit: 1 MB, 1 ms, 4 things. "
        + "Less is never worse. Other conditions, such as another JVM, and too few samples are inconclusive.", ""},
    footer = {"", OpsCommand.EXIT_CODES, "", "Example:",
        "  windrow mem-baseline compare --pid 4711 --against good.baseline --threshold 15 --threshold openFiles=50"})
public final class BaselineCompareCommand extends TargetCommand {

    @Option(names = "--against", paramLabel = "FILE", required = true, description = "The baseline.")
    private String against;

    @Option(names = "--for", paramLabel = "TIME", defaultValue = "60s", description = "How long to watch (default: ${DEFAULT-VALUE}).")
    private String duration;

    @Option(names = "--interval", paramLabel = "TIME", defaultValue = "1s",
        description = "From one sample to the next (default: ${DEFAULT-VALUE}).")
    private String interval;

    @Mixin
    private ThresholdOptions thresholds;

    private MemoryBaseline before;
    private long durationNanos;
    private long intervalNanos;

    /** Creates the command; its options are filled in by the command line. */
    public BaselineCompareCommand() {
    }

    @Override
    void check() {
        durationNanos = Spans.parse("for", duration, Spans.SECOND, 24 * Spans.HOUR);
        intervalNanos = Spans.interval(interval, durationNanos);
        thresholds.check();
        before = Baselines.load(ResultFile.path("against", against));
    }

    @Override
    Outcome execute(Watch watch) {
        BaselineCapture capture = MemoryBaseline.capture();
        watch.run(watch.loop(intervalNanos).tell(capture), durationNanos);
        MemoryBaseline now = capture.finish(Conditions.of(watch.target()));
        return Baselines.outcome(before.compare(now, thresholds.limits())).with("baseline", against);
    }
}
