package io.windrow.examples.prove.report;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * One direction of a chart.
 *
 * @param ticks where there are lines and labels, rising.
 * @param place where a value lies, 0 at the start of the axis and 1 at its end.
 */
record Axis(List<Tick> ticks, DoubleUnaryOperator place) {

    /** A value with its label. */
    record Tick(double value, String label) {
    }

    /** Nines at which a curve over percentiles has a label; they lie evenly. */
    private static final double[] NINES = {50, 90, 99, 99.9, 99.99, 100};
    private static final int INTERVALS = 5;

    double at(double value) {
        return place.applyAsDouble(value);
    }

    /** From 0 to a round value that is no less than the highest. */
    static Axis linear(Unit unit, double highest) {
        List<Tick> ticks = Ticks.linear(unit, highest, INTERVALS);
        double end = ticks.get(ticks.size() - 1).value();
        return new Axis(ticks, value -> value / end);
    }

    /** From 0 to just the highest value, for what goes on until it is over. */
    static Axis time(double highest) {
        if (highest <= 0) {
            return linear(Unit.SECONDS, highest);
        }
        List<Tick> ticks = Ticks.linear(Unit.SECONDS, highest, INTERVALS).stream().filter(tick -> tick.value() <= highest).toList();
        return new Axis(ticks, value -> value / highest);
    }

    /** Between round values that enclose the lowest and highest, each ten-fold as long as the other; what is lower lies at 0. */
    static Axis log(Unit unit, double lowest, double highest) {
        Ticks.Range range = Ticks.log(unit, lowest, highest);
        double start = Math.log10(range.start());
        double length = Math.log10(range.end()) - start;
        return new Axis(range.ticks(), value -> value <= range.start() ? 0 : (Math.log10(value) - start) / length);
    }

    /** Percentiles from 50 to 100, every further nine as far as the one before. */
    static Axis nines() {
        int last = NINES.length - 1;
        List<Tick> ticks = IntStream.rangeClosed(0, last)
            .mapToObj(i -> new Tick(NINES[i], i == last ? "100" : Scale.fitting(Unit.COUNT, 0).label(NINES[i]))).toList();
        return new Axis(ticks, percentile -> Math.min(last, Math.max(0, nine(percentile))) / last);
    }

    private static double nine(double percentile) {
        if (percentile >= NINES[NINES.length - 1]) {
            return NINES.length - 1;
        }
        double nines = -Math.log10(1 - percentile / 100);
        double half = Math.log10(2);
        return nines < 1 ? (nines - half) / (1 - half) : nines;
    }
}
