package io.windrow.examples.prove.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The runs of one engine: of each figure the median, and the lowest and highest.
 *
 * @param engine its name.
 * @param runs   at least one run, in the order they were made.
 */
public record EngineSummary(String engine, List<RunResult> runs) {

    /**
     * Creates a summary.
     *
     * @param engine its name.
     * @param runs   at least one run.
     * @throws IllegalArgumentException if there is no run.
     */
    public EngineSummary {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("there must be a run: engine=" + engine);
        }
        runs = List.copyOf(runs);
    }

    /**
     * Whether every run gave a figure.
     *
     * @param figure which.
     * @return true if there is a median.
     */
    public boolean has(Figure figure) {
        return sorted(figure).size() == runs.size();
    }

    /**
     * Median over the runs; the lower one of the two in the middle of an even number, so that it is a value that was measured.
     *
     * @param figure which.
     * @return the median, NaN if a run did not give it.
     */
    public double median(Figure figure) {
        return has(figure) ? sorted(figure).get((runs.size() - 1) / 2) : Double.NaN;
    }

    /**
     * Lowest value over the runs.
     *
     * @param figure which.
     * @return the value, NaN if a run did not give it.
     */
    public double lowest(Figure figure) {
        return has(figure) ? sorted(figure).get(0) : Double.NaN;
    }

    /**
     * Highest value over the runs.
     *
     * @param figure which.
     * @return the value, NaN if a run did not give it.
     */
    public double highest(Figure figure) {
        return has(figure) ? sorted(figure).get(runs.size() - 1) : Double.NaN;
    }

    /**
     * The run whose peak of resident memory is the median: its curves stand for the engine.
     *
     * @return the run.
     */
    public RunResult typical() {
        double median = median(Figure.PEAK_RSS);
        for (RunResult run : runs) {
            if (run.figures().getOrDefault(Figure.PEAK_RSS, Double.NaN) == median) {
                return run;
            }
        }
        return runs.get(0);
    }

    private List<Double> sorted(Figure figure) {
        List<Double> values = new ArrayList<>();
        for (RunResult run : runs) {
            Double value = run.figures().get(figure);
            if (value != null) {
                values.add(value);
            }
        }
        values.sort(null);
        return values;
    }
}
