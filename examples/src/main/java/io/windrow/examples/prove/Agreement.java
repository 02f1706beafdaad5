package io.windrow.examples.prove;

import io.windrow.examples.prove.report.EngineSummary;
import io.windrow.examples.prove.report.Figure;
import io.windrow.examples.prove.report.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Whether all runs of all engines gave the same signals and the same last windows. */
final class Agreement {

    private Agreement() {
    }

    /** One plain sentence for each run that differs from the first run of the first engine. */
    static List<String> mismatches(List<EngineSummary> engines) {
        List<String> found = new ArrayList<>();
        RunResult first = engines.get(0).runs().get(0);
        for (EngineSummary engine : engines) {
            for (int i = 0; i < engine.runs().size(); i++) {
                RunResult run = engine.runs().get(i);
                compare(found, "signals", first, run, i + 1, RunResult::signalsHash);
                compare(found, "windows", first, run, i + 1, RunResult::windowsHash);
            }
        }
        return found;
    }

    private static void compare(List<String> found, String what, RunResult first, RunResult run, int number,
        Function<RunResult, String> hash) {
        if (!hash.apply(first).equals(hash.apply(run))) {
            found.add(what + " of " + run.engine() + " (run " + number + ": " + signals(run) + " signals, hash " + hash.apply(run)
                + ") differ from those of " + first.engine() + " (" + signals(first) + " signals, hash " + hash.apply(first) + ")");
        }
    }

    private static long signals(RunResult run) {
        return run.figures().getOrDefault(Figure.SIGNALS, 0.0).longValue();
    }
}
