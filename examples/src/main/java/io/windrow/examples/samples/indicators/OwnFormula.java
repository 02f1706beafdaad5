package io.windrow.examples.samples.indicators;

import io.windrow.buffers.indicators.CandleInput;
import io.windrow.buffers.indicators.IndicatorSet;
import io.windrow.buffers.indicators.IndicatorSpec;
import io.windrow.buffers.indicators.IndicatorState;
import io.windrow.buffers.indicators.Sma;
import io.windrow.buffers.indicators.Source;
import io.windrow.buffers.memory.OffHeapMemory;

/** A formula that is not built in, and an average of it. */
final class OwnFormula {

    private OwnFormula() {
    }

    static void run(OffHeapMemory memory) {
        // docs:begin
        /** How far a candle opens from the close before it. */
        final class Gap extends IndicatorSpec {
            private final int closeAt = reserve(1);
            Gap() {
                super("gap");
            }
            @Override
            protected void update(IndicatorState state, CandleInput candle) {
                if (state.samples() > 0) {
                    state.putOutput(0, candle.open() - state.get(closeAt));
                }
                state.put(closeAt, candle.close());
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
        try (IndicatorSet set = IndicatorSet.open(memory, new Gap(), Sma.of(2, Source.of(new Gap())))) {
            CandleInput candle = new CandleInput();
            for (int i = 0; i < 4; i++) {
                set.update(candle.set(i, 100 + i * i, 110, 100, 101, 1));
                System.out.println(set.get(0).value() + " " + set.get(1).value());
            }
        }
        // docs:end
    }
}
