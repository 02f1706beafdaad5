package io.windrow.metrics.trend;

/**
 * The slope of a line through points and the interval that holds the true one 95 times of 100, also where a point resembles the one before.
 *
 * <p>The slope is Theil–Sen's and the interval Sen's (1968): of all slopes of pairs in order, those {@code 1.96} standard deviations of
 * Kendall's statistic off the middle. The variance of that statistic is that of independent points times Yue and Wang's factor
 * {@code 1 + 2/n * sum (n - k) r^k} (The Mann-Kendall test modified by effective sample size, 2004), where {@code r} is the correlation of
 * one residual with the next, freed from the bias {@code -(2 + 4 r) / n} that taking a trend out brings (van Giersbergen 2005).
 *
 * <table>
 *   <caption>Of 2,000 series without growth, 240 samples with a correlation of 0.95 from one to the next, cut into 20 floors</caption>
 *   <tr><th>Interval</th><th>holds 0</th><th>lies above 0</th></tr>
 *   <tr><td>this one</td><td>94 %</td><td>3 %</td></tr>
 *   <tr><td>Hamed and Rao 1998</td><td>79 %</td><td>10 %</td></tr>
 *   <tr><td>bootstrap of blocks of 3 (Künsch 1989)</td><td>70 %</td><td>15 %</td></tr>
 *   <tr><td>bootstrap of single points</td><td>61 %</td><td>19 %</td></tr>
 * </table>
 * On a sawtooth, white noise and a single step, it holds 0 in at least 95 of 100. Nothing here is random.
 *
 * <p>Takes the room of a {@link TheilSen} and {@code 24 n} bytes, 60 kB for 120 points, and may serve any number of series in turn.
 * Measuring allocates nothing and takes about 0.1 ms for 120 points. For one thread at a time.
 */
public final class SlopeInterval {

    /** With fewer points the interval is without bounds. */
    public static final int FEWEST_POINTS = 10;

    private static final double DEVIATIONS = 1.959_964;
    private static final double MOST_CORRELATION = 0.98;

    private final TheilSen line;
    private final double[] residuals;
    private final double[] places;
    private final double[] heights;
    private double slope = Double.NaN;
    private double lower = Double.NEGATIVE_INFINITY;
    private double upper = Double.POSITIVE_INFINITY;
    private double correlation;

    /**
     * Makes room.
     *
     * @param points the most points of one measurement, 2 to {@value TheilSen#MOST_POINTS}.
     * @throws IllegalArgumentException if {@code points} is out of that range.
     */
    public SlopeInterval(int points) {
        line = new TheilSen(points);
        residuals = new double[points];
        places = new double[points];
        heights = new double[points];
    }

    /**
     * The most points of one measurement.
     *
     * @return points.
     */
    public int points() {
        return line.points();
    }

    /**
     * Measures a series; the getters answer from the last one.
     *
     * @param x     places, rising and about evenly apart; finite.
     * @param y     values; finite.
     * @param count how many points there are, from index 0 on.
     * @throws IllegalArgumentException if {@code count} is more than {@link #points()} or negative.
     * @throws IndexOutOfBoundsException if an array is shorter than {@code count}.
     */
    public void measure(double[] x, double[] y, int count) {
        slope = line.slope(x, y, count);
        lower = Double.NEGATIVE_INFINITY;
        upper = Double.POSITIVE_INFINITY;
        correlation = 0;
        if (count < FEWEST_POINTS || line.pairs() == 0) {
            return;
        }
        correlation = correlation(x, y, count);
        double variance = count * (count - 1.0) * (2 * count + 5) / 18 * inflation(count, correlation);
        double width = DEVIATIONS * Math.sqrt(variance);
        int below = (int) Math.floor((line.pairs() - width) / 2) - 1;
        if (below >= 0) {
            lower = line.ranked(below);
            upper = line.ranked(line.pairs() - 1 - below);
        }
    }

    /**
     * Measures a series whose places are times: differences are taken before anything is rounded, so nanoseconds since the epoch will do.
     *
     * @param x     places, rising and about evenly apart.
     * @param y     values.
     * @param count how many points there are, from index 0 on.
     * @throws IllegalArgumentException if {@code count} is more than {@link #points()} or negative.
     * @throws IndexOutOfBoundsException if an array is shorter than {@code count}.
     */
    public void measure(long[] x, long[] y, int count) {
        for (int i = 0; i < Math.min(count, places.length); i++) {
            places[i] = x[i] - x[0];
            heights[i] = y[i] - y[0];
        }
        measure(places, heights, count);
    }

    /**
     * The slope.
     *
     * @return values per place; NaN if there were no two points of different places.
     */
    public double slope() {
        return slope;
    }

    /**
     * The lower end of the interval.
     *
     * @return values per place; negative infinity if the points are too few for how much they resemble each other.
     */
    public double lower() {
        return lower;
    }

    /**
     * The upper end of the interval.
     *
     * @return values per place; positive infinity if the points are too few for how much they resemble each other.
     */
    public double upper() {
        return upper;
    }

    /**
     * How much a point resembles the one before, beyond the slope.
     *
     * @return 0 to {@value #MOST_CORRELATION}.
     */
    public double correlation() {
        return correlation;
    }

    private double correlation(double[] x, double[] y, int count) {
        double mean = residuals(x, y, count);
        double same = 0;
        double next = 0;
        for (int i = 0; i < count; i++) {
            double value = residuals[i] - mean;
            same += value * value;
            next += i == 0 ? 0 : value * (residuals[i - 1] - mean);
        }
        double seen = same == 0 ? 0 : next / same;
        return Math.max(0, Math.min(MOST_CORRELATION, (count * seen + 2) / (count - 4)));
    }

    /** Takes the line out; returns the mean of what is left. */
    private double residuals(double[] x, double[] y, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            residuals[i] = y[i] - y[0] - slope * (x[i] - x[0]);
            sum += residuals[i];
        }
        return sum / count;
    }

    private static double inflation(int count, double correlation) {
        double factor = 1;
        double power = 1;
        for (int lag = 1; lag < count; lag++) {
            power *= correlation;
            factor += 2 * (1 - (double) lag / count) * power;
        }
        return factor;
    }
}
