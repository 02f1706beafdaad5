package io.windrow.examples.footprint;

import static io.windrow.examples.input.Rules.require;

import io.windrow.examples.ops.watched.StopRequest;
import io.windrow.examples.prove.Machine;
import io.windrow.examples.prove.Progress;
import io.windrow.metrics.ProcessMemory;
import io.windrow.metrics.watch.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code windrow footprint}. */
@Command(name = "footprint", mixinStandardHelpOptions = true, sortOptions = false,
    header = "Measure what the engine's process takes, and where every megabyte goes.",
    description = {"", "Starts an engine with 20 instruments, three time frames and metrics that are scraped once a second, in a process "
        + "of its own, several times under each profile in turn: at full speed, then at 10,000 events a second. Memory is what the kernel "
        + "counts, latency and events what the engine counts, pauses what its JVM counts.", "",
        "default: the JDK that runs this, without any flag. small: the image of windrow image on that JDK. small-25: the same of a "
        + "JDK 25.", ""},
    footer = {"", "Exit codes: 0 all goals met, or only default was asked for, 1 a goal missed, 2 wrong options, 3 an engine failed or "
        + "none could run, 4 the result cannot be saved.", "", "Examples:", "  windrow footprint",
        "  windrow footprint --profiles default --launches 3 --json footprint.json --html footprint.html"})
public final class FootprintCommand implements Callable<Integer> {

    private static final int DONE = 0;
    private static final int MISSED = 1;
    private static final int FAILED = 3;
    private static final int NOT_SAVED = 4;
    private static final int LAUNCHES = 5;
    private static final int SECONDS = 20;
    private static final int QUICK_LAUNCHES = 2;
    private static final int QUICK_SECONDS = 6;
    private static final int MOST = 1_000;
    private static final int FEWEST_SECONDS = 3;

    private final EngineProfiles known;

    @Spec
    private CommandSpec spec;

    @Option(names = "--profiles", paramLabel = "NAME", split = ",", defaultValue = "default,small,small-25",
        description = "Which profiles (default: ${DEFAULT-VALUE}).")
    private List<String> profiles;

    @Option(names = "--launches", paramLabel = "N", description = "How often each (default: 5).")
    private Integer launches;

    @Option(names = "--seconds", paramLabel = "N",
        description = "How long each process runs, of which a third, 10 at most, is warm-up (default: 20).")
    private Integer seconds;

    @Option(names = "--quick", description = "Rough figures: two launches of 6 seconds where nothing else is said.")
    private boolean quick;

    @Option(names = "--json", paramLabel = "FILE", description = "Write every figure of every launch.")
    private Path jsonFile;

    @Option(names = "--html", paramLabel = "FILE", description = "Write one page with the parts as bars.")
    private Path htmlFile;

    /** Creates the command; its options are filled in by the command line. */
    public FootprintCommand() {
        this(new EngineProfiles());
    }

    FootprintCommand(EngineProfiles known) {
        this.known = known;
    }

    @Override
    public Integer call() throws IOException {
        check();
        if (!ProcessMemory.supported()) {
            return say("resident memory is read from /proc, which this system does not have", FAILED);
        }
        List<EngineProfile> asked = profiles.stream().map(known::find).toList();
        Map<String, String> unavailable = new LinkedHashMap<>();
        asked.stream().filter(profile -> !profile.isAvailable()).forEach(one -> unavailable.put(one.name(), one.unavailableReason()));
        List<EngineProfile> able = asked.stream().filter(EngineProfile::isAvailable).toList();
        unavailable.forEach((name, reason) -> say(name + " is left out: " + reason, FAILED));
        StopRequest stop = StopRequest.install();
        int code = FAILED;
        try {
            code = able.isEmpty() ? FAILED : measure(able, unavailable, stop);
        } catch (LaunchFailedException e) {
            say(e.getMessage(), FAILED);
        } finally {
            stop.finished(code);
        }
        return code;
    }

    private int measure(List<EngineProfile> able, Map<String, String> unavailable, StopRequest stop)
        throws IOException, LaunchFailedException {
        int rounds = rounds();
        PhaseTime time = PhaseTime.of(span());
        Map<String, String> conditions = conditions(rounds, time);
        Path folder = Files.createTempDirectory("windrow-footprint");
        Progress progress = new Progress(System.err, !System.getProperty("windrow.terminal", "none").equals("none"),
            FootprintRun.steps(able.size(), rounds));
        List<ProfileResult> results;
        try {
            results = new FootprintRun(able, rounds, time, folder, stop, progress).run();
        } finally {
            progress.finish();
            remove(folder);
        }
        FootprintReport report = FootprintReport.of(conditions, results, unavailable);
        System.out.print(FootprintText.render(report));
        return save(report) ? report.isMet() ? DONE : MISSED : NOT_SAVED;
    }

    private static Map<String, String> conditions(int rounds, PhaseTime time) {
        Map<String, String> conditions = Machine.conditions();
        conditions.put("launches of each profile", rounds + ", in turn, after one that was thrown away");
        conditions.put("seconds of each process", time.warmUpSeconds() + " warm-up, " + time.steadySeconds() + " steady");
        conditions.put("engine", String.join(" ", Pace.PACED.settings()) + " (at full speed: speed=max)");
        conditions.put("page cache", "resident pages of files depend on how the files got into the page cache; anonymous memory does not");
        return conditions;
    }

    private int rounds() {
        return launches != null ? launches : quick ? QUICK_LAUNCHES : LAUNCHES;
    }

    private int span() {
        return seconds != null ? seconds : quick ? QUICK_SECONDS : SECONDS;
    }

    private void check() {
        try {
            require(rounds() >= 1 && rounds() <= MOST, "launches must be 1 to " + MOST, "launches", launches);
            require(span() >= FEWEST_SECONDS && span() <= MOST, "seconds must be " + FEWEST_SECONDS + " to " + MOST, "seconds", seconds);
            checkFile("json", jsonFile);
            checkFile("html", htmlFile);
            EngineProfiles.check(profiles);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static void checkFile(String option, Path file) {
        require(file == null || Files.isDirectory(file.toAbsolutePath().getParent()) && !Files.isDirectory(file),
            "a file in a folder that exists is needed", option, file);
    }

    private boolean save(FootprintReport report) {
        try {
            if (jsonFile != null) {
                WholeFile.write(jsonFile, FootprintJson.render(report));
            }
            if (htmlFile != null) {
                WholeFile.write(htmlFile, FootprintHtml.render(report));
            }
            return true;
        } catch (IOException e) {
            say(e.getMessage(), NOT_SAVED);
            return false;
        }
    }

    private int say(String message, int code) {
        spec.commandLine().getErr().println("windrow: " + message);
        return code;
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
