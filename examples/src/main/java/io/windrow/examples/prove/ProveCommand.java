package io.windrow.examples.prove;

import static io.windrow.examples.input.Rules.require;

import io.windrow.examples.prove.child.Phases;
import io.windrow.examples.prove.child.RunSpec;
import io.windrow.examples.prove.engines.Engines;
import io.windrow.examples.prove.report.ConsoleTable;
import io.windrow.examples.prove.report.EngineSummary;
import io.windrow.examples.prove.report.HtmlReport;
import io.windrow.examples.prove.report.JsonReport;
import io.windrow.examples.prove.report.ProveReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code windrow prove}. */
@Command(name = "prove", mixinStandardHelpOptions = true, sortOptions = false,
    header = "Run the same trades through engines on and off the heap and show what each cost.",
    description = {"", "Without --input the trades are generated. Each engine runs in a JVM of its own, in turn, under the same flags. "
        + "All must give the same signals and the same last windows. Results: a table, report.html and report.json.", ""},
    footer = {"", "Examples:", "  windrow prove",
        "  windrow prove --trades 1000000 --engines windrow,arrays --jvm \"-XX:+UseSerialGC -Xmx64m\"",
        "  windrow prove --input trades.gz --format binance-ws",
        "  windrow prove --input spy.zip --format csv --columns time,price,quantity --day 2013-10-07 --price-scale 10000"})
