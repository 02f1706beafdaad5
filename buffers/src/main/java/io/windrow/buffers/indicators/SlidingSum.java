package io.windrow.buffers.indicators;

/**
 * The sum of the last values of a series, of all where fewer came. It does not drift, it is 0 where all of them are, and not negative
 * where none of them is. A part of a formula.
 */
final class SlidingSum extends SlidingFold {

    SlidingSum(IndicatorSpec spec, int period) {
        super(spec, period);
    }

    /** The sum with the next value. */
    double next(IndicatorState state, double value) {
        return Double.longBitsToDouble(fold(state, Double.doubleToRawLongBits(value)));
    }

    @Override
    long join(long one, long other) {
        return Double.doubleToRawLongBits(Double.longBitsToDouble(one) + Double.longBitsToDouble(other));
    }
}
