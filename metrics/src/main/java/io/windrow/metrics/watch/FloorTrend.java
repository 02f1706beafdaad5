package io.windrow.metrics.watch;

import io.windrow.metrics.trend.SlopeInterval;

/**
 * Whether a figure grows over a window of blocks of equal time, judged on the smallest value of each. The window has one part or two of 12
 * blocks. It grows if in each part all of this holds:
 *
 * <ul>
 *   <li>the {@link SlopeInterval} lies above 0;</li>
 *   <li>it rose at least four times, and by more than its share of the minimum even without its largest rise: a step is no growth;</li>
 *   <li>the slope over the part is more than that share, and more than four deviations of what the slope leaves unexplained.</li>
 * </ul>
 *
 * <p>Two parts tell a leak from what wanders: that rises for an hour often, for two seldom. And what leaks ends above all that was before
 * the window, where what wanders mostly was before. Allocates nothing. For one thread at a time.
 */
final class FloorTrend {

    static final int BLOCKS = 12;
    private static final int LEAST_RISES = 4;
    private static final double NOISE = 4;
    /** A deviation is this many mean absolute distances, of normal noise. */
    private static final double DEVIATION_OF_MEAN_DISTANCE = 1.2533;

    private final SlopeInterval line;
    private final int parts;
    private final double[] places = new double[BLOCKS];
    private final double[] part = new double[BLOCKS];
    private final double[] floors;
    private int size;
    private double floor;
    private boolean isSeen;
    /** Of the floors that have left the window. */
    private double highestBefore = Double.NEGATIVE_INFINITY;

    FloorTrend(SlopeInterval line, int parts) {
        this.line = line;
        this.parts = parts;
        floors = new double[parts * BLOCKS];
        for (int i = 0; i < BLOCKS; i++) {
            places[i] = i;
        }
    }

    void take(long value) {
        floor = isSeen ? Math.min(floor, value) : value;
        isSeen = true;
    }

    /** Ends a block; one without a value empties the window. */
    void endBlock() {
        if (!isSeen) {
            clear();
            return;
        }
        if (size == floors.length) {
            highestBefore = Math.max(highestBefore, floors[0]);
            System.arraycopy(floors, 1, floors, 0, --size);
        }
        floors[size++] = floor;
        isSeen = false;
    }

    void clear() {
        size = 0;
        isSeen = false;
        highestBefore = Double.NEGATIVE_INFINITY;
    }

    boolean grows(long minimum) {
        if (size < floors.length || last() <= highestBefore) {
            return false;
        }
        for (int i = 0; i < parts; i++) {
            if (!partGrows(i, (double) minimum / parts)) {
                return false;
            }
        }
        return true;
    }

    double first() {
        return floors[0];
    }

    double last() {
        return floors[size - 1];
    }

    /** How many blocks lie between the first and the last. */
    int span() {
        return floors.length - 1;
    }

    /** The mean of the slopes of the parts. */
    double slopePerBlock() {
        double sum = 0;
        for (int i = 0; i < parts; i++) {
            sum += slope(i);
        }
        return sum / parts;
    }

    private boolean partGrows(int index, double minimum) {
        System.arraycopy(floors, index * BLOCKS, part, 0, BLOCKS);
        return isSteady(minimum) && isAboveNoise(slope(index), minimum);
    }

    private double slope(int index) {
        System.arraycopy(floors, index * BLOCKS, part, 0, BLOCKS);
        line.measure(places, part, BLOCKS);
        return line.slope();
    }

    private boolean isSteady(double minimum) {
        int rises = 0;
        double largest = 0;
        for (int i = 1; i < BLOCKS; i++) {
            double step = part[i] - part[i - 1];
            rises += step > 0 ? 1 : 0;
            largest = Math.max(largest, step);
        }
        return rises >= LEAST_RISES && part[BLOCKS - 1] - part[0] - largest > minimum;
    }

    private boolean isAboveNoise(double slope, double minimum) {
        double growth = slope * (BLOCKS - 1);
        double center = 0;
        for (int i = 0; i < BLOCKS; i++) {
            center += (part[i] - slope * i) / BLOCKS;
        }
        double distance = 0;
        for (int i = 0; i < BLOCKS; i++) {
            distance += Math.abs(part[i] - slope * i - center) / BLOCKS;
        }
        return line.lower() > 0 && growth > minimum && growth > NOISE * DEVIATION_OF_MEAN_DISTANCE * distance;
    }
}
