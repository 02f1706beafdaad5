package io.windrow.metrics.watch;

import io.windrow.metrics.trend.SlopeInterval;

/**
 * Whether a figure grows over a window of blocks of equal time, judged on the smallest value of each. It does if all of this holds:
 *
 * <ul>
 *   <li>the {@link SlopeInterval} lies above 0;</li>
 *   <li>it rose at least four times, and by more than the minimum even without its largest rise: a step is no growth;</li>
 *   <li>the slope over the window is more than the minimum and more than four deviations of what the slope leaves unexplained.</li>
 * </ul>
 *
 * <p>Allocates nothing. For one thread at a time.
 */
final class FloorTrend {

    static final int BLOCKS = 12;
    private static final int LEAST_RISES = 4;
    private static final double NOISE = 4;
    /** A deviation is this many mean absolute distances, of normal noise. */
    private static final double DEVIATION_OF_MEAN_DISTANCE = 1.2533;

    private final SlopeInterval line;
    private final double[] places = new double[BLOCKS];
    private final double[] floors = new double[BLOCKS];
    private int size;
    private double floor;
    private boolean isSeen;

    FloorTrend(SlopeInterval line) {
        this.line = line;
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
        if (size == BLOCKS) {
            System.arraycopy(floors, 1, floors, 0, --size);
        }
        floors[size++] = floor;
        isSeen = false;
    }

    void clear() {
        size = 0;
        isSeen = false;
    }

    double first() {
        return floors[0];
    }

    double last() {
        return floors[size - 1];
    }

    double slopePerBlock() {
        line.measure(places, floors, size);
        return line.slope();
    }

    boolean grows(long minimum) {
        return size == BLOCKS && isSteady(minimum) && isAboveNoise(minimum);
    }

    private boolean isSteady(long minimum) {
        int rises = 0;
        double largest = 0;
        for (int i = 1; i < BLOCKS; i++) {
            double step = floors[i] - floors[i - 1];
            rises += step > 0 ? 1 : 0;
            largest = Math.max(largest, step);
        }
        return rises >= LEAST_RISES && last() - first() - largest > minimum;
    }

    private boolean isAboveNoise(long minimum) {
        double slope = slopePerBlock();
        double growth = slope * (BLOCKS - 1);
        double center = 0;
        for (int i = 0; i < BLOCKS; i++) {
            center += (floors[i] - slope * i) / BLOCKS;
        }
        double distance = 0;
        for (int i = 0; i < BLOCKS; i++) {
            distance += Math.abs(floors[i] - slope * i - center) / BLOCKS;
        }
        return line.lower() > 0 && growth > minimum && growth > NOISE * DEVIATION_OF_MEAN_DISTANCE * distance;
    }
}
