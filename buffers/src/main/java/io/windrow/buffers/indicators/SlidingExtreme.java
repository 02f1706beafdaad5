package io.windrow.buffers.indicators;

/**
 * The highest or the lowest of the last values of a series, of all where fewer came. The ring holds them as {@code long}s in the order of
 * the values, or against it for the lowest: the larger of two is found without a branch, and sooner than that of two doubles. A part of a
 * formula.
 */
final class SlidingExtreme extends SlidingFold {

    private static final int SIGN = 63;

    /** All bits where the lowest is looked for, which turns the order round. */
    private final long flip;

    private SlidingExtreme(IndicatorSpec spec, int period, long flip) {
        super(spec, period);
        this.flip = flip;
    }

    static SlidingExtreme highest(IndicatorSpec spec, int period) {
        return new SlidingExtreme(spec, period, 0);
    }

    static SlidingExtreme lowest(IndicatorSpec spec, int period) {
        return new SlidingExtreme(spec, period, -1);
    }

    /** The extreme with the next value. */
    double next(IndicatorState state, double value) {
        return Double.longBitsToDouble(turned(fold(state, turned(Double.doubleToRawLongBits(value)) ^ flip) ^ flip));
    }

    @Override
    long join(long one, long other) {
        return Math.max(one, other);
    }

    /** The bits of a negative double ascend as it falls: all but the sign are turned round; and back by the same. */
    private static long turned(long bits) {
        return bits ^ bits >> SIGN & Long.MAX_VALUE;
    }
}
