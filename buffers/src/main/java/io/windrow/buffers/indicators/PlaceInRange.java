package io.windrow.buffers.indicators;

/** Where in the range of the last candles a value lies, from 0, the lowest, to 100, the highest; 0 without a range. A part of a formula. */
final class PlaceInRange {

    private final SlidingExtreme highest;
    private final SlidingExtreme lowest;

    PlaceInRange(IndicatorSpec spec, int period) {
        highest = SlidingExtreme.highest(spec, period);
        lowest = SlidingExtreme.lowest(spec, period);
    }

    double next(IndicatorState state, double high, double low, double value) {
        double bottom = lowest.next(state, low);
        double range = highest.next(state, high) - bottom;
        return range == 0 ? 0 : 100 * ((value - bottom) / range);
    }
}