public final class ProveCommand implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final long FASTEST = 1_000_000_000;
    private static final long DAY_SECONDS = 86_400;
    /** What the launcher found its streams to be: {@code both}, {@code progress} (the error stream only) or {@code none}. */
    private static final String TERMINAL = System.getProperty("windrow.terminal", "none");
    private static final List<String> RUN_OPTIONS =
        List.of("jvm", "rate", "latency-seconds", "candles", "trade-window", "ring", "wait");
    private static final List<String> WAITS = List.of("phased", "blocking", "yielding", "sleeping", "busy");

    @Spec
    private CommandSpec spec;

    @Mixin
    private InputOptions input;

    @Option(names = "--engines", split = ",", paramLabel = "NAME",
        description = "Engines to compare (default: windrow,bigdecimal,objects,arrays,ta4j; there is also pooled).")
    private List<String> engines = Engines.NAMES;

    @Option(names = "--jvm", paramLabel = "FLAGS", defaultValue = "", description = "Flags for every engine's JVM (default: none).")
    private String jvm;

    @Option(names = "--runs", paramLabel = "R", defaultValue = "3",
        description = "Runs of each engine after one that is thrown away (default: ${DEFAULT-VALUE}).")
    private int runs;

    @Option(names = "--rate", paramLabel = "N", defaultValue = "100000",
        description = "Events a second while latency is measured (default: ${DEFAULT-VALUE}).")
    private long rate;

    @Option(names = "--latency-seconds", paramLabel = "S", defaultValue = "4",
        description = "How long latency is measured, at most a third of the input (default: ${DEFAULT-VALUE}).")
    private long latencySeconds;

    @Option(names = "--candles", paramLabel = "N", defaultValue = "200",
        description = "Candles kept for each instrument and time frame (default: ${DEFAULT-VALUE}).")
    private int candles;

    @Option(names = "--trade-window", paramLabel = "N", defaultValue = "1024",
        description = "Trades kept for each instrument (default: ${DEFAULT-VALUE}).")
    private int tradeWindow;

    @Option(names = "--ring", paramLabel = "N", defaultValue = "1024",
        description = "Places between the publishing and the consuming thread, a power of two (default: ${DEFAULT-VALUE}).")
    private int ringSize;

    @Option(names = "--wait", paramLabel = "HOW", defaultValue = "phased",
        description = "How consumers of a ring wait: phased, blocking, yielding, sleeping or busy (default: ${DEFAULT-VALUE}).")
    private String wait;

    @Option(names = "--report", paramLabel = "DIR", defaultValue = "target/prove",
        description = "Folder for report.html and report.json (default: ${DEFAULT-VALUE}).")
    private Path report;

    /** Creates the command; its options are filled in by the command line. */
    public ProveCommand() {
    }

    @Override
    public Integer call() throws IOException {
        PrintStream out = System.out;
        try {
            check();
            ProveInput planned = ProveInput.plan(input).with(changedOptions());
            Files.createDirectories(report);
            ProveReport result = prove(planned);
            JsonReport.write(result, report.resolve("report.json"));
            HtmlReport.write(result, report.resolve("report.html"));
            out.println(ConsoleTable.render(result, TERMINAL.equals("both")));
            out.println("Report: " + report.resolve("report.html"));
            return result.agreed() ? 0 : FAILED;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        } catch (RunFailedException e) {
            spec.commandLine().getErr().println("windrow: " + e.getMessage());
            return FAILED;
        }
    }

    private ProveReport prove(ProveInput planned) throws IOException, RunFailedException {
        Phases phases = Phases.of(planned.trades(), rate, latencySeconds);
        Map<String, String> conditions = conditions(phases);
        Path folder = Files.createDirectories(report.resolve("runs"));
        Progress progress = new Progress(System.err, !TERMINAL.equals("none"), Prover.steps(engines, runs));
        Prover prover = new Prover(new EngineLauncher(jvmFlags(), folder), progress, engines, runs);
        List<EngineSummary> summaries = prover.run(engine -> new RunSpec(engine, folder.resolve(engine + ".result"), planned.spec(),
            phases, candles, tradeWindow, ringSize, wait));
        return new ProveReport(planned.summary(), conditions, summaries, Agreement.mismatches(summaries));
    }

    private Map<String, String> conditions(Phases phases) {
        Map<String, String> conditions = Machine.conditions();
        conditions.put("started", Instant.now().toString());
        conditions.put("jvm flags", jvm.isBlank() ? "none, the JVM's own defaults" : jvm);
        conditions.put("runs", runs + " of each engine in turn, after one that is thrown away");
        conditions.put("phases", phases.warmUp() + " trades to warm up, " + phases.flatOut() + " as fast as they go, "
            + phases.paced() + " at " + rate + " a second for latency");
        conditions.put("windows", candles + " candles of 1s, 1m and 5m and " + tradeWindow + " trades for each instrument");
        conditions.put("ring", ringSize + " places, " + wait + " wait");
        return conditions;
    }

    /** Options of the run itself that are not at their defaults, so that the report can say how to run it again. */
    private Map<String, String> changedOptions() {
        Map<String, String> changed = new LinkedHashMap<>();
        for (String name : RUN_OPTIONS) {
            OptionSpec option = spec.findOption("--" + name);
            if (!option.getValue().toString().equals(option.defaultValue())) {
                changed.put(name, option.getValue().toString());
            }
        }
        return changed;
    }

    private List<String> jvmFlags() {
        List<String> flags = new ArrayList<>(Arrays.asList(jvm.trim().split("\\s+")));
        flags.removeIf(String::isEmpty);
        return flags;
    }

    private void check() {
        for (String engine : engines) {
            require(Engines.ALL.contains(engine), "unknown engine (known: " + String.join(", ", Engines.ALL) + ")", "engine", engine);
        }
        require(engines.size() == engines.stream().distinct().count(), "an engine can be named once", "engines", engines);
        require(runs >= 1, "runs must be positive", "runs", runs);
        require(rate >= 1 && rate <= FASTEST, "rate must be 1 to " + FASTEST, "rate", rate);
        require(latencySeconds >= 0 && latencySeconds <= DAY_SECONDS, "seconds must be 0 to " + DAY_SECONDS, "latency-seconds",
            latencySeconds);
        require(candles >= 1, "candles must be positive", "candles", candles);
        require(tradeWindow >= 1, "trade window must be positive", "trade-window", tradeWindow);
        require(ringSize >= 1 && Integer.bitCount(ringSize) == 1, "ring must be a power of two", "ring", ringSize);
        require(WAITS.contains(wait), "unknown wait (known: " + String.join(", ", WAITS) + ")", "wait", wait);
    }
}
