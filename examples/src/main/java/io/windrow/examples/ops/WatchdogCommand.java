package io.windrow.examples.ops;

import static io.windrow.examples.input.Rules.require;

import io.windrow.metrics.watch.WatchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code windrow watchdog}. */
@Command(name = "watchdog", mixinStandardHelpOptions = true, sortOptions = false,
    header = "Watch figures of a JVM or an engine, and act when one crosses its threshold.",
    description = {"", "A rule is FIGURE>VALUE or FIGURE<VALUE, \"growth of FIGURE>VALUE\" a minute, or \"record of FIGURE>VALUE\", each "
        + "with \"for N\" samples in a row (3 unless told otherwise). When one fires a line is written, a snapshot is taken and the action "
        + "runs once; again after the cool-down, when the figure was back below 9/10 of its threshold. The action is a command line for "
        + "the shell; its environment has WINDROW_ALARM, WINDROW_FIGURE, WINDROW_VALUE, WINDROW_THRESHOLD, WINDROW_TIME and "
        + "WINDROW_SNAPSHOT.", ""},
    footer = {"", OpsCommand.EXIT_CODES, "  1: a rule has fired.", "", "Examples:",
        "  windrow watchdog --pid 4711 --when \"residentBytes>60MB for 3\" --action \"jcmd 4711 Thread.print >threads.txt\" --once",
        "  windrow watchdog --when \"heartbeatAgeSeconds>300s\" --when \"growth of openFiles>10\" --webhook https://example.org/hook"})
public final class WatchdogCommand extends TargetCommand {

    @Option(names = "--when", paramLabel = "RULE", required = true, description = "What to look for; once for each rule.")
    private List<String> when = new ArrayList<>();

    @Option(names = "--action", paramLabel = "COMMAND", description = "What to run when a rule fires.")
    private String action;

    @Option(names = "--action-within", paramLabel = "TIME", defaultValue = "60s",
        description = "How long it may run (default: ${DEFAULT-VALUE}).")
    private String actionWithin;

    @Option(names = "--webhook", paramLabel = "URL", description = "Where to send each alarm as JSON.")
    private String webhook;

    @Option(names = "--snapshots", paramLabel = "DIR", description = "Folder for a snapshot of each alarm.")
    private String snapshots;

    @Option(names = "--once", description = "End when the first rule has fired and its actions are done.")
    private boolean once;

    @Option(names = "--cool-down", paramLabel = "TIME", defaultValue = "10m",
        description = "The shortest time from one alarm of a rule to its next (default: ${DEFAULT-VALUE}).")
    private String coolDown;

    @Option(names = "--for", paramLabel = "TIME", description = "The longest it watches (default: no limit).")
    private String duration;

    @Option(names = "--interval", paramLabel = "TIME", defaultValue = "1s",
        description = "From one sample to the next (default: ${DEFAULT-VALUE}).")
    private String interval;

    private final List<WatchRule> rules = new ArrayList<>();
    private Path folder;
    private WatchdogActions actions;
    private long durationNanos;
    private long intervalNanos;

    /** Creates the command; its options are filled in by the command line. */
    public WatchdogCommand() {
    }

    @Override
    void check() {
        long coolDownNanos = Spans.parse("cool-down", coolDown, 0, 24 * Spans.HOUR);
        when.forEach(text -> rules.add(RuleText.parse(text, coolDownNanos)));
        durationNanos = duration == null ? Watch.NO_LIMIT_NANOS : Spans.parse("for", duration, Spans.SECOND, Watch.NO_LIMIT_NANOS);
        intervalNanos = Spans.parse("interval", interval, 10_000_000, Spans.HOUR);
        folder = snapshots == null ? null : ResultFile.path("snapshots", snapshots);
        require(folder == null || Files.isDirectory(folder), "a folder that exists is needed", "snapshots", snapshots);
        actions = new WatchdogActions(action, Spans.parse("action-within", actionWithin, 1_000_000, Spans.HOUR), webhook);
    }

    @Override
    Outcome execute(Watch watch) {
        return new WatchdogRun(rules, actions, folder, once, this::print).run(watch, durationNanos, intervalNanos);
    }
}
