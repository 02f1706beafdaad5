package io.windrow.buffers.indicators;

import io.windrow.buffers.memory.OffHeapMemory;

/** The outputs of an indicator after each candle of a series. */
final class Streamed {

    private Streamed() {
    }

    /** By output, then by candle. */
    static double[][] outputs(IndicatorSpec spec, Series series) {
        double[][] outputs = new double[spec.outputCount()][series.size()];
        CandleInput candle = new CandleInput();
        try (OffHeapMemory memory = OffHeapMemory.withBudget(1 << 24); IndicatorSet set = IndicatorSet.open(memory, spec)) {
            Indicator indicator = set.get(0);
            for (int i = 0; i < series.size(); i++) {
                set.update(series.into(candle, i));
                for (int output = 0; output < outputs.length; output++) {
                    outputs[output][i] = indicator.value(output);
                }
            }
        }
        return outputs;
    }
}
