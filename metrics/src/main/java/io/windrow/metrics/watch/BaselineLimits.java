package io.windrow.metrics.watch;

import io.windrow.metrics.Figure;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What a comparison calls worse. A mean is worse if it grew by more than the threshold's share <i>and</i> by more than the slack of its
 * unit: 1,000,000 bytes, 4 things, 1 ms. So 3 open files that became 4 are no alarm, though they are 33 % more. Less is never worse.
 * Sums of losses, such as leaked objects, have no slack.
 *
 * <p>Unless told otherwise the threshold is 15 % and at least 30 samples are wanted on both sides. For one thread at a time.
 */
public final class BaselineLimits {

    private static final double DEFAULT_SHARE = 0.15;
    private static final int DEFAULT_SAMPLES = 30;
    private static final Set<Figure> LOSSES =
        EnumSet.of(Figure.LEAKED_OBJECTS, Figure.CONTAINER_KILLS, Figure.ERRORS, Figure.DROPPED_EVENTS);
    private static final Set<Figure> JUDGED = EnumSet.of(Figure.RESIDENT, Figure.RESIDENT_ANONYMOUS, Figure.RESIDENT_PEAK, Figure.SWAP,
        Figure.OPEN_FILES, Figure.THREADS, Figure.HEAP_COMMITTED, Figure.HEAP_AFTER_COLLECTION, Figure.METASPACE_USED, Figure.CLASSES,
        Figure.ALLOCATED, Figure.COLLECTION_TIME, Figure.STOPPED_TIME, Figure.STOP_P95, Figure.OFF_HEAP, Figure.UNACCOUNTED,
        Figure.POOL_IN_USE, Figure.LATENCY_P95, Figure.LATENCY_P99, Figure.LEAKED_OBJECTS, Figure.CONTAINER_KILLS, Figure.ERRORS,
        Figure.DROPPED_EVENTS);

    private final Map<Figure, Double> shares = new EnumMap<>(Figure.class);
    private final Map<Figure, Long> slacks = new EnumMap<>(Figure.class);
    private double share = DEFAULT_SHARE;
    private int fewestSamples = DEFAULT_SAMPLES;

    /** The defaults. */
    public BaselineLimits() {
        // Nothing to set: the fields hold the defaults.
    }

    /**
     * The threshold of all figures that have none of their own.
     *
     * @param newShare 0.15 for 15 %, 0 or more.
     * @return this.
     * @throws IllegalArgumentException if it is negative or not finite.
     */
    public BaselineLimits threshold(double newShare) {
        share = checked(newShare);
        return this;
    }

    /**
     * The threshold of one figure, which is then judged even if it is not by default.
     *
     * @param figure which.
     * @param newShare 0.15 for 15 %, 0 or more.
     * @return this.
     * @throws IllegalArgumentException if it is negative or not finite.
     */
    public BaselineLimits threshold(Figure figure, double newShare) {
        shares.put(figure, checked(newShare));
        return this;
    }

    /**
     * The growth of one figure that is never called worse.
     *
     * @param figure which.
     * @param slack in its unit, 0 or more.
     * @return this.
     * @throws IllegalArgumentException if it is negative.
     */
    public BaselineLimits slack(Figure figure, long slack) {
        Rules.atLeast("slack", slack, 0);
        slacks.put(figure, slack);
        return this;
    }

    /**
     * How many samples each side must rest on.
     *
     * @param samples at least 1.
     * @return this.
     * @throws IllegalArgumentException if it is less.
     */
    public BaselineLimits fewestSamples(int samples) {
        Rules.atLeast("fewestSamples", samples, 1);
        fewestSamples = samples;
        return this;
    }

    int fewestSamples() {
        return fewestSamples;
    }

    /** The highest value that passes. */
    long limit(Figure figure, long before) {
        if (!JUDGED.contains(figure) && !shares.containsKey(figure)) {
            return Long.MAX_VALUE;
        }
        double allowed = before * shares.getOrDefault(figure, share);
        return before + Math.max((long) allowed, slacks.getOrDefault(figure, unitSlack(figure)));
    }

    private static long unitSlack(Figure figure) {
        if (LOSSES.contains(figure)) {
            return 0;
        }
        return switch (figure.unit()) {
            case BYTES -> 1_000_000;
            case NANOS -> 1_000_000;
            case COUNT -> 4;
        };
    }

    private static double checked(double share) {
        if (!(share >= 0) || Double.isInfinite(share)) {
            throw new IllegalArgumentException("threshold must be 0 or more: threshold=" + share);
        }
        return share;
    }
}
