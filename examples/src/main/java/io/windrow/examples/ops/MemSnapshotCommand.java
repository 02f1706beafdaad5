package io.windrow.examples.ops;

import static io.windrow.examples.input.Rules.require;

import io.windrow.examples.ops.watched.SampleLoop;
import io.windrow.examples.ops.watched.Target;
import io.windrow.metrics.SourceLostException;
import io.windrow.metrics.sites.AllocationReport;
import io.windrow.metrics.sites.AllocationSites;
import io.windrow.metrics.sites.RecordingException;
import io.windrow.metrics.watch.CollectionOutcome;
import io.windrow.metrics.watch.MemoryProfiler;
import io.windrow.metrics.watch.Snapshot;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code windrow mem-snapshot}. */
@Command(name = "mem-snapshot", mixinStandardHelpOptions = true, sortOptions = false,
    header = "Show all figures of a JVM or an engine once.",
    description = {"", "With --compare beside those of an earlier snapshot. --gc asks the JVM for a full collection first and says what it "
        + "freed; --sites records for a time where it allocates, which leaves 13 to 14 MB of the recorder in that JVM.", ""},
    footer = {"", OpsCommand.EXIT_CODES, "", "Examples:", "  windrow mem-snapshot --pid 4711 --label morning --out morning.json",
        "  windrow mem-snapshot --pid 4711 --compare morning.json --gc", "  windrow mem-snapshot --pid 4711 --sites 10s"})
public final class MemSnapshotCommand extends TargetCommand {

    private static final int TOP = 10;

    @Option(names = "--label", paramLabel = "TEXT", defaultValue = "", description = "What the snapshot is called.")
    private String label;

    @Option(names = "--out", paramLabel = "FILE", description = "Save the snapshot.")
    private String out;

    @Option(names = "--compare", paramLabel = "FILE", description = "Compare with a snapshot that was saved.")
    private String compare;

    @Option(names = "--gc", description = "Ask for a full collection first; only with --pid.")
    private boolean collect;

    @Option(names = "--sites", paramLabel = "TIME", description = "Record so long where it allocates; only with --pid.")
    private String sites;

    private ResultFile file;
    private SnapshotFile.Saved earlier;
    private long sitesNanos;

    /** Creates the command; its options are filled in by the command line. */
    public MemSnapshotCommand() {
    }

    @Override
    void check() {
        file = out == null ? null : ResultFile.of("out", out);
        earlier = compare == null ? null : SnapshotFile.read(ResultFile.path("compare", compare));
        sitesNanos = sites == null ? 0 : Spans.parse("sites", sites, Spans.SECOND, Spans.HOUR);
    }

    @Override
    Outcome execute(Watch watch) {
        Target target = watch.target();
        require(target.isProcess() || !collect, "a collection needs --pid", "url", target.name());
        require(target.isProcess() || sites == null, "allocation sites need --pid", "url", target.name());
        String head = "";
        Map<String, Object> tree = new LinkedHashMap<>();
        if (collect) {
            CollectionOutcome collected = collect(target);
            head = collected.text() + "\n\n";
            tree.put("collection", collected.text());
        }
        SampleLoop loop = watch.loop(Spans.SECOND);
        loop.run(0);
        Snapshot snapshot = new Snapshot(label, loop.newest());
        String text = head + title(target) + SnapshotText.render(snapshot, earlier == null ? null : earlier.snapshot());
        tree.putAll(SnapshotFile.tree(snapshot, target.name()));
        if (earlier != null) {
            tree.put("compared", SnapshotText.changes(snapshot, earlier.snapshot()));
        }
        if (file != null) {
            SnapshotFile.write(file, snapshot, target.name());
        }
        if (sites != null) {
            AllocationReport report = record(watch);
            text += "\n" + SitesText.render(report);
            tree.put("sites", SitesText.tree(report));
        }
        return new Outcome(Verdict.PASS, text, tree);
    }

    private String title(Target target) {
        String missing = target.missing().isEmpty() ? "" : "not known: " + target.missing() + "\n";
        String compared = earlier == null ? "" : ", compared with "
            + (earlier.snapshot().label().isEmpty() ? compare : earlier.snapshot().label()) + " of " + earlier.time();
        return target.name() + (label.isEmpty() ? "" : ", " + label) + compared + "\n" + missing + "\n";
    }

    private static CollectionOutcome collect(Target target) {
        MemoryProfiler profiler = MemoryProfiler.builder().source(target, Duration.ofSeconds(1)).build();
        return profiler.forceCollection(new JcmdCollection(target.pid()));
    }

    private AllocationReport record(Watch watch) {
        System.err.println("recording " + watch.target().name() + " for " + Spans.text(sitesNanos));
        try {
            return watch.stop().interrupting(() -> AllocationSites.of(watch.target().pid(), Duration.ofNanos(sitesNanos), TOP));
        } catch (RecordingException e) {
            throw new SourceLostException(e.getMessage(), e);
        }
    }
}
