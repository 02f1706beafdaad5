package io.windrow.buffers.indicators;

import java.util.Arrays;

/**
 * The indicators as their formulas read, each value worked out from the whole series before it, where the ones under test keep only
 * their last state. NaN during the warm-up.
 */
final class WholeSeries {

    private WholeSeries() {
    }

    static double[] ema(double[] closes, int period, Seed seed) {
        return smoothed(closes, 0, period, 2.0 / (period + 1), seed);
    }

    static double[] rsi(double[] closes, int period, Seed seed) {
        double[] gains = new double[closes.length];
        double[] losses = new double[closes.length];
        for (int i = 1; i < closes.length; i++) {
            gains[i] = closes[i] > closes[i - 1] ? closes[i] - closes[i - 1] : 0;
            losses[i] = closes[i] < closes[i - 1] ? closes[i - 1] - closes[i] : 0;
        }
        int from = seed == Seed.MEAN ? 1 : 0;
        double[] gain = smoothed(gains, from, period, 1.0 / period, seed);
        double[] loss = smoothed(losses, from, period, 1.0 / period, seed);
        double[] rsi = new double[closes.length];
        for (int i = 0; i < rsi.length; i++) {
            rsi[i] = gain[i] == 0 ? 0 : 100 - 100 / (1 + gain[i] / loss[i]);
        }
        return rsi;
    }

    static double[] atr(double[] highs, double[] lows, double[] closes, int period, Seed seed) {
        double[] ranges = new double[closes.length];
        for (int i = 0; i < ranges.length; i++) {
            double top = i == 0 ? highs[i] : Math.max(highs[i], closes[i - 1]);
            double bottom = i == 0 ? lows[i] : Math.min(lows[i], closes[i - 1]);
            ranges[i] = top - bottom;
        }
        return smoothed(ranges, seed == Seed.MEAN ? 1 : 0, period, 1.0 / period, seed);
    }

    /** The start, fading, and every later value, fading from the moment it came in. */
    private static double[] smoothed(double[] values, int from, int period, double factor, Seed seed) {
        double[] result = new double[values.length];
        Arrays.fill(result, Double.NaN);
        int last = from + period - 1;
        double start = seed == Seed.FIRST_VALUE || last >= values.length
            ? values[from] : Arrays.stream(values, from, last + 1).sum() / period;
        int startsAt = seed == Seed.FIRST_VALUE ? from : last;
        for (int i = last; i < values.length; i++) {
            double sum = start * Math.pow(1 - factor, i - startsAt);
            for (int j = startsAt + 1; j <= i; j++) {
                sum += values[j] * factor * Math.pow(1 - factor, i - j);
            }
            result[i] = sum;
        }
        return result;
    }
}
