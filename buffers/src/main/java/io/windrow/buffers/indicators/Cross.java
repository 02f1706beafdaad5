package io.windrow.buffers.indicators;

/**
 * Crossing of two series: 1 where the first is above the second and was not above it at the candle before, -1 where it is below and was
 * not below, else 0. TradingView's {@code ta.crossover} and {@code ta.crossunder}, so that a series that came from above, was
 * equal, and is above again has crossed, too. Text {@code cross(FIRST,SECOND)}, each a field of the candle or an
 * indicator with its output: {@code cross(ema:20,ema:50)}, {@code cross(close,bbands:20:2.upper)}. Warm-up: one candle more than the
 * longer of the two. It has no seed of its own.
 */
public final class Cross extends IndicatorSpec {

    private final Source first;
    private final Source second;
    private final int firstAt;
    private final int secondAt;
    private final int sideAt;
    private final int warmUp;

    private Cross(Source first, Source second) {
        super("cross(" + first + "," + second + ")");
        this.first = first;
        this.second = second;
        firstAt = reserve(first.longs());
        secondAt = reserve(second.longs());
        sideAt = reserve(1);
        warmUp = Math.max(first.warmUpPeriod(), second.warmUpPeriod()) + 1;
    }

    /**
     * Crossing of two series.
     *
     * @param first  what crosses.
     * @param second what is crossed.
     * @return the specification.
     */
    public static Cross of(Source first, Source second) {
        return new Cross(first, second);
    }

    @Override
    protected void update(IndicatorState state, CandleInput candle) {
        double one = first.next(state, firstAt, candle);
        double other = second.next(state, secondAt, candle);
        double side = one > other ? 1 : one < other ? -1 : 0;
        double before = state.load(sideAt);
        state.store(sideAt, side);
        if (state.samples() + 1 >= warmUp) {
            state.storeOutput(0, side == before ? 0 : side);
        }
    }

    @Override
    void reset(IndicatorState state) {
        super.reset(state);
        first.reset(state, firstAt);
        second.reset(state, secondAt);
    }

    @Override
    public int warmUpPeriod(int output) {
        return warmUp;
    }

    @Override
    public int longestPeriod() {
        return Math.max(first.longestPeriod(), second.longestPeriod());
    }
}
