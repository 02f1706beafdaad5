package io.windrow.buffers.indicators;

/**
 * True range: how far a candle reaches, the gap to the close before it included: {@code max(high, before) - min(low, before)}. Wilder, "New
 * Concepts in Technical Trading Systems" (1978). Text {@code tr}; in units of price; equal to TA-Lib's TRANGE. Warm-up: two candles, as the
 * first has no close before it. It has no seed.
 */
public final class TrueRange extends IndicatorSpec {

    private final TrueRanges ranges;

    private TrueRange() {
        super("tr");
        ranges = new TrueRanges(this);
    }

    /**
     * The range of each candle.
     *
     * @return the specification.
     */
    public static TrueRange of() {
        return new TrueRange();
    }

    @Override
    protected void update(IndicatorState state, CandleInput candle) {
        double range = ranges.next(state, candle);
        if (state.samples() > 0) {
            state.storeOutput(0, range);
        }
    }

    @Override
    public int warmUpPeriod(int output) {
        return 2;
    }

    @Override
    public int longestPeriod() {
        return 2;
    }
}
