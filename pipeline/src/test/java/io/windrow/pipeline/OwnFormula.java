package io.windrow.pipeline;

import io.windrow.buffers.indicators.CandleInput;
import io.windrow.buffers.indicators.IndicatorSpec;
import io.windrow.buffers.indicators.IndicatorState;
import java.util.function.Consumer;

/** A formula of an author's own: counts its candles, and tells of each before it does. */
final class OwnFormula extends IndicatorSpec {

    private final Consumer<CandleInput> onUpdate;

    OwnFormula(String name, Consumer<CandleInput> onUpdate) {
        super(name);
        this.onUpdate = onUpdate;
    }

    @Override
    protected void update(IndicatorState state, CandleInput candle) {
        onUpdate.accept(candle);
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
