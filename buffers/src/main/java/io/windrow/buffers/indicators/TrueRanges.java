package io.windrow.buffers.indicators;

/** How far each candle reaches, the gap to the close before it included. A part of a formula: one {@code long} of its state. */
final class TrueRanges {

    private final int closeAt;

    TrueRanges(IndicatorSpec spec) {
        closeAt = spec.reserve(1);
    }

    /** The range of the next candle; of the first, that of its own prices. */
    double next(IndicatorState state, CandleInput candle) {
        double before = state.load(closeAt);
        state.store(closeAt, candle.close());
        if (state.samples() == 0) {
            return candle.high() - candle.low();
        }
        // Branches that are seldom taken cost less than minimum and maximum, which look for NaN and for the sign of 0.
        double top = before > candle.high() ? before : candle.high();
        return top - (before < candle.low() ? before : candle.low());
    }
}
