package io.windrow.examples.run;

import io.windrow.pipeline.Fault;
import io.windrow.pipeline.TradingPipeline;
import java.io.PrintStream;
import java.util.List;

/** What an engine says while it runs: status lines, and the first faults, each once. What it says is bounded but for the status lines. */
final class EngineLog {

    private final PrintStream out;
    private final boolean quiet;
    private int faultsSaid;
    private long faultsCounted;

    EngineLog(PrintStream out, boolean quiet) {
        this.out = out;
        this.quiet = quiet;
    }

    void status(String line) {
        if (!quiet) {
            out.println(line);
        }
    }

    /** Says faults that are new among those that the pipeline keeps. */
    void faults(TradingPipeline pipeline) {
        long count = pipeline.faultCount();
        if (count == faultsCounted) {
            return;
        }
        faultsCounted = count;
        List<Fault> faults = pipeline.faults();
        for (; faultsSaid < faults.size(); faultsSaid++) {
            out.println("fault " + faults.get(faultsSaid));
        }
    }
}
