package io.windrow.buffers.indicators;

import java.util.Arrays;

/** Indicators over a whole series, by their definitions and without a thought for speed; NaN in the warm-up. */
final class OscillatorReference {

    private OscillatorReference() {
    }

    static double[] moneyFlow(Series series, int period) {
        double[] out = nans(series);
        for (int i = period - 1; i < series.size(); i++) {
            double flows = 0;
            double volumes = 0;
            for (int j = i - period + 1; j <= i; j++) {
                double range = series.highs()[j] - series.lows()[j];
                double place = (2 * series.closes()[j] - series.lows()[j] - series.highs()[j]) / range;
                flows += range == 0 ? 0 : place * series.volumes()[j];
                volumes += series.volumes()[j];
            }
            out[i] = volumes == 0 ? 0 : flows / volumes;
        }
        return out;
    }

    static double[] moneyFlowIndex(Series series, int period) {
        double[] out = nans(series);
        for (int i = period; i < series.size(); i++) {
            double rising = 0;
            double falling = 0;
            for (int j = i - period + 1; j <= i; j++) {
                double flow = typical(series, j) * series.volumes()[j];
                rising += typical(series, j) > typical(series, j - 1) ? flow : 0;
                falling += typical(series, j) < typical(series, j - 1) ? flow : 0;
            }
            out[i] = rising + falling == 0 ? 0 : 100 * rising / (rising + falling);
        }
        return out;
    }

    /** In the form that rounds as the indicators do: a close can lie on a band but for what is rounded away, and then that decides. */
    static double[] averageTrueRange(Series series, int period, Seed seed) {
        double[] out = nans(series);
        double share = 1.0 / period;
        int first = seed == Seed.MEAN ? period : period - 1;
        double average = trueRange(series, 0);
        for (int i = 1; i <= first; i++) {
            average = seed == Seed.MEAN ? mean(series, period) : average + (trueRange(series, i) - average) * share;
        }
        out[first] = average;
        for (int i = first + 1; i < series.size(); i++) {
            out[i] = out[i - 1] * (1 - share) + trueRange(series, i) * share;
        }
        return out;
    }

    /** Value and direction. */
    static double[][] supertrend(Series series, int period, double factor, Seed seed) {
        double[] range = averageTrueRange(series, period, seed);
        double[] upper = nans(series);
        double[] lower = nans(series);
        double[][] out = {nans(series), nans(series)};
        for (int i = 0; i < series.size(); i++) {
            if (Double.isNaN(range[i])) {
                continue;
            }
            double middle = (series.highs()[i] + series.lows()[i]) / 2;
            upper[i] = middle + factor * range[i];
            lower[i] = middle - factor * range[i];
            boolean isFirst = i == 0 || Double.isNaN(range[i - 1]);
            if (!isFirst) {
                lower[i] = lower[i] > lower[i - 1] || series.closes()[i - 1] < lower[i - 1] ? lower[i] : lower[i - 1];
                upper[i] = upper[i] < upper[i - 1] || series.closes()[i - 1] > upper[i - 1] ? upper[i] : upper[i - 1];
            }
            boolean wasUp = !isFirst && out[1][i - 1] == 1;
            boolean isUp = !isFirst && (wasUp ? series.closes()[i] >= lower[i] : series.closes()[i] > upper[i]);
            out[0][i] = isUp ? lower[i] : upper[i];
            out[1][i] = isUp ? 1 : -1;
        }
        return out;
    }

    /** As an indicator does it that starts from the first value: its change is 0. */
    static double[] relativeStrengthFromFirst(Series series, int period) {
        double[] out = nans(series);
        double gain = 0;
        double loss = 0;
        for (int i = 1; i < series.size(); i++) {
            double change = series.closes()[i] - series.closes()[i - 1];
            gain = (gain * (period - 1) + (change > 0 ? change : 0)) / period;
            loss = (loss * (period - 1) + (change < 0 ? -change : 0)) / period;
            out[i] = i < period - 1 ? Double.NaN : gain + loss == 0 ? 0 : 100 * (gain / (gain + loss));
        }
        out[0] = period == 1 ? 0 : Double.NaN;
        return out;
    }

    /** Where the last of so many values lies in their range. */
    static double[] places(double[] values, int period) {
        double[] out = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double[] span = Arrays.copyOfRange(values, Math.max(0, i - period + 1), i + 1);
            double highest = Arrays.stream(span).max().orElseThrow();
            double lowest = Arrays.stream(span).min().orElseThrow();
            double place = highest == lowest ? 0 : 100 * ((values[i] - lowest) / (highest - lowest));
            out[i] = i < period - 1 || Double.isNaN(span[0]) ? Double.NaN : place;
        }
        return out;
    }

    static double[] means(double[] values, int period) {
        double[] out = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double sum = i < period - 1 ? Double.NaN : 0;
            for (int j = Math.max(0, i - period + 1); j <= i; j++) {
                sum += values[j];
            }
            out[i] = sum / period;
        }
        return out;
    }

    static double[] crossings(double[] one, double[] other) {
        double[] out = new double[one.length];
        out[0] = Double.NaN;
        for (int i = 1; i < one.length; i++) {
            boolean isReady = !Double.isNaN(one[i - 1]) && !Double.isNaN(other[i - 1]);
            boolean isOver = one[i] > other[i] && one[i - 1] <= other[i - 1];
            boolean isUnder = one[i] < other[i] && one[i - 1] >= other[i - 1];
            out[i] = !isReady ? Double.NaN : isOver ? 1 : isUnder ? -1 : 0;
        }
        return out;
    }

    private static double mean(Series series, int period) {
        double sum = 0;
        for (int i = 1; i <= period; i++) {
            sum += trueRange(series, i);
        }
        return sum / period;
    }

    private static double trueRange(Series series, int i) {
        double range = series.highs()[i] - series.lows()[i];
        if (i == 0) {
            return range;
        }
        double before = series.closes()[i - 1];
        return Math.max(range, Math.max(Math.abs(series.highs()[i] - before), Math.abs(series.lows()[i] - before)));
    }

    private static double typical(Series series, int i) {
        return (series.highs()[i] + series.lows()[i] + series.closes()[i]) / 3;
    }

    private static double[] nans(Series series) {
        double[] out = new double[series.size()];
        Arrays.fill(out, Double.NaN);
        return out;
    }
}
