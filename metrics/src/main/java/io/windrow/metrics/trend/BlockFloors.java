package io.windrow.metrics.trend;

import java.util.Arrays;
import java.util.Objects;

/**
 * A series cut into blocks of equal length, and the smallest value of each: what a sawtooth or a collector leaves behind. A block must be
 * longer than a tooth. Immutable.
 */
public final class BlockFloors {

    /** The fewest blocks a trend is judged on. */
    public static final int FEWEST = 10;

    private final double[] middles;
    private final double[] floors;
    private final int cut;

    private BlockFloors(double[] middles, double[] floors, int cut) {
        this.middles = middles;
        this.floors = floors;
        this.cut = cut;
    }

    /**
     * Cuts a series.
     *
     * @param x      places, not falling: times, events.
     * @param y      values.
     * @param count  how many points there are, from index 0 on, at least 1.
     * @param blocks in how many blocks it is cut, at least {@value #FEWEST}.
     * @return the floors.
     * @throws IllegalArgumentException if {@code count} or {@code blocks} is too small or a place falls.
     * @throws IndexOutOfBoundsException if an array is shorter than {@code count}.
     */
    public static BlockFloors of(double[] x, double[] y, int count, int blocks) {
        require(blocks >= FEWEST, "blocks must be at least " + FEWEST, "blocks", blocks);
        require(count >= 1, "count must be positive", "count", count);
        double first = x[0];
        double length = (x[count - 1] - first) / blocks;
        double[] floors = new double[blocks];
        Arrays.fill(floors, Double.NaN);
        for (int i = 0; i < count; i++) {
            require(i == 0 || x[i] >= x[i - 1], "places must not fall", "index", i);
            int block = length == 0 ? 0 : Math.min(blocks - 1, (int) ((x[i] - first) / length));
            floors[block] = Double.isNaN(floors[block]) ? y[i] : Math.min(floors[block], y[i]);
        }
        return known(first, length, floors);
    }

    /**
     * Blocks with a point in them.
     *
     * @return at most what was asked for.
     */
    public int size() {
        return floors.length;
    }

    /**
     * Whether every block has a point: a series with holes is not judged.
     *
     * @return true if none is empty.
     */
    public boolean isComplete() {
        return floors.length == cut;
    }

    /**
     * The middle of a block.
     *
     * @param index 0 for the first block.
     * @return its place.
     * @throws IndexOutOfBoundsException if there is no such block.
     */
    public double middle(int index) {
        return middles[Objects.checkIndex(index, floors.length)];
    }

    /**
     * The smallest value of a block.
     *
     * @param index 0 for the first block.
     * @return the value.
     * @throws IndexOutOfBoundsException if there is no such block.
     */
    public double floor(int index) {
        return floors[Objects.checkIndex(index, floors.length)];
    }

    /** The length of the series, from the first block's begin to the last one's end. */
    double length() {
        return floors.length < 2 ? 0 : (middles[floors.length - 1] - middles[0]) * cut / (cut - 1);
    }

    /** How far the floors are apart. */
    double range() {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (double floor : floors) {
            lowest = Math.min(lowest, floor);
            highest = Math.max(highest, floor);
        }
        return highest - lowest;
    }

    /** The slope of the floors. */
    SlopeInterval slope() {
        SlopeInterval interval = new SlopeInterval(Math.max(2, floors.length));
        interval.measure(middles, floors, floors.length);
        return interval;
    }

    double earlierSlope() {
        return slope(0, floors.length / 2);
    }

    double laterSlope() {
        return slope(floors.length / 2, floors.length);
    }

    private double slope(int from, int to) {
        return new TheilSen(to - from).slope(Arrays.copyOfRange(middles, from, to), Arrays.copyOfRange(floors, from, to), to - from);
    }

    private static BlockFloors known(double first, double length, double[] all) {
        double[] middles = new double[all.length];
        double[] floors = new double[all.length];
        int size = 0;
        for (int i = 0; i < all.length; i++) {
            if (!Double.isNaN(all[i])) {
                middles[size] = first + (i + 0.5) * length;
                floors[size++] = all[i];
            }
        }
        return new BlockFloors(Arrays.copyOf(middles, size), Arrays.copyOf(floors, size), all.length);
    }

    private static void require(boolean holds, String rule, String name, long value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ": " + name + "=" + value);
        }
    }
}
