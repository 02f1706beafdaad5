package io.windrow.examples.bench;

import static io.windrow.examples.input.Rules.require;

import io.windrow.examples.prove.Machine;
import io.windrow.examples.prove.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code windrow bench}. */
@Command(name = "bench", mixinStandardHelpOptions = true, sortOptions = false,
    header = "Measure Windrow and its peers side by side, and compare each ratio with its goal.",
    description = {"", "Every measurement runs in a JVM of its own and verifies its result. A ratio above 1 means that Windrow is better. "
        + "It wants an otherwise idle machine with two cores or more; the full run takes about twenty minutes.", ""},
    footer = {"", "Exit codes: 0 measured, 1 a row failed, or with --strict missed its goal, 2 the call was wrong.", "", "Examples:",
        "  windrow bench --quick", "  windrow bench --json bench.json", "  windrow bench --only pipeline.full-work,candle.append"})
public final class BenchCommand implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final String TERMINAL = System.getProperty("windrow.terminal", "none");

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the results to a file, too.")
    private Path json;

    @Option(names = "--quick", description = "Measure for a shorter time: all rows within five minutes, and less exact.")
    private boolean quick;

    @Option(names = "--only", paramLabel = "NAME", arity = "1..*", split = ",", description = "Only the rows of these names.")
    private Set<String> only = new LinkedHashSet<>();

    @Option(names = "--list", description = "Print the names of the rows, their peers and goals, and measure nothing.")
    private boolean list;

    @Option(names = "--strict", description = "End with 1 if a goal is missed.")
    private boolean strict;

    /** Creates the command; its options are filled in by the command line. */
    public BenchCommand() {
    }

    @Override
    public Integer call() throws IOException {
        List<Row> rows = rows();
        PrintStream out = System.out;
        if (list) {
            rows.forEach(row -> out.println(listed(row)));
            return 0;
        }
        Map<String, String> conditions = conditions();
        List<RowResult> results = measure(rows);
        out.print(BenchTable.render(results));
        if (json != null) {
            Files.writeString(json, BenchJson.render(conditions, results));
        }
        return results.stream().anyMatch(this::fails) ? FAILED : 0;
    }

    private static String listed(Row row) {
        String goal = row.goal().judges() ? ": " + row.goal() : "";
        return row.name() + (row.hasPeer() ? " against " + row.peer() : "") + goal;
    }

    private boolean fails(RowResult result) {
        return result.failure != null || strict && result.isJudged() && !result.isMet();
    }

    private List<RowResult> measure(List<Row> rows) throws IOException {
        Path folder = Files.createTempDirectory("windrow-bench");
        try {
            BenchRun run = new BenchRun(rows, quick ? Mode.QUICK : Mode.FULL, new Fork(folder));
            return run.run(new Progress(System.err, !TERMINAL.equals("none"), run.steps()));
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(folder);
        }
    }

    private List<Row> rows() {
        List<Row> all = BenchRows.all();
        Set<String> names = new LinkedHashSet<>();
        all.forEach(row -> names.add(row.name()));
        try {
            for (String name : only) {
                require(names.contains(name), "unknown row (known: " + String.join(", ", names) + ")", "only", name);
            }
            // Found out now and not when all is measured.
            require(json == null || Files.isDirectory(json.toAbsolutePath().getParent()) && !Files.isDirectory(json),
                "results must go to a file in a folder that exists", "json", json);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        return all.stream().filter(row -> only.isEmpty() || only.contains(row.name())).toList();
    }

    private Map<String, String> conditions() {
        Map<String, String> machine = Machine.conditions();
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("java", machine.get("jdk"));
        conditions.put("vm flags", String.join(" ", Fork.FLAGS));
        conditions.put("os", machine.get("os"));
        conditions.put("cpu", machine.get("cpu"));
        conditions.put("cores", machine.get("processors"));
        conditions.put("memory", machine.get("memory"));
        conditions.put("load", machine.get("load before"));
        conditions.put("date", Instant.now().toString());
        conditions.put("mode", (quick ? Mode.QUICK : Mode.FULL).name().toLowerCase(Locale.ROOT));
        return conditions;
    }
}
