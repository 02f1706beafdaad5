package io.windrow.buffers.indicators;

/**
 * The sum of the last values of a series, of all where fewer came, for where a sum is divided by: unlike {@link SlidingSum} it never takes
 * a value away again, so it is exactly 0 where all of them are, and not negative where none of them is. It costs a few steps more. A part
 * of a formula.
 */
final class SlidingTotal extends SlidingFold {

    SlidingTotal(IndicatorSpec spec, int period) {
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
