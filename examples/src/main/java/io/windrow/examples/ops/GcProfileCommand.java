package io.windrow.examples.ops;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code windrow gc-profile}. */
@Command(name = "gc-profile", mixinStandardHelpOptions = true, sortOptions = false,
    header = "Watch the collector of a JVM or an engine for a time and advise on its settings.",
    description = {"", "Shows the stops of all threads as a histogram, the collector's part of them, collections by generation and the "
        + "heap after them. The advice gives its reasons, and none where too little was seen.", ""},
    footer = {"", OpsCommand.EXIT_CODES, "", "Examples:", "  windrow gc-profile --pid 4711 --for 5m",
        "  windrow gc-profile --pid 4711 --for 5m --out gc.options; java @gc.options -jar engine.jar"})
public final class GcProfileCommand extends TargetCommand {

    @Option(names = "--for", paramLabel = "TIME", defaultValue = "60s", description = "How long to watch (default: ${DEFAULT-VALUE}).")
    private String duration;

    @Option(names = "--out", paramLabel = "FILE", description = "Save the advice as a file of options, for java @FILE.")
    private String out;

    private ResultFile file;
    private long durationNanos;

    /** Creates the command; its options are filled in by the command line. */
    public GcProfileCommand() {
    }

    @Override
    void check() {
        file = out == null ? null : ResultFile.of("out", out);
        durationNanos = Spans.parse("for", duration, Spans.SECOND, SampleSeries.MOST_NANOS);
    }

    @Override
    Outcome execute(Watch watch) {
        CollectorProfile profile = new CollectorProfile(Look.at(watch, durationNanos, Spans.SECOND));
        Outcome outcome = profile.outcome();
        if (file == null) {
            return outcome;
        }
        if (!profile.advice().isConclusive()) {
            return outcome.below("nothing saved, too little was seen: " + file.path() + "\n\n");
        }
        file.write(profile.advice().optionsFile());
        return outcome.below("saved: " + file.path() + "\n\n");
    }
}
