package io.windrow.examples.ops;

import io.windrow.metrics.watch.BaselineCapture;
import io.windrow.metrics.watch.MemoryBaseline;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code windrow mem-baseline capture}. */
@Command(name = "capture", mixinStandardHelpOptions = true, sortOptions = false,
    header = "Watch a JVM or an engine for a time and save what it takes.",
    description = {"", "Saved are mean, highest, lowest and spread of each figure, of totals the growth per hour, and the conditions: JVM, "
        + "system, flags. A capture that is stopped before its time is not saved.", ""},
    footer = {"", OpsCommand.EXIT_CODES, "", "Example:", "  windrow mem-baseline capture --pid 4711 --for 60s --out good.baseline"})
public final class BaselineCaptureCommand extends TargetCommand {

    @Option(names = "--for", paramLabel = "TIME", defaultValue = "60s", description = "How long to watch (default: ${DEFAULT-VALUE}).")
    private String duration;

    @Option(names = "--interval", paramLabel = "TIME", defaultValue = "1s",
        description = "From one sample to the next (default: ${DEFAULT-VALUE}).")
    private String interval;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where to save it.")
    private String out;

    private ResultFile file;
    private long durationNanos;
    private long intervalNanos;

    /** Creates the command; its options are filled in by the command line. */
    public BaselineCaptureCommand() {
    }

    @Override
    void check() {
        file = ResultFile.of("out", out);
        durationNanos = Spans.parse("for", duration, Spans.SECOND, 24 * Spans.HOUR);
        intervalNanos = Spans.interval(interval, durationNanos);
    }

    @Override
    Outcome execute(Watch watch) {
        BaselineCapture capture = MemoryBaseline.capture();
        watch.run(watch.loop(intervalNanos).tell(capture), durationNanos);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("samples", capture.samples());
        if (watch.stop().isRequested()) {
            return new Outcome(Verdict.INCONCLUSIVE, "stopped after " + capture.samples() + " samples, nothing saved\n", tree);
        }
        MemoryBaseline baseline = capture.finish(Conditions.of(watch.target()));
        Baselines.save(baseline, file);
        tree.put("file", file.path().toString());
        return new Outcome(Verdict.PASS, Baselines.text(baseline) + "\nsaved: " + file.path() + "\n", tree);
    }
}
