package io.windrow.buffers.indicators;

/** The highest or the lowest of the last values of a series, of all where fewer came. A part of a formula. */
final class SlidingExtreme extends SlidingFold {

    private final boolean isHighest;

    private SlidingExtreme(IndicatorSpec spec, int period, boolean isHighest) {
        super(spec, period);
        this.isHighest = isHighest;
    }

    static SlidingExtreme highest(IndicatorSpec spec, int period) {
        return new SlidingExtreme(spec, period, true);
    }

    static SlidingExtreme lowest(IndicatorSpec spec, int period) {
        return new SlidingExtreme(spec, period, false);
    }

    @Override
    double join(double one, double other) {
        return isHighest ? Math.max(one, other) : Math.min(one, other);
    }
}
