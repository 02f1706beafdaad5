package io.windrow.buffers.indicators;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Formulas as they read, each value worked out from the whole series before it, where the ones under test keep only a state. NaN where
 * there is none yet.
 */
final class Naive {

    private Naive() {
    }

    static double[] ema(double[] values, int period, Seed seed) {
        return smoothed(values, period, 2.0 / (period + 1), seed);
    }

    static double[] rma(double[] values, int period, Seed seed) {
        return smoothed(values, period, 1.0 / period, seed);
    }

    static double[] dema(double[] values, int period, Seed seed) {
        double[] once = ema(values, period, seed);
        double[] twice = ema(once, period, seed);
        return each(values.length, i -> 2 * once[i] - twice[i]);
    }

    static double[] tema(double[] values, int period, Seed seed) {
        double[] once = ema(values, period, seed);
        double[] twice = ema(once, period, seed);
        double[] thrice = ema(twice, period, seed);
        return each(values.length, i -> 3 * once[i] - 3 * twice[i] + thrice[i]);
    }

    static double[] wma(double[] values, int period) {
        return sliding(values, period, span -> {
            double sum = 0;
            for (int i = 0; i < period; i++) {
                sum += (i + 1) * span[i];
            }
            return sum / (period * (period + 1) / 2.0);
        });
    }

    static double[] hma(double[] values, int period) {
        double[] half = wma(values, period / 2);
        double[] whole = wma(values, period);
        return wma(each(values.length, i -> 2 * half[i] - whole[i]), (int) Math.floor(Math.sqrt(period)));
    }

    static double[] mean(double[] values, int period) {
        return sliding(values, period, span -> Arrays.stream(span).sum() / period);
    }

    static double[] deviation(double[] values, int period) {
        return sliding(values, period, span -> {
            double mean = Arrays.stream(span).sum() / period;
            double squares = Arrays.stream(span).map(value -> (value - mean) * (value - mean)).sum();
            return Arrays.stream(span).distinct().count() == 1 ? 0 : Math.sqrt(squares / period);
        });
    }

    static double[] highest(double[] values, int period) {
        return sliding(values, period, span -> Arrays.stream(span).max().orElseThrow());
    }

    static double[] lowest(double[] values, int period) {
        return sliding(values, period, span -> Arrays.stream(span).min().orElseThrow());
    }

    /** The ranges that averages are of: the first candle's own range counts where they start from the first value. */
    static double[] ranges(Series series, Seed seed) {
        return each(series.size(), i -> {
            if (i == 0) {
                return seed == Seed.MEAN ? Double.NaN : series.highs()[0] - series.lows()[0];
            }
            double before = series.closes()[i - 1];
            double gap = Math.max(Math.abs(series.highs()[i] - before), Math.abs(series.lows()[i] - before));
            return Math.max(gap, series.highs()[i] - series.lows()[i]);
        });
    }

    static double[] rsi(double[] values, int period, Seed seed) {
        double first = seed == Seed.MEAN ? Double.NaN : 0;
        double[] gain = rma(each(values.length, i -> i == 0 ? first : Math.max(values[i] - values[i - 1], 0)), period, seed);
        double[] loss = rma(each(values.length, i -> i == 0 ? first : Math.max(values[i - 1] - values[i], 0)), period, seed);
        return each(values.length, i -> gain[i] == 0 ? 0 : 100 - 100 / (1 + gain[i] / loss[i]));
    }

    static double[] vwap(Series series, int period) {
        return each(series.size(), i -> i < period - 1 ? Double.NaN : vwap(series, i - period + 1, i));
    }

    static double[] sessionVwap(Series series, int offsetMinutes) {
        return each(series.size(), i -> {
            int first = i;
            while (first > 0 && session(series, first - 1, offsetMinutes).equals(session(series, i, offsetMinutes))) {
                first--;
            }
            return vwap(series, first, i);
        });
    }

    /** Efficiency and average as Kaufman has them, begun one value before the first output. */
    static double[] kama(double[] values, int period, int fast, int slow) {
        double[] result = each(values.length, i -> Double.NaN);
        for (int i = period; i < values.length; i++) {
            double steps = 0;
            for (int j = i - period + 1; j <= i; j++) {
                steps += Math.abs(values[j] - values[j - 1]);
            }
            double efficiency = steps == 0 ? 1 : Math.abs(values[i] - values[i - period]) / steps;
            double s = efficiency * (2.0 / (fast + 1) - 2.0 / (slow + 1)) + 2.0 / (slow + 1);
            double before = i == period ? values[i - 1] : result[i - 1];
            result[i] = before * (1 - s * s) + values[i] * s * s;
        }
        return result;
    }

    static double[] each(int size, IntToDoubleFunction value) {
        double[] values = new double[size];
        Arrays.setAll(values, value);
        return values;
    }

    private interface Span {

        double of(double[] values);
    }

    private static double[] sliding(double[] values, int period, Span span) {
        return each(values.length, i -> i < period - 1 || Double.isNaN(values[i - period + 1])
            ? Double.NaN : span.of(Arrays.copyOfRange(values, i - period + 1, i + 1)));
    }

    private static double vwap(Series series, int first, int last) {
        double turnover = 0;
        double volume = 0;
        double price = 0;
        for (int i = first; i <= last; i++) {
            price = (series.highs()[i] + series.lows()[i] + series.closes()[i]) / 3;
            turnover += price * series.volumes()[i];
            volume += series.volumes()[i];
        }
        return volume == 0 ? price : turnover / volume;
    }

    private static LocalDate session(Series series, int i, int offsetMinutes) {
        return LocalDate.ofInstant(Instant.EPOCH.plusNanos(series.times()[i]).minusSeconds(offsetMinutes * 60L), ZoneOffset.UTC);
    }

    /** The start, fading, and every later value, fading from the moment it came in. */
    private static double[] smoothed(double[] values, int period, double factor, Seed seed) {
        int from = 0;
        while (from < values.length && Double.isNaN(values[from])) {
            from++;
        }
        int last = from + period - 1;
        int startsAt = seed == Seed.FIRST_VALUE ? from : last;
        if (last >= values.length) {
            return each(values.length, i -> Double.NaN);
        }
        double start = seed == Seed.FIRST_VALUE ? values[from] : Arrays.stream(values, from, last + 1).sum() / period;
        return each(values.length, i -> {
            double sum = i < last ? Double.NaN : start * Math.pow(1 - factor, i - startsAt);
            for (int j = startsAt + 1; i >= last && j <= i; j++) {
                sum += values[j] * factor * Math.pow(1 - factor, i - j);
            }
            return sum;
        });
    }
}
