package io.windrow.buffers.indicators;

/** A formula that counts candles, and throws when it is given so many. */
final class Failing extends IndicatorSpec {

    private final int failsAt;

    Failing(int failsAt) {
        super("failing:" + failsAt);
        this.failsAt = failsAt;
    }

    @Override
    protected void update(IndicatorState state, CandleInput candle) {
        if (state.samples() + 1 >= failsAt) {
            throw new IllegalStateException("sample " + state.samples());
        }
        state.putOutput(0, state.samples() + 1);
    }

    @Override
    public int warmUpPeriod(int output) {
        return 1;
    }

    @Override
    public int longestPeriod() {
        return 1;
    }
}
