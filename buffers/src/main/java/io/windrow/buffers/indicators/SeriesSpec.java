package io.windrow.buffers.indicators;

import java.util.Objects;

/** A formula over one series: the closes, or whatever else its {@link Source} is. */
abstract class SeriesSpec extends IndicatorSpec {

    private final Source source;
    private final int sourceAt;
    private final int valuesLag;

    SeriesSpec(String text, Source source, String... outputs) {
        super(text + Objects.requireNonNull(source, "source").suffix(), outputs);
        this.source = source;
        sourceAt = reserve(source.longs());
        valuesLag = source.warmUpPeriod() - 2;
    }

    /** Takes in the next value of the series, which is never NaN. */
    abstract void next(IndicatorState state, double value);

    /** Values of the series until an output has its first, as {@link #warmUpPeriod(int)} for a source that is ready at once. */
    abstract int warmUpValues(int output);

    /** The longest of its own periods. */
    abstract int ownPeriod();

    /** Values of the series so far, the one in hand included. */
    final long values(IndicatorState state) {
        return state.samples() - valuesLag;
    }

    @Override
    protected final void update(IndicatorState state, CandleInput candle) {
        double value = source.next(state, sourceAt, candle);
        if (!Double.isNaN(value)) {
            next(state, value);
        }
    }

    @Override
    public final int warmUpPeriod(int output) {
        return source.warmUpPeriod() - 1 + warmUpValues(output);
    }

    @Override
    public final int longestPeriod() {
        return Math.max(source.longestPeriod(), ownPeriod());
    }

    @Override
    final void reset(IndicatorState state) {
        super.reset(state);
        source.reset(state, sourceAt);
    }
}
