package io.windrow.examples.prove;

import io.windrow.examples.prove.child.RunSpec;
import io.windrow.examples.prove.report.EngineSummary;
import io.windrow.examples.prove.report.RunResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Runs every engine in turn, round after round, so that a machine that grows slower does not do so to one engine alone. The
 * first round is thrown away: it brings the libraries' pages into memory.
 */
final class Prover {

    private final EngineLauncher launcher;
    private final Progress progress;
    private final List<String> engines;
    private final int runs;

    Prover(EngineLauncher launcher, Progress progress, List<String> engines, int runs) {
        this.launcher = launcher;
        this.progress = progress;
        this.engines = engines;
        this.runs = runs;
    }

    static int steps(List<String> engines, int runs) {
        return engines.size() * (runs + 1);
    }

    List<EngineSummary> run(Function<String, RunSpec> specs) throws IOException, RunFailedException {
        Map<String, List<RunResult>> results = new LinkedHashMap<>();
        for (int round = 0; round <= runs; round++) {
            for (String engine : engines) {
                progress.begin(engine + (round == 0 ? ", thrown away" : ", run " + round + " of " + runs));
                RunResult result = launcher.run(specs.apply(engine), progress::at);
                if (round > 0) {
                    results.computeIfAbsent(engine, name -> new ArrayList<>()).add(result);
                }
            }
        }
        progress.finish();
        List<EngineSummary> summaries = new ArrayList<>();
        results.forEach((engine, found) -> summaries.add(new EngineSummary(engine, found)));
        return summaries;
    }
}
