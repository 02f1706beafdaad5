package io.windrow.examples.prove.report;

import java.util.ArrayList;
import java.util.List;

/** Round numbers for an axis: 1, 2 or 5 times a power of ten of a unit that a reader knows. */
final class Ticks {

    /** Ticks of an axis that may begin and end between them. */
    record Range(double start, double end, List<Axis.Tick> ticks) {
    }

    private static final double[] ROUND = {1, 2, 5, 10};
    private static final double[] DECADES = {1};
    private static final double[] WITHIN_DECADES = {1, 2, 5};
    private static final double SMALLEST = 1e-9;
    private static final int SMALLEST_POWER = -9;
    private static final int LARGEST_POWER = 15;
    private static final int LARGEST_POWER_WITHIN = 2;
    private static final double SLACK = 1e-9;
    private static final int FEWEST = 3;

    private Ticks() {
    }

    /** From 0, in about as many intervals, to the first tick that is no less than the highest value. */
    static List<Axis.Tick> linear(Unit unit, double highest, int intervals) {
        double top = highest > 0 && Double.isFinite(highest) ? highest : 1;
        Scale scale = Scale.fitting(unit, top);
        double step = step(top / scale.size() / intervals);
        List<Axis.Tick> ticks = new ArrayList<>();
        int last = (int) Math.ceil(top / scale.size() / step - SLACK);
        for (int i = 0; i <= last; i++) {
            double value = i * step * scale.size();
            ticks.add(new Axis.Tick(i == last ? Math.max(value, top) : value, scale.label(value)));
        }
        return ticks;
    }

    private static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double round : ROUND) {
            if (round * power >= least * (1 - SLACK)) {
                return round * power;
            }
        }
        return 10 * power;
    }

    /** Whole decades where there are enough of them, otherwise 2 and 5 as well. */
    static Range log(Unit unit, double lowest, double highest) {
        double low = lowest > 0 ? Math.max(lowest, SMALLEST) : 1;
        double high = Math.max(highest, low);
        List<Axis.Tick> fine = candidates(unit, WITHIN_DECADES);
        int first = 0;
        while (first + 1 < fine.size() && fine.get(first + 1).value() < low) {
            first++;
        }
        int last = first + 1;
        while (last + 1 < fine.size() && fine.get(last).value() < high) {
            last++;
        }
        double start = fine.get(first).value();
        double end = fine.get(last).value();
        List<Axis.Tick> decades = between(candidates(unit, DECADES), start, end);
        return new Range(start, end, decades.size() < FEWEST ? between(fine, start, end) : decades);
    }

    private static List<Axis.Tick> between(List<Axis.Tick> ticks, double start, double end) {
        return ticks.stream().filter(tick -> tick.value() >= start && tick.value() <= end).toList();
    }

    /** Every tick there may be: within a scale up to its hundreds, then the next scale begins. */
    private static List<Axis.Tick> candidates(Unit unit, double[] mantissas) {
        List<Axis.Tick> all = new ArrayList<>();
        List<Scale> scales = Scale.of(unit);
        for (int i = 0; i < scales.size(); i++) {
            Scale scale = scales.get(i);
            int largest = i + 1 < scales.size() ? LARGEST_POWER_WITHIN : LARGEST_POWER;
            for (int power = i == 0 ? SMALLEST_POWER : 0; power <= largest; power++) {
                for (double mantissa : mantissas) {
                    double value = mantissa * Double.parseDouble("1e" + power) * scale.size();
                    all.add(new Axis.Tick(value, scale.label(value)));
                }
            }
        }
        return all;
    }
}
