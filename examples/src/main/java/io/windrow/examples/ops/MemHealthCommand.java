package io.windrow.examples.ops;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code windrow mem-health}. */
@Command(name = "mem-health", mixinStandardHelpOptions = true, sortOptions = false,
    header = "Watch memory, descriptors, threads and container for a time, and hold them against limits.",
    description = {"", "The largest value that was seen counts, of latency the median. Growth is a robust slope; what a look of this "
        + "length cannot tell is a warning. A figure that the target does not know has no line.", ""},
    footer = {"", OpsCommand.EXIT_CODES, "", "Examples:", "  windrow mem-health --pid 4711",
        "  windrow mem-health --pid 4711 --for 2m --limit residentBytes=512MB --limit openFiles=2000"})
public final class MemHealthCommand extends TargetCommand {

    @Option(names = "--for", paramLabel = "TIME", defaultValue = "30s", description = "How long to watch (default: ${DEFAULT-VALUE}).")
    private String duration;

    @Option(names = "--interval", paramLabel = "TIME", defaultValue = "1s",
        description = "From one sample to the next (default: ${DEFAULT-VALUE}).")
    private String interval;

    @Mixin
    private HealthOptions health;

    private long durationNanos;
    private long intervalNanos;

    /** Creates the command; its options are filled in by the command line. */
    public MemHealthCommand() {
    }

    @Override
    void check() {
        durationNanos = Spans.parse("for", duration, 0, SampleSeries.MOST_NANOS);
        intervalNanos = Spans.interval(interval, durationNanos);
        health.check();
    }

    @Override
    Outcome execute(Watch watch) {
        SampleSeries series = watch.series(durationNanos, intervalNanos);
        return Outcome.of(new HealthCheck(health.rules()).of(series)).with("samples", series.size()).with("seconds", series.seconds());
    }
}
