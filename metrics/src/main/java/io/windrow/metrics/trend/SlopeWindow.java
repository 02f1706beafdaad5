package io.windrow.metrics.trend;

import java.util.Objects;

/**
 * How fast one figure grows, over a window of time that slides: the window is cut into blocks of equal time, each keeps its smallest
 * sample, and the slope is Theil–Sen's over the blocks that are complete. So a sawtooth is followed at its floor, one outlier moves
 * nothing, and a day takes no more room than a minute.
 *
 * <p>Takes {@code 16 * blocks} bytes, 2 kB for 120 blocks, beside the {@link SlopeInterval}, which all windows of one thread
 * share. Adding
 * takes nanoseconds, except once per block; the slope is worked out once per block, when it is asked for. Nothing is allocated. For one
 * thread at a time.
 */
public final class SlopeWindow {

    /** The most blocks of a window. */
    public static final int MOST_BLOCKS = 120;

    private static final int FEWEST_BLOCKS = 4;
    private static final double MINUTE_NANOS = 60e9;

    private final SlopeInterval line;
    private final long blockNanos;
    private final long[] times;
    private final long[] values;
    private int size;
    private long block;
    private long blockTime;
    private long blockFloor;
    private boolean isFilling;
    private double slope = Double.NaN;
    private double lower = Double.NEGATIVE_INFINITY;
    private double upper = Double.POSITIVE_INFINITY;
    private boolean isKnown = true;

    /**
     * Makes an empty window.
     *
     * @param line      works the slopes out; windows of one thread share it.
     * @param spanNanos the time the window covers, at least 1 ns per block.
     * @param blocks    the most points that are kept, {@value #FEWEST_BLOCKS} to {@value #MOST_BLOCKS}, no more than {@code line} takes.
     * @throws IllegalArgumentException if {@code blocks} or {@code spanNanos} is out of its range.
     */
    public SlopeWindow(SlopeInterval line, long spanNanos, int blocks) {
        this.line = Objects.requireNonNull(line, "line");
        int most = Math.min(MOST_BLOCKS, line.points());
        if (blocks < FEWEST_BLOCKS || blocks > most) {
            throw new IllegalArgumentException("blocks must be " + FEWEST_BLOCKS + " to " + most + ": blocks=" + blocks);
        }
        if (spanNanos < blocks) {
            throw new IllegalArgumentException("a block must be at least 1 ns: spanNanos=" + spanNanos + ", blocks=" + blocks);
        }
        blockNanos = spanNanos / blocks;
        times = new long[blocks];
        values = new long[blocks];
    }

    /**
     * Adds a sample. One that is older than the last block empties the window first: the clock was set back.
     *
     * @param timeNanos its time, on any clock of nanoseconds.
     * @param value     its value; a negative one stands for a figure that is not known and is left out.
     */
    public void add(long timeNanos, long value) {
        if (value < 0) {
            return;
        }
        long number = Math.floorDiv(timeNanos, blockNanos);
        if (isFilling && number < block) {
            clear();
        }
        if (isFilling && number == block) {
            sink(timeNanos, value);
            return;
        }
        if (isFilling) {
            keep();
        }
        forget(number);
        block = number;
        blockTime = timeNanos;
        blockFloor = value;
        isFilling = true;
    }

    /** Forgets all samples. */
    public void clear() {
        size = 0;
        isFilling = false;
        isKnown = false;
    }

    /**
     * How fast the figure grows.
     *
     * @return its unit per minute; NaN until a quarter of the blocks is complete, and at least {@value #FEWEST_BLOCKS}.
     */
    public double slopePerMinute() {
        measure();
        return slope;
    }

    /**
     * The least that the figure grows, with 97.5 of 100 chances; above 0 it does grow.
     *
     * @return its unit per minute; negative infinity as long as the blocks are too few to tell.
     */
    public double lowerPerMinute() {
        measure();
        return lower;
    }

    /**
     * The most that the figure grows, with 97.5 of 100 chances.
     *
     * @return its unit per minute; positive infinity as long as the blocks are too few to tell.
     */
    public double upperPerMinute() {
        measure();
        return upper;
    }

    /**
     * Blocks that are complete.
     *
     * @return 0 to the number of blocks.
     */
    public int size() {
        return size;
    }

    /**
     * Whether every block of the window is complete.
     *
     * @return true from one window's time on, if samples came in each block.
     */
    public boolean isFull() {
        return size == times.length;
    }

    /**
     * The time of a block's smallest sample.
     *
     * @param index 0 for the oldest block.
     * @return nanoseconds on the clock of {@link #add}.
     * @throws IndexOutOfBoundsException if there is no such block.
     */
    public long timeNanos(int index) {
        return times[Objects.checkIndex(index, size)];
    }

    /**
     * The smallest sample of a block.
     *
     * @param index 0 for the oldest block.
     * @return the value.
     * @throws IndexOutOfBoundsException if there is no such block.
     */
    public long floor(int index) {
        return values[Objects.checkIndex(index, size)];
    }

    private void measure() {
        if (isKnown) {
            return;
        }
        line.measure(times, values, isEnough() ? size : 0);
        slope = line.slope() * MINUTE_NANOS;
        lower = line.lower() * MINUTE_NANOS;
        upper = line.upper() * MINUTE_NANOS;
        isKnown = true;
    }

    private boolean isEnough() {
        return size >= Math.max(FEWEST_BLOCKS, times.length / 4);
    }

    private void sink(long timeNanos, long value) {
        if (value < blockFloor) {
            blockFloor = value;
            blockTime = timeNanos;
        }
    }

    private void keep() {
        if (size == times.length) {
            drop(1);
        }
        times[size] = blockTime;
        values[size] = blockFloor;
        size++;
        isKnown = false;
    }

    /** Drops blocks that lie before the window which ends with the block of this number. */
    private void forget(long number) {
        int old = 0;
        while (old < size && Math.floorDiv(times[old], blockNanos) < number - times.length) {
            old++;
        }
        if (old > 0) {
            drop(old);
        }
    }

    private void drop(int count) {
        size -= count;
        System.arraycopy(times, count, times, 0, size);
        System.arraycopy(values, count, values, 0, size);
        isKnown = false;
    }
}
