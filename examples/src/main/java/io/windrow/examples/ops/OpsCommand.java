package io.windrow.examples.ops;

import io.windrow.examples.ops.json.JsonWriter;
import io.windrow.examples.ops.watched.StopRequest;
import io.windrow.metrics.SourceLostException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all commands that watch have in common: JSON, the exit codes, an error in one line, an orderly end on a signal. */
abstract class OpsCommand implements Callable<Integer> {

    /** For the help of each. */
    static final String EXIT_CODES = "Exit codes: 0 good, 1 the check found something, 2 the call or a file it names is wrong, "
        + "3 the target cannot be read or was lost, 4 a result cannot be saved, 5 inconclusive.";

    private static final String STANDARD_OUTPUT = "-";

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", paramLabel = "FILE",
        description = "Write the result as JSON to a file, too; with - to the standard output, instead of the text.")
    private String json;

    @Override
    public final Integer call() {
        StopRequest stop = StopRequest.install();
        int code = Verdict.FAIL.exitCode();
        try {
            ResultFile file = json == null || json.equals(STANDARD_OUTPUT) ? null : ResultFile.of("json", json);
            code = publish(execute(stop), file);
        } catch (SourceLostException e) {
            code = say(e, Verdict.TARGET_LOST);
        } catch (NotSavedException e) {
            code = say(e, Verdict.NOT_SAVED);
        } catch (IllegalArgumentException e) {
            code = Verdict.WRONG_CALL;
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        } finally {
            stop.finished(code);
        }
        return code;
    }

    /**
     * Does the work.
     *
     * @throws IllegalArgumentException if the call is wrong, or a file it names.
     * @throws SourceLostException if the target cannot be read.
     * @throws NotSavedException if a result cannot be saved.
     */
    abstract Outcome execute(StopRequest stop);

    /** A line for people while the command runs; nothing when the standard output is for JSON alone. */
    final void print(String line) {
        if (!STANDARD_OUTPUT.equals(json)) {
            System.out.println(line);
        }
    }

    private int publish(Outcome outcome, ResultFile file) {
        PrintStream out = System.out;
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("command", spec.name());
        tree.put("time", Instant.now().toString());
        tree.put("verdict", outcome.verdict().name());
        tree.put("exitCode", outcome.verdict().exitCode());
        tree.putAll(outcome.tree());
        if (STANDARD_OUTPUT.equals(json)) {
            out.print(JsonWriter.text(tree));
        } else {
            out.print(outcome.text());
        }
        out.flush();
        if (file != null) {
            file.write(JsonWriter.text(tree));
        }
        if (out.checkError()) {
            throw new NotSavedException("standard output cannot be written", null);
        }
        return outcome.verdict().exitCode();
    }

    private int say(RuntimeException e, int code) {
        spec.commandLine().getErr().println("windrow: " + e.getMessage());
        return code;
    }
}
