package io.windrow.metrics;

/** Figures over a span of time, as {@link MetricsHistory#range} found them; a copy that does not change. Index 0 is the oldest point. */
public final class HistoryRange {

    private final Figure[] figures;
    private final int rowsPerPoint;
    private final long[] times;
    private final long[][] values;

    HistoryRange(Figure[] figures, int points, int rowsPerPoint) {
        this.figures = figures.clone();
        this.rowsPerPoint = rowsPerPoint;
        times = new long[points];
        values = new long[figures.length][points];
    }

    /**
     * How many points there are.
     *
     * @return the length of each curve.
     */
    public int size() {
        return times.length;
    }

    /**
     * How many kept rows a point stands for.
     *
     * @return 1 if nothing was merged.
     */
    public int rowsPerPoint() {
        return rowsPerPoint;
    }

    /**
     * How many figures there are.
     *
     * @return the number of curves.
     */
    public int figureCount() {
        return figures.length;
    }

    /**
     * A figure.
     *
     * @param curve 0 to {@link #figureCount()} - 1, in the order asked for.
     * @return the figure.
     * @throws IndexOutOfBoundsException if there is no such curve.
     */
    public Figure figure(int curve) {
        return figures[curve];
    }

    /**
     * When a point was.
     *
     * @param point 0, the oldest, to {@link #size()} - 1.
     * @return nanoseconds since the epoch; of the last of the rows it stands for.
     * @throws IndexOutOfBoundsException if there is no such point.
     */
    public long timeNanos(int point) {
        return times[point];
    }

    /**
     * A value.
     *
     * @param curve which curve.
     * @param point which point.
     * @return the value, or {@link Sample#ABSENT}.
     * @throws IndexOutOfBoundsException if there is no such curve or point.
     */
    public long value(int curve, int point) {
        return values[curve][point];
    }

    void setTime(int point, long timeNanos) {
        times[point] = timeNanos;
    }

    void setValue(int curve, int point, long value) {
        values[curve][point] = value;
    }
}
