package io.windrow.metrics.trend;

/**
 * The slope of a line through points, by the median of the slopes of all pairs of points: up to 29 % of the points may be anything without
 * moving it far. H. Theil, A rank-invariant method of linear and polynomial regression analysis, 1950; P. K. Sen, Estimates of the
 * regression coefficient based on Kendall's tau, 1968.
 *
 * <p>Room for {@code n} points takes {@code 4 n n} bytes, 58 kB for 120, and may serve any number of series in turn. One call works on
 * {@code n n / 2} slopes, about 0.1 ms for 120 points, and allocates nothing. For one thread at a time.
 */
public final class TheilSen {

    /** The most points that one object takes: beyond, the pairs are too many. */
    public static final int MOST_POINTS = 4096;

    private final int points;
    private final double[] slopes;
    private int pairs;

    /**
     * Makes room.
     *
     * @param points the most points of one call, 2 to {@value #MOST_POINTS}.
     * @throws IllegalArgumentException if {@code points} is out of that range.
     */
    public TheilSen(int points) {
        if (points < 2 || points > MOST_POINTS) {
            throw new IllegalArgumentException("points must be 2 to " + MOST_POINTS + ": points=" + points);
        }
        this.points = points;
        slopes = new double[points * (points - 1) / 2];
    }

    /**
     * The most points of one call.
     *
     * @return points.
     */
    public int points() {
        return points;
    }

    /**
     * The slope of points. Two points of one place tell no slope and are left out as a pair.
     *
     * @param x     places, in any order; finite.
     * @param y     values; finite.
     * @param count how many points there are, from index 0 on.
     * @return values per place, or NaN if there are no two points of different places.
     * @throws IllegalArgumentException if {@code count} is more than {@link #points()} or negative.
     * @throws IndexOutOfBoundsException if an array is shorter than {@code count}.
     */
    public double slope(double[] x, double[] y, int count) {
        fill(x, y, count);
        return Selection.median(slopes, pairs);
    }

    /** Pairs of the last call. */
    int pairs() {
        return pairs;
    }

    /** A slope of the last call by its rank, 0 for the smallest. */
    double ranked(int rank) {
        return Selection.ranked(slopes, pairs, rank);
    }

    private void fill(double[] x, double[] y, int count) {
        requireRoom(count);
        pairs = 0;
        for (int i = 1; i < count; i++) {
            for (int j = 0; j < i; j++) {
                if (x[i] != x[j]) {
                    slopes[pairs++] = (y[i] - y[j]) / (x[i] - x[j]);
                }
            }
        }
    }

    private void requireRoom(int count) {
        if (count < 0 || count > points) {
            throw new IllegalArgumentException("count must be 0 to " + points + ": count=" + count);
        }
    }
}
